/**
 * A cell of a table counted from 0, a total of a row (`column: "total"`), of a column or of the table, or a subtotal of
 * a group of rows.
 */
export type TableCell = { readonly row: number | "total" | `group ${number}`; readonly column: number | "total" };

/**
 * A cell as an arc that carries its count. Counts flow from the table to its rows (row totals), from rows to columns
 * (cells), from columns to the end (column totals) and back to the start (the grand total), and what enters a node
 * leaves it: this is all that the sums of a table say. Groups of rows (the districts of beats, the years of months)
 * are nodes on the way in, and on the way from cells to columns.
 */
export type CellArc = TableCell & { readonly from: number; readonly to: number; readonly count: number };

/** Counts by row and column, and which rows have subtotals together. */
export type CountTable = {
  readonly table: readonly (readonly number[])[];
  /** Rows of each group, every row in exactly one; no subtotals if not given. */
  readonly rowGroups?: readonly (readonly number[])[];
};

/**
 * The cells and totals of a two-way table as a network of arcs: cells first, then row totals, column totals, subtotals
 * and the grand total. Subtotals may be over rows, not over rows and columns both.
 *
 * Source: Cox (1995), JASA 90, 1453–1462 (network models for tables).
 *
 * @throws RangeError if rows differ in length, a count is not a whole number from 0, or a row is not in one group
 * @example tableNetwork({ table: [[3, 5]] }).map(({ row, column, count }) => `${row} ${column}: ${count}`)
 *   // ["0 0: 3", "0 1: 5", "0 total: 8", "total 0: 3", "total 1: 5", "total total: 8"]
 */
export function tableNetwork({ table, rowGroups = [] }: CountTable): readonly CellArc[] {
  checkTable(table, rowGroups);
  const columns = [...(table[0] ?? []).keys()];
  const rows = [...table.keys()];
  const groupOf = new Map(rowGroups.flatMap((members, group) => members.map((row) => [row, group] as const)));
  const groupStart = 2 + rows.length + columns.length;
  const rowNode = (row: number): number => 2 + row;
  const columnNode = (column: number): number => 2 + rows.length + column;
  const groupNode = (group: number): number => groupStart + group;
  const partNode = (group: number, column: number): number =>
    groupStart + rowGroups.length + group * columns.length + column;

  const count = (members: readonly number[], over: readonly number[]): number =>
    members.reduce((sum, row) => over.reduce((part, column) => part + (table[row]?.[column] ?? 0), sum), 0);
  const cells = rows.flatMap((row) =>
    columns.map((column) => {
      const group = groupOf.get(row);
      const to = group === undefined ? columnNode(column) : partNode(group, column);
      return { row, column, count: count([row], [column]), from: rowNode(row), to };
    }),
  );
  const rowTotals = rows.map((row) => {
    const group = groupOf.get(row);
    const from = group === undefined ? start : groupNode(group);
    return { row, column: "total" as const, count: count([row], columns), from, to: rowNode(row) };
  });
  const total = { row: "total" as const };
  const columnTotals = columns.map((column) => {
    return { ...total, column, count: count(rows, [column]), from: columnNode(column), to: end };
  });
  const subtotals = rowGroups.flatMap((members, group): CellArc[] => {
    const row = `group ${group}` as const;
    const parts = columns.map((column) => {
      return { row, column, count: count(members, [column]), from: partNode(group, column), to: columnNode(column) };
    });
    return [...parts, { row, column: "total", count: count(members, columns), from: start, to: groupNode(group) }];
  });
  const all = { ...total, column: "total" as const, count: count(rows, columns), from: end, to: start };
  return [...cells, ...rowTotals, ...columnTotals, ...subtotals, all];
}

const start = 0;
const end = 1;

/**
 * A word for a cell that equal cells share.
 *
 * @example cellKey({ row: 0, column: "total" }) // "0 total"
 */
export function cellKey({ row, column }: TableCell): string {
  return `${row} ${column}`;
}

/**
 * Whether a cell is a total or a subtotal.
 *
 * @example isTotal({ row: "group 0", column: 2 }) // true
 */
export function isTotal({ row, column }: TableCell): boolean {
  return typeof row !== "number" || column === "total";
}

function checkTable(table: CountTable["table"], rowGroups: readonly (readonly number[])[]): void {
  const width = table[0]?.length ?? 0;
  for (const counts of table) {
    if (counts.length !== width) throw new RangeError(`invalid table; rows of one length: ${width}, ${counts.length}`);
    for (const count of counts)
      if (!(Number.isSafeInteger(count) && count >= 0))
        throw new RangeError(`invalid count; must be a whole number from 0: ${count}`);
  }
  const grouped = rowGroups.flat().toSorted((left, right) => left - right);
  if (rowGroups.length > 0 && (grouped.length !== table.length || grouped.some((row, index) => row !== index)))
    throw new RangeError(`invalid rowGroups; every row in exactly one: ${grouped}`);
}
