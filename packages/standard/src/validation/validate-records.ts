import { type EntityName, entityNames, type Records } from "../entities/entity-schemas.ts";
import { checkOutcomes, checkResistance } from "./check-agreement.ts";
import { checkCodes } from "./check-codes.ts";
import { checkCounts } from "./check-counts.ts";
import { checkIncidents } from "./check-incidents.ts";
import { checkMissing } from "./check-missing.ts";
import { checkReferences } from "./check-references.ts";
import { checkShape } from "./check-shape.ts";
import { checkValues } from "./check-values.ts";
import type { RecordIssue, ValidationOptions } from "./record-issue.ts";

/**
 * Everything wrong with a set of records, in the order of the rules; empty when nothing is. Shape comes first: the
 * other rules are asked only of records whose shape is right. `fbi_nuof_eligible` and `injured` are never asked for:
 * `deriveFbiEligible` and `deriveInjured` work them out.
 */
export function validateRecords(records: unknown, { mode, today }: ValidationOptions): readonly RecordIssue[] {
  const shape = checkShape(records);
  if (shape.length > 0) return shape;
  const sound = records as Records;
  return [
    ...checkIncidents(sound, mode),
    ...checkResistance(sound),
    ...checkOutcomes(sound),
    ...checkCodes(sound, mode),
    ...checkValues(sound, today),
    ...checkCounts(sound),
    ...checkMissing(sound),
    ...checkReferences(sound),
  ];
}

const wholeAgency: readonly EntityName[] = ["agency", "reporting_period", "policy_version"];

/**
 * What is wrong with one incident and the records that hang off it, for a form that checks before saving. The agency is
 * taken for known and periods are not counted.
 */
export function validateIncident(
  records: Records,
  incidentId: string,
  options: ValidationOptions,
): readonly RecordIssue[] {
  const own = Object.fromEntries(
    entityNames
      .filter((entity) => !wholeAgency.includes(entity))
      .map((entity) => {
        const rows: readonly Readonly<Record<string, unknown>>[] = records[entity] ?? [];
        return [entity, rows.filter((row) => row.incident_id === incidentId)];
      }),
  );
  return validateRecords(own, options).filter(
    ({ rule, field }) => !(rule === "references-exist" && field === "incident.agency_id"),
  );
}
