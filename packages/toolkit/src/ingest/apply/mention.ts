import { type BitField, codeBits } from "./code-bits.ts";
import type { CodedField } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import type { SourceRows } from "./source-rows.ts";
import { type CodedSql, noReason } from "./token-sql.ts";

/** A SELECT over one mapped table: every row is one mention of a thing, which several rows may mention. */
export type Mention = {
  readonly sql: string;
  readonly columns: ReadonlySet<string>;
  /** Columns that are `TRUE`, `FALSE` or `1`, or without a missing reason, in every row of the table. */
  readonly constants: ReadonlyMap<string, string>;
  /** What its rows do not carry themselves and must be found through other tables. */
  readonly needs: ReadonlySet<Need>;
  /** Fields that stand in the column `code_bits` instead of columns of their own; `columns` names them all the same. */
  readonly bits?: readonly BitField[];
};

export type Need = "incident" | "date" | "person" | "officer";

export type Part = readonly [name: string, sql: string];

const needed: readonly (readonly [Need, string])[] = [
  ["incident", "incident_id"],
  ["person", "person_id"],
  ["officer", "officer_id"],
];

/** `from` is asked last: by then every column and lookup that a part or the condition uses has been named. */
export function select(parts: readonly Part[], from: () => string, where = "TRUE"): Mention {
  const sqlOf = new Map(parts);
  const needs = needed.filter(
    ([, name]) => sqlOf.get(name) === "NULL::UBIGINT" || sqlOf.get(name)?.includes(" = 1 THEN"),
  );
  return {
    sql: `SELECT ${parts.map(([name, sql]) => `${sql} AS ${name}`).join(", ")} FROM ${from()} WHERE ${where}`,
    columns: new Set(parts.map(([name]) => name)),
    constants: new Map(parts.filter(([, sql]) => ["TRUE", "FALSE", "1", noReason].includes(sql))),
    needs: new Set<Need>([...needs.map(([need]) => need), ...(sqlOf.has("occurred_date") ? [] : (["date"] as const))]),
  };
}

/** The fields of a row that find room in one number: its part of a SELECT, and which fields are left for parts of their own. */
export type BitParts = {
  readonly fields: readonly BitField[];
  readonly parts: readonly Part[];
  readonly isLoose: (field: CodedField) => boolean;
};

/** See {@link codeBits}. */
export function bitParts(rows: SourceRows, fields: readonly CodedField[]): BitParts {
  const bits = codeBits(rows, fields);
  return {
    fields: bits.fields,
    parts: bits.fields.length === 0 ? [] : [["code_bits", rows.column(bits.sql)]],
    isLoose: (field) => !bits.fields.some((packed) => packed.field === field),
  };
}

/** A mention whose rows say some fields in one number. */
export function withBits(mention: Mention, bits: readonly BitField[]): Mention {
  const names = bits.flatMap(({ field: { column } }) => [column, `${column}_missing`]);
  return { ...mention, bits, columns: new Set([...mention.columns, ...names]) };
}

export const coded = (field: CodedField | { column: string }, { code, missing }: CodedSql): readonly Part[] => [
  [field.column, code],
  [`${field.column}_missing`, missing],
];

export const dateParts = (date: DateSql | undefined): readonly Part[] =>
  date === undefined
    ? []
    : [
        ["occurred_date", date.date],
        ["occurred_date_missing", date.missing],
        ["occurred_hour", date.hour],
      ];
