import { type EntityName, entityNames, entitySchemas, type Records } from "../entities/entity-schemas.ts";
import { importOnlyFields } from "../entities/import-only-fields.ts";
import { fieldById } from "../fields.ts";
import type { RecordIssue } from "./record-issue.ts";
import { recordKey } from "./record-key.ts";

type Problem = {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
};

const derivedNames = new Map([
  ["injured", "Leave it out: it is worked out from injury_severity."],
  ["fbi_nuof_eligible", "Leave it out: it is worked out from force types and injuries."],
]);

/** Records that are not shaped as their schema says: a wrong type, a code not in its list, a field that does not belong. */
export function checkShape(records: unknown): readonly RecordIssue[] {
  if (typeof records !== "object" || records === null || Array.isArray(records))
    return [submissionIssue("Send one object whose keys are kinds of record, such as incident and person.")];
  const unknownKinds = Object.keys(records).filter((key) => key !== "standard" && !isEntity(key));
  const kinds = unknownKinds.map((key) =>
    submissionIssue(`"${key}" is not a kind of record. Use one of: ${entityNames.join(", ")}.`),
  );
  return [...kinds, ...entityNames.flatMap((entity) => checkEntity(entity, (records as Records)[entity]))];
}

function checkEntity(entity: EntityName, rows: unknown): readonly RecordIssue[] {
  if (rows === undefined) return [];
  if (!Array.isArray(rows)) return [submissionIssue(`${entity} must be a list of records.`)];
  return rows.flatMap((row: unknown, index) => {
    const parsed = entitySchemas[entity].safeParse(row);
    if (parsed.success) return [];
    const named = typeof row === "object" && row !== null ? (row as Record<string, unknown>) : {};
    const record = recordKey(entity, named, index);
    return parsed.error.issues.flatMap((problem) => fieldIssues(entity, record, named, problem));
  });
}

function fieldIssues(
  entity: EntityName,
  record: string,
  row: Readonly<Record<string, unknown>>,
  problem: Problem,
): readonly RecordIssue[] {
  if (problem.code === "unrecognized_keys") return (problem.keys ?? []).map((name) => strayField(entity, record, name));
  const name = String(problem.path[0] ?? "");
  const at = { severity: "error", entity, record, ...(name ? { field: `${entity}.${name}` } : {}) } as const;
  if (name && !Object.hasOwn(row, name)) return [{ ...at, rule: "shape", message: absence(entity, name) }];
  return [{ ...at, rule: "shape", message: `${name || "The record"} is not valid: ${reason(entity, name, problem)}` }];
}

function reason(entity: EntityName, name: string, problem: Problem): string {
  const list = fieldById(`${entity}.${name}`)?.codeList;
  if (list && problem.code === "invalid_value") return `Use a code of the list ${list}.`;
  return `${problem.message.replace(/\.$/, "")}.`;
}

function absence(entity: EntityName, name: string): string {
  return Object.hasOwn(entitySchemas[entity].shape, `${name}_missing`)
    ? `${name} is left out. Give a value, or null with the reason in ${name}_missing.`
    : `${name} is left out. Give a value.`;
}

function strayField(entity: EntityName, record: string, name: string): RecordIssue {
  const at = { severity: "error", entity, record, field: `${entity}.${name}` } as const;
  const derived = derivedNames.get(name);
  if (derived) return { ...at, rule: "derived-not-typed", message: `${name} is typed in. ${derived}` };
  const known = importOnlyFields.find((field) => field.entity === entity && field.name === name);
  if (known?.privacy === "never")
    return { ...at, rule: "shape", message: `${name} must never be exchanged. Remove it from the record.` };
  return { ...at, rule: "shape", message: `${name} is not a field of ${entity}. Remove it.` };
}

function submissionIssue(message: string): RecordIssue {
  return { rule: "shape", severity: "error", entity: "submission", record: "submission", message };
}

function isEntity(word: string): word is EntityName {
  return Object.hasOwn(entitySchemas, word);
}
