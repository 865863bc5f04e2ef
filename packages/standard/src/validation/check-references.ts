import { entityDetails } from "../entities/entity-details.ts";
import { type EntityName, entityNames, type Records } from "../entities/entity-schemas.ts";
import type { RecordIssue } from "./record-issue.ts";
import { recordKey } from "./record-key.ts";

type Row = Readonly<Record<string, unknown>>;

/** Two records with one key, and references to records that are not there. */
export function checkReferences(records: Records): readonly RecordIssue[] {
  const keys = new Map(entityNames.map((entity) => [entity, keysOf(entity, records[entity] ?? [])] as const));
  return entityNames.flatMap((entity) => {
    const rows: readonly Row[] = records[entity] ?? [];
    return [...repeats(entity, rows), ...rows.flatMap((row, index) => dangling(entity, row, index, keys))];
  });
}

function keysOf(entity: EntityName, rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map((row) => keyOf(row, entityDetails[entity].primaryKey)));
}

function keyOf(row: Row, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => row[name]));
}

function repeats(entity: EntityName, rows: readonly Row[]): RecordIssue[] {
  const { primaryKey } = entityDetails[entity];
  if (primaryKey.length === 0) return [];
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row, primaryKey);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const record = recordKey(entity, row, index);
    const message = `Two ${entity} records have the same ${primaryKey.join(" and ")}. Give each its own.`;
    return [
      { rule: "references-exist", severity: "error", entity, record, field: `${entity}.${primaryKey.at(-1)}`, message },
    ];
  });
}

function dangling(
  entity: EntityName,
  row: Row,
  index: number,
  keys: ReadonlyMap<EntityName, ReadonlySet<string>>,
): RecordIssue[] {
  return entityDetails[entity].foreignKeys.flatMap(({ fields, entity: target }) => {
    if (fields.some((name) => row[name] === null || row[name] === undefined)) return [];
    if (keys.get(target)?.has(keyOf(row, fields))) return [];
    const named = fields.map((name) => `${name} ${String(row[name])}`).join(", ");
    const message = `No ${target} has ${named}. Add that record or correct the id.`;
    return [
      {
        rule: "references-exist",
        severity: "error",
        entity,
        record: recordKey(entity, row, index),
        field: `${entity}.${fields.at(-1)}`,
        message,
      },
    ];
  });
}
