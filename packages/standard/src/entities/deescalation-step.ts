import { z } from "zod";
import { minimum, recommended, withMissing } from "./field.ts";
import { code, id, reference, text } from "./field-types.ts";

/** One thing officers did to calm or slow the encounter with one person. */
export const deescalationStepSchema = z.strictObject(
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
        "The person it was meant for.",
        "La persona a quien se dirigió.",
      ),
      officer_id: recommended(
        text(),
        "public",
        "Officer id",
        "Id del agente",
        "The officer who did it, when known.",
        "El agente que lo hizo, si se sabe.",
      ),
      step_type: recommended(code("deescalation_step"), "public", "Step", "Paso", "What was done.", "Qué se hizo."),
      timing: recommended(
        code("timing"),
        "public",
        "When",
        "Cuándo",
        "Before, during or after the first force.",
        "Antes, durante o después de la primera fuerza.",
      ),
      effective: recommended(
        code("effectiveness"),
        "public",
        "Effective",
        "Efectivo",
        "Whether it worked.",
        "Si funcionó.",
      ),
    },
    ["person_id", "officer_id", "step_type", "timing", "effective"],
  ),
);

export type DeescalationStep = z.infer<typeof deescalationStepSchema>;
