import { z } from "zod";
import { codesOf } from "../generated/code-lists.ts";
import { minimum, recommended } from "./field.ts";
import { flag, id } from "./field-types.ts";

const day = () => z.iso.date().meta({ fieldType: "date" });
const scope = z
  .partialRecord(z.enum(codesOf.force_type), z.enum(codesOf.force_scope))
  .meta({ fieldType: "object", codeList: "force_scope" });
const denominator = z.strictObject({
  type: z.enum(codesOf.denominator_type),
  count: z.int().min(0),
  source: z.string().min(1),
});

/** What an agency reports for a span of days, and what its form can record at all. `incident_count` 0 with `complete` true is a zero report. */
export const reportingPeriodSchema = z.strictObject({
  agency_id: minimum(
    id(),
    "public",
    "Agency id",
    "Id de la agencia",
    "The agency that reports.",
    "La agencia que informa.",
  ),
  period_start: minimum(
    day(),
    "public",
    "First day",
    "Primer día",
    "First day of the period.",
    "Primer día del período.",
  ),
  period_end: minimum(day(), "public", "Last day", "Último día", "Last day of the period.", "Último día del período."),
  incident_count: minimum(
    z.int().min(0).meta({ fieldType: "integer", unit: "incidents" }),
    "public",
    "Incidents",
    "Incidentes",
    "Incidents in the period, each counted once however many officers, people or uses of force it has. Zero, with complete set, says that there were none.",
    "Incidentes del período, cada uno contado una vez, sin importar cuántos agentes, personas o usos de fuerza tenga. Cero, con el período completo, dice que no hubo ninguno.",
  ),
  complete: minimum(
    flag(),
    "public",
    "Complete",
    "Completo",
    "True when every incident of the period has been reported.",
    "Verdadero cuando se informaron todos los incidentes del período.",
  ),
  scope: minimum(
    scope,
    "public",
    "What the form records",
    "Qué registra el formulario",
    "For each force code, whether the form records it always, only with injury or complaint, or not at all. A code left out is not known.",
    "Para cada código de fuerza, si el formulario lo registra siempre, solo con lesión o queja, o nunca. Si falta un código, no se sabe.",
  ),
  denominators: recommended(
    z.array(denominator).meta({ fieldType: "list", codeList: "denominator_type" }),
    "public",
    "Totals to compare with",
    "Totales para comparar",
    "Contacts, stops, arrests or calls in the same period, each with its source.",
    "Contactos, paradas, arrestos o llamadas del mismo período, cada uno con su fuente.",
  ),
});

export type ReportingPeriod = z.infer<typeof reportingPeriodSchema>;
