import { z } from "zod";
import { minimum, recommended, withMissing } from "./field.ts";
import { code, id, integer, reference } from "./field-types.ts";

/** One kind of resistance by one person. */
export const resistanceSchema = z.strictObject(
  withMissing(
    {
      incident_id: minimum(
        id(),
        "public",
        "Incident id",
        "Id del incidente",
        "The incident it was part of.",
        "El incidente del que fue parte.",
      ),
      person_id: minimum(
        reference(),
        "public",
        "Person id",
        "Id de la persona",
        "The person who resisted.",
        "La persona que resistió.",
      ),
      resistance_type: minimum(
        code("resistance_type"),
        "public",
        "Type of resistance",
        "Tipo de resistencia",
        "What the person did.",
        "Qué hizo la persona.",
      ),
      timing: recommended(
        code("timing"),
        "public",
        "When",
        "Cuándo",
        "Before, during or after the first force.",
        "Antes, durante o después de la primera fuerza.",
      ),
      sequence: recommended(
        integer(1),
        "public",
        "Order",
        "Orden",
        "1 for what the person did first.",
        "1 para lo que hizo primero la persona.",
      ),
    },
    ["person_id", "resistance_type", "timing", "sequence"],
  ),
);

export type Resistance = z.infer<typeof resistanceSchema>;
