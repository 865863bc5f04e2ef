import type { CodedField } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { type CodedSql, noReason } from "./token-sql.ts";

/** A SELECT over one mapped table: every row is one mention of a thing, which several rows may mention. */
export type Mention = {
  readonly sql: string;
  readonly columns: ReadonlySet<string>;
  /** Columns that are `TRUE` or `FALSE`, or without a missing reason, in every row of the table. */
  readonly constants: ReadonlyMap<string, string>;
  /** What its rows do not carry themselves and must be found through other tables. */
  readonly needs: ReadonlySet<Need>;
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
    constants: new Map(parts.filter(([, sql]) => ["TRUE", "FALSE", noReason].includes(sql))),
    needs: new Set<Need>([...needs.map(([need]) => need), ...(sqlOf.has("occurred_date") ? [] : (["date"] as const))]),
  };
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
