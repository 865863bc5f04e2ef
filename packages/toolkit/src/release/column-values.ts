import type { ReleaseTable } from "@evenhand/standard";
import { type CellColumn, quoted } from "./cell-column.ts";
import type { ValuesOf } from "./packed-columns.ts";

/** Each value is one more comparison for every row: a column of more is left as it is. */
const mostValues = 64;

/** The values of columns, each listed once. */
export type ColumnValues = {
  readonly list: (column: Omit<CellColumn, "isPresence">) => Promise<void>;
  /** Of a column that was listed; undefined where it has too many values, or other ones than texts and whole numbers. */
  readonly valuesOf: ValuesOf;
};

/** Lists which values columns hold, so that a query can put numbers in their place. */
export function columnValues(
  rows: (sql: string) => Promise<readonly Record<string, unknown>[]>,
  relations: Readonly<Record<ReleaseTable, string>>,
): ColumnValues {
  const valuesByColumn = new Map<string, readonly (string | number)[] | undefined>();
  const nameOf = ({ table, name }: Omit<CellColumn, "isPresence">) => `${table}.${name}`;
  return {
    list: async (column) => {
      if (valuesByColumn.has(nameOf(column))) return;
      const name = quoted(column.name);
      const found = await rows(
        `SELECT ${name} AS "value" FROM ${relations[column.table]} WHERE ${name} IS NOT NULL GROUP BY ${name} LIMIT ${mostValues + 1}`,
      );
      const values = found.map(({ value }) => value).filter(isListable);
      const isComplete = found.length <= mostValues && values.length === found.length;
      valuesByColumn.set(nameOf(column), isComplete ? values : undefined);
    },
    valuesOf: (column) => valuesByColumn.get(nameOf(column)),
  };
}

const isListable = (value: unknown): value is string | number =>
  typeof value === "string" || Number.isSafeInteger(value);
