import type { ReleaseTable } from "@evenhand/standard";
import { type CellColumn, keyByTable, quoted, relationOf, text } from "./cell-column.ts";
import type { Cell } from "./cells.ts";

type Value = Cell["key"][number];

/** Values of a column but the missing one, in a fixed order; undefined where they are not known or too many. */
export type ValuesOf = (column: Omit<CellColumn, "isPresence">) => readonly (string | number)[] | undefined;

/** A column, and its position in the key of a query. */
export type PlacedColumn = CellColumn & { readonly at: number };

/** Columns borrowed from one table: most as one number for each of its rows, some as they are. */
export type PackedColumns = {
  readonly table: ReleaseTable;
  /** The table's key, the columns left as they are, and `number`. */
  readonly sql: string;
  readonly plain: readonly PlacedColumn[];
  /** Writes the values that a number stands for into the key of a cell. */
  readonly unpack: (number: number, key: Value[]) => void;
};

/** Numbers stay well inside INTEGER. */
const largestNumber = 2 ** 30;

type Digit = {
  readonly at: number;
  readonly size: number;
  readonly sql: string;
  readonly read: (digit: number) => Value;
};

/**
 * Packs columns of one table into one whole number a row, a digit for each column. The engine then keeps 4 bytes per row
 * and column set while it joins, in place of a text per column. A column whose values are not known stays as it is.
 *
 * @param tables SQL relation by table
 */
export function packColumns(
  table: ReleaseTable,
  columns: readonly PlacedColumn[],
  { tables, valuesOf }: { readonly tables: Readonly<Record<string, string>>; readonly valuesOf: ValuesOf },
): PackedColumns {
  const digits: (Digit & { readonly factor: number })[] = [];
  const plain: PlacedColumn[] = [];
  let factor = 1;
  for (const column of columns) {
    const found = digitOf(column, valuesOf);
    if (found === undefined || factor * found.size > largestNumber) plain.push(column);
    else {
      digits.push({ ...found, factor });
      factor *= found.size;
    }
  }
  const number = digits.length > 0 ? digits.map(({ factor, sql }) => `${factor} * ${sql}`).join(" + ") : "0";
  const names = new Set([keyByTable[table] ?? "", ...plain.map(({ name }) => name)]);
  const select = [...[...names].map(quoted), `${number} AS "number"`].join(", ");
  const unpack = (packed: number, key: Value[]): void => {
    for (const { at, factor, size, read } of digits) key[at] = read(Math.floor(packed / factor) % size);
  };
  return { table, sql: `SELECT ${select} FROM ${relationOf(table, tables)}`, plain, unpack };
}

/** 0 is missing, also for a row that leads nowhere; then the values; the last says that a value was not listed. */
function digitOf({ table, name, isPresence, at }: PlacedColumn, valuesOf: ValuesOf): Digit | undefined {
  const column = quoted(name);
  const isEmpty = `WHEN ${column} IS NULL THEN 0`;
  if (isPresence) return { at, size: 2, sql: `CASE ${isEmpty} ELSE 1 END`, read: (digit) => digit };
  const values = valuesOf({ table, name });
  if (values === undefined) return undefined;
  const whens = values.map((value, index) => ` WHEN ${column} = ${text(value)} THEN ${index + 1}`);
  const unlisted = values.length + 1;
  const read = (digit: number): Value => {
    if (digit === unlisted) throw new RangeError(`invalid values; ${name} holds one that was not listed`);
    return values[digit - 1] ?? null;
  };
  return { at, size: unlisted + 1, sql: `CASE ${isEmpty}${whens.join("")} ELSE ${unlisted} END`, read };
}
