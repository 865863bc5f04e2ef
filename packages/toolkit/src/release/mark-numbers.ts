import { relationOf, text } from "./cell-column.ts";
import { markName } from "./cell-sql.ts";
import type { Cell, CellQuery } from "./cells.ts";

type Value = Cell["key"][number];

/** The marks that a query groups by, as one number per person: a bit for each. */
export type MarkNumbers = {
  /** One row per person with a known force type: `person_id` and `number`. */
  readonly sql: string;
  /** Writes the marks that a number stands for into the key of a cell; null is a person without a known force type. */
  readonly unpack: (number: number | null, key: Value[]) => void;
};

const mostMarks = 30;

/** @returns undefined when the query groups by no mark, or by more than a number has bits */
export function markNumbers(query: CellQuery, tables: Readonly<Record<string, string>>): MarkNumbers | undefined {
  const placed = query.by.flatMap((written, at) =>
    written.startsWith("mark.") ? [{ at, name: markName(query, written) }] : [],
  );
  if (placed.length === 0 || placed.length > mostMarks) return undefined;
  const numberByType = new Map<string, number>();
  for (const [bit, { name }] of placed.entries())
    for (const type of new Set(query.marks?.[name])) numberByType.set(type, (numberByType.get(type) ?? 0) + 2 ** bit);
  const whens = [...numberByType].map(([type, number]) => ` WHEN "force_type" = ${text(type)} THEN ${number}`);
  const number = whens.length > 0 ? `CASE${whens.join("")} ELSE 0 END` : "0";
  const known = `WHERE "person_id" IS NOT NULL AND "force_type" IS NOT NULL`;
  const from = `FROM ${relationOf("force", tables)} ${known} GROUP BY "person_id"`;
  return {
    sql: `SELECT "person_id", BIT_OR(${number}) AS "number" ${from}`,
    unpack: (marked, key) => {
      for (const [bit, { at }] of placed.entries()) key[at] = marked === null ? null : (marked >> bit) & 1;
    },
  };
}
