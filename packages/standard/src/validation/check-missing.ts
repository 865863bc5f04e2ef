import { type EntityName, entityNames, type Records } from "../entities/entity-schemas.ts";
import { fieldsOf, hasMissing } from "../fields.ts";
import type { RecordIssue } from "./record-issue.ts";
import { recordKey } from "./record-key.ts";

/** A null without its reason, and a reason beside a value. */
export function checkMissing(records: Records): readonly RecordIssue[] {
  return entityNames.flatMap((entity) => {
    const names = fieldsOf(entity)
      .map((field) => field.name)
      .filter((name) => hasMissing(entity, name));
    const rows: readonly Readonly<Record<string, unknown>>[] = records[entity] ?? [];
    return rows.flatMap((row, index) =>
      names.flatMap((name) => checkField(entity, row, recordKey(entity, row, index), name)),
    );
  });
}

function checkField(
  entity: EntityName,
  row: Readonly<Record<string, unknown>>,
  record: string,
  name: string,
): RecordIssue[] {
  const value = row[name];
  const reason = row[`${name}_missing`] ?? null;
  const at = { rule: "missing-needs-reason", severity: "error", entity, record, field: `${entity}.${name}` } as const;
  if (value === null && reason === null)
    return [
      {
        ...at,
        message: `${name} is empty and does not say why. Put the reason in ${name}_missing, such as unknown or not_recorded.`,
      },
    ];
  if (value !== null && value !== undefined && reason !== null)
    return [{ ...at, message: `${name} has a value and a reason for missing. Keep one of the two.` }];
  if (value === undefined && reason !== null)
    return [{ ...at, message: `${name}_missing gives a reason and ${name} is left out. Write ${name} as null.` }];
  return [];
}
