import { type CodeListId, findCode } from "../code-lists.ts";
import { type EntityName, entityNames, type Records } from "../entities/entity-schemas.ts";
import type { Field } from "../field.ts";
import { fieldsOf } from "../fields.ts";
import type { RecordIssue, ValidationMode } from "./record-issue.ts";
import { recordKey } from "./record-key.ts";

type Row = Readonly<Record<string, unknown>>;

/** Codes that stand for "none" and so exclude every other code of the same answer. */
export function isNoneCode(code: string): boolean {
  return code === "none" || code.startsWith("none_");
}

/** `none` codes beside others in one answer, and, in new records, codes that are legacy or retired. */
export function checkCodes(records: Records, mode: ValidationMode): readonly RecordIssue[] {
  const issues = entityNames.flatMap((entity) => {
    const coded = fieldsOf(entity).filter((field) => field.type === "code" && field.codeList);
    const rows: readonly Row[] = records[entity] ?? [];
    return rows.flatMap((row, index) =>
      coded.flatMap((field) => checkField(field, row, recordKey(entity, row, index), mode)),
    );
  });
  return [...issues, ...noneBesideResistance(records), ...injuryBesideNone(records)];
}

function checkField(field: Field, row: Row, record: string, mode: ValidationMode): RecordIssue[] {
  const value = row[field.name];
  const codes = (Array.isArray(value) ? value : [value]).filter((code): code is string => typeof code === "string");
  const at = { severity: "error", entity: field.entity, record, field: field.id } as const;
  const none = codes.find(isNoneCode);
  const exclusive: RecordIssue[] =
    none !== undefined && codes.length > 1
      ? [
          {
            ...at,
            rule: "none-is-exclusive",
            message: `${none} cannot stand beside other codes. Keep ${none} alone or remove it.`,
          },
        ]
      : [];
  const repeated: RecordIssue[] =
    new Set(codes).size < codes.length
      ? [{ ...at, rule: "shape", message: `${field.name} names the same code twice. Keep it once.` }]
      : [];
  return [...exclusive, ...repeated, ...(mode === "new" ? outdated(field, codes, at) : [])];
}

function outdated(
  field: Field,
  codes: readonly string[],
  at: { readonly severity: "error"; readonly entity: EntityName; readonly record: string; readonly field: string },
): RecordIssue[] {
  const list = field.codeList as CodeListId;
  return codes.flatMap((code): RecordIssue[] => {
    const found = findCode(list, code);
    if (!found?.legacy && !found?.deprecated) return [];
    const message = `${code} is for existing files only. In a new record choose a code that says what happened, or null with a reason.`;
    return [{ ...at, rule: "legacy-code", message }];
  });
}

function noneBesideResistance(records: Records): RecordIssue[] {
  const rows = records.resistance ?? [];
  const person = (row: (typeof rows)[number]) => JSON.stringify([row.incident_id, row.person_id]);
  const resisting = new Set(
    rows
      .filter(
        (row) => row.person_id !== null && row.resistance_type !== null && row.resistance_type !== "none_compliant",
      )
      .map(person),
  );
  return rows.flatMap((row, index): RecordIssue[] => {
    if (row.resistance_type !== "none_compliant" || !resisting.has(person(row))) return [];
    return [
      {
        rule: "none-is-exclusive",
        severity: "error",
        entity: "resistance",
        record: `row ${index + 1}`,
        field: "resistance.resistance_type",
        message: "none_compliant cannot stand beside other resistance of the same person. Remove one or the other.",
      },
    ];
  });
}

function injuryBesideNone(records: Records): RecordIssue[] {
  return (records.injury ?? []).flatMap((row, index): RecordIssue[] => {
    if (row.injury_severity !== "none" || !row.injury_type) return [];
    return [
      {
        rule: "none-is-exclusive",
        severity: "error",
        entity: "injury",
        record: `row ${index + 1}`,
        field: "injury.injury_type",
        message: "injury_severity is none and a kind of injury is named. Correct one, or leave injury_type out.",
      },
    ];
  });
}
