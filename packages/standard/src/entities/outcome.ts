import { z } from "zod";
import { minimum, optional, recommended, withMissing } from "./field.ts";
import { code, id } from "./field-types.ts";

/** How it ended for one person: arrested, hospitalised and died are three separate answers. */
export const outcomeSchema = z.strictObject(
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
        id(),
        "public",
        "Person id",
        "Id de la persona",
        "The person it ended so for.",
        "La persona para quien terminó así.",
      ),
      arrested: minimum(
        code("yes_no"),
        "public",
        "Arrested",
        "Arrestada",
        "Whether the person was arrested.",
        "Si la persona fue arrestada.",
      ),
      hospitalised: minimum(
        code("yes_no"),
        "public",
        "Taken to hospital",
        "Llevada al hospital",
        "Whether the person was taken to a hospital or died on the way.",
        "Si la persona fue llevada a un hospital o murió en el camino.",
      ),
      died: minimum(code("yes_no"), "public", "Died", "Murió", "Whether the person died.", "Si la persona murió."),
      disposition: recommended(
        code("disposition"),
        "public",
        "Outcome",
        "Resultado",
        "How the encounter ended for the person.",
        "Cómo terminó el encuentro para la persona.",
      ),
      reason_not_arrested: optional(
        code("reason_not_arrested"),
        "generalise",
        "Why not arrested",
        "Por qué no hubo arresto",
        "Why there was no arrest.",
        "Por qué no hubo arresto.",
      ),
    },
    ["arrested", "hospitalised", "died", "disposition", "reason_not_arrested"],
  ),
);

export type Outcome = z.infer<typeof outcomeSchema>;
