import { z } from "zod";
import { minimum, recommended, withMissing } from "./field.ts";
import { code, codes, id, reference } from "./field-types.ts";

/** Injury of one person and the care given. Whether a person was injured is derived from it and never typed. */
export const injurySchema = z.strictObject(
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
        "The person who was looked at.",
        "La persona a quien se examinó.",
      ),
      injury_severity: minimum(
        code("injury_severity"),
        "public",
        "Injury",
        "Lesión",
        "How badly the person was hurt; none when they were not.",
        "Qué tan grave fue la lesión; ninguna si no la hubo.",
      ),
      injury_type: recommended(
        codes("injury_type"),
        "generalise",
        "Kind of injury",
        "Tipo de lesión",
        "Which injuries.",
        "Qué lesiones.",
      ),
      cause: recommended(
        code("injury_cause"),
        "public",
        "Cause",
        "Causa",
        "What caused it. Left out, it counts as caused by force.",
        "Qué la causó. Si no se indica, cuenta como causada por la fuerza.",
      ),
      medical_response: minimum(
        codes("medical_response"),
        "public",
        "Medical response",
        "Atención médica",
        "What care was given.",
        "Qué atención se dio.",
      ),
    },
    ["person_id", "injury_severity", "injury_type", "cause", "medical_response"],
  ),
);

export type Injury = z.infer<typeof injurySchema>;
