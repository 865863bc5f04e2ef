/**
 * Two raters' answers on the same items as counts: `table[i][j]` items that the first rater put into category i and the
 * second into category j. Square; both raters' categories in the same order.
 */
export type AgreementTable = readonly (readonly number[])[];

/** What every measure of agreement needs of a table. */
export type AgreementShares = {
  /** Items rated by both. */
  readonly total: number;
  /** Share of items on which both raters agree. */
  readonly agreed: number;
  /** Share of the items in each cell. */
  readonly cells: AgreementTable;
  /** Share of the first rater's answers in each category. */
  readonly first: readonly number[];
  /** Share of the second rater's answers in each category. */
  readonly second: readonly number[];
};

/**
 * Turns counts of two raters' answers into shares. Not for raters who saw different items: leave those items out first,
 * and say how many.
 *
 * @throws RangeError if the table is not square, has fewer than two categories, or holds anything but whole numbers ≥ 0
 * @returns undefined when no item was rated
 * @example agreementShares([[3, 1], [0, 4]]) // { total: 8, agreed: 0.875, first: [0.5, 0.5], second: [0.375, 0.625] }
 */
export function agreementShares(table: AgreementTable): AgreementShares | undefined {
  const categories = table.length;
  if (categories < 2) throw new RangeError(`invalid table; must have at least two categories: ${categories}`);
  for (const row of table) {
    if (row.length !== categories) throw new RangeError(`invalid table; must be square: ${categories} × ${row.length}`);
    for (const count of row)
      if (!(Number.isSafeInteger(count) && count >= 0))
        throw new RangeError(`invalid table; counts must be whole numbers, 0 or more: ${count}`);
  }
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const cells = table.map((row) => row.map((count) => count / total));
  const agreedItems = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  const rowTotal = (row: readonly number[]): number => row.reduce((sum, count) => sum + count, 0);
  return {
    total,
    agreed: agreedItems / total,
    cells,
    first: table.map((row) => rowTotal(row) / total),
    second: table.map((_, column) => rowTotal(table.map((row) => row[column] ?? 0)) / total),
  };
}
