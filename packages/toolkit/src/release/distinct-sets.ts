import { type CellColumn, cellColumn, columnSql, quoted, relationOf, text } from "./cell-column.ts";
import { whereSql } from "./cell-sql.ts";
import type { Cell, CellQuery } from "./cells.ts";
import type { ValuesOf } from "./packed-columns.ts";

/** One statement, and how the rows of its answer are read as cells. */
export type NumberedQuery = {
  readonly sql: string;
  readonly cells: (rows: readonly Readonly<Record<string, unknown>>[]) => readonly Cell[];
};

/** Bits that a whole number of JavaScript holds: one for missing, one for each value, one for a value not listed. */
const mostBits = 53;

/**
 * The one column by which a query counts distinct values of its own table; undefined when it groups by several columns,
 * by whether one is filled, or across a join.
 */
export function distinctSetColumn({ from, by, where, distinct }: CellQuery): CellColumn | undefined {
  const [written, ...more] = by;
  if (written === undefined || more.length > 0 || distinct === undefined) return undefined;
  const columns = [written, distinct, ...Object.keys(where ?? {})].map((name) => cellColumn(from, name));
  const isOwn = columns.every(({ table }) => table === from);
  return isOwn && columns[0]?.isPresence === false ? columns[0] : undefined;
}

/**
 * Counts distinct values, such as incidents by force type, in two steps: the set of types of each incident, as one
 * number, then how many incidents have each set. The engine keeps one row per incident in place of one per incident and
 * type. The cells are those of `COUNT(DISTINCT …)`.
 *
 * @param tables SQL relation by table
 * @returns undefined where {@link distinctSetColumn} is, or the column has too many values
 */
export function distinctSets(
  query: CellQuery,
  tables: Readonly<Record<string, string>>,
  valuesOf: ValuesOf,
): NumberedQuery | undefined {
  const column = distinctSetColumn(query);
  const values = column === undefined ? undefined : valuesOf(column);
  if (column === undefined || values === undefined || values.length + 2 > mostBits) return undefined;
  const own = (written: string) => columnSql("t", cellColumn(query.from, written));
  const counted = own(query.distinct ?? "");
  const grouped = `t.${quoted(column.name)}`;
  const whens = values.map((value, index) => ` WHEN ${grouped} = ${text(value)} THEN ${2 ** (index + 1)}`);
  const unlisted = 2 ** (values.length + 1);
  const bit = `CASE WHEN ${grouped} IS NULL THEN 1${whens.join("")} ELSE ${unlisted} END`;
  const rows = `FROM ${relationOf(query.from, tables)} AS t${whereSql(query, own)}`;
  const sets = `SELECT ${counted} AS "counted", BIT_OR(CAST(${bit} AS BIGINT)) AS "bits" ${rows} GROUP BY ${counted}`;
  const isFilled = `CASE WHEN "counted" IS NULL THEN 0 ELSE 1 END`;
  return {
    sql: `SELECT "bits" AS k0, ${isFilled} AS k1, COUNT(*) AS "count" FROM (${sets}) AS sets GROUP BY "bits", ${isFilled}`,
    cells: (answered) => {
      const countByValue = new Map<string | number | null, number>();
      for (const { k0, k1, count } of answered) {
        if (Number(k0) >= unlisted)
          throw new RangeError(`invalid values; ${column.name} holds one that was not listed`);
        for (const [index, value] of [null, ...values].entries())
          if (Math.floor(Number(k0) / 2 ** index) % 2 === 1)
            countByValue.set(value, (countByValue.get(value) ?? 0) + Number(k1) * Number(count));
      }
      return [...countByValue].map(([value, count]) => ({ key: [value], count }));
    },
  };
}
