import { cellColumn, quoted, relationOf, text } from "./cell-column.ts";
import type { Cell, CellQuery, SignPlace } from "./cells.ts";

type Value = Cell["key"][number];

/** The signs that a query groups by, as one number per incident: two bits for each. */
export type SignNumbers = {
  /** One row per incident of the places: `incident_id` and `number`. */
  readonly sql: string;
  /** Writes the signs that a number stands for into the key of a cell; null is an incident without a row there. */
  readonly unpack: (number: number | null, key: Value[]) => void;
};

/** Two bits a sign, in a number of 53. */
const mostSigns = 26;

/** Whether a column of a query is a sign. */
export const isSign = (written: string): boolean => written.startsWith("sign.");

/**
 * Places of a sign.
 *
 * @throws RangeError if the query does not define it, its rows do not lead to an incident, or a place has no such column
 */
export function signPlaces(query: CellQuery, written: string): readonly SignPlace[] {
  const places = query.signs?.[written.slice("sign.".length)];
  if (places === undefined || places.length === 0)
    throw new RangeError(`invalid column; no such sign of incidents: ${written}`);
  cellColumn(query.from, "incident_id");
  for (const { table, column } of places) {
    cellColumn(table, column);
    cellColumn(table, "incident_id");
  }
  return places;
}

/** @returns undefined when the query groups by no sign, or by more than a number has bits */
export function signNumbers(query: CellQuery, tables: Readonly<Record<string, string>>): SignNumbers | undefined {
  const placed = query.by.flatMap((written, at) =>
    isSign(written) ? [{ at, places: signPlaces(query, written) }] : [],
  );
  if (placed.length === 0 || placed.length > mostSigns) return undefined;
  const numbers = placed.flatMap(({ places }, index) =>
    places.map((place) => ({ ...place, holds: 3 * 4 ** index, known: 2 * 4 ** index })),
  );
  const columns = [...new Map(numbers.map((one) => [`${one.table}.${one.column}`, one])).values()];
  const parts = columns.map(({ table, column }) => {
    const here = numbers.filter((one) => one.table === table && one.column === column);
    const values = [...new Set(here.flatMap((one) => one.values))];
    const whens = values.map((value) => {
      const number = here.reduce((sum, one) => sum + (one.values.includes(value) ? one.holds : one.known), 0);
      return ` WHEN ${quoted(column)} = ${text(value)} THEN ${number}`;
    });
    const known = here.reduce((sum, one) => sum + one.known, 0);
    const number = `CAST(${whens.length === 0 ? known : `CASE${whens.join("")} ELSE ${known} END`} AS BIGINT)`;
    return `SELECT "incident_id", ${number} AS "number" FROM ${relationOf(table, tables)} WHERE ${quoted(column)} IS NOT NULL`;
  });
  return {
    sql: `SELECT "incident_id", BIT_OR("number") AS "number" FROM (${parts.join(" UNION ALL ")}) AS places GROUP BY "incident_id"`,
    unpack: (number, key) => {
      for (const [index, { at }] of placed.entries()) {
        const bits = number === null ? 0 : Math.floor(number / 4 ** index) % 4;
        key[at] = bits === 3 ? 1 : bits === 2 ? 0 : null;
      }
    },
  };
}

/** One row per incident of the places, with 1, 0 or nothing for each sign: {@link signNumbers} without bits. */
export function signSql(query: CellQuery, tables: Readonly<Record<string, string>>): string {
  const names = query.by.filter(isSign);
  const parts = names.flatMap((written) =>
    signPlaces(query, written).map(({ table, column, values }) => {
      const holds =
        values.length === 0 ? "0" : `CASE WHEN ${quoted(column)} IN (${values.map(text).join(", ")}) THEN 1 ELSE 0 END`;
      const own = names.map((name) => `${name === written ? holds : "CAST(NULL AS INTEGER)"} AS ${quoted(name)}`);
      return `SELECT "incident_id", ${own.join(", ")} FROM ${relationOf(table, tables)} WHERE ${quoted(column)} IS NOT NULL`;
    }),
  );
  const largest = names.map((name) => `MAX(${quoted(name)}) AS ${quoted(name)}`).join(", ");
  return `SELECT "incident_id", ${largest} FROM (${parts.join(" UNION ALL ")}) AS places GROUP BY "incident_id"`;
}
