/** By how much counts vary more than independent events would, and on how many degrees of freedom that rests. */
export type TableDispersion = { readonly factor: number; readonly degrees: number };

const fewestDegrees = 8;

/**
 * By how much the variance of the groups' totals exceeds that of independent events, from a table of groups by periods:
 * Pearson's chi-square of each period over its degrees of freedom, averaged with the periods' totals as weights. The
 * plain average counts a period with one cluster as much as one with twenty, which makes the factor too small where
 * clusters are few. About 1 for independent events whose mix of groups is steady; larger when events come in clusters or
 * the mix changes over time, so that a variance widened by it is on the safe side. Not a test, and not for clusters that
 * reach over several periods.
 *
 * Formula: φ = Σ n_c X²_c / ((R − 1) Σ n_c (1 − n_c/N)), X²_c = Σ (y − e)²/e within column c, e = row total · n_c / N;
 * degrees (Satterthwaite) = (R − 1)(N² / Σ n_c² − 1), which is (R − 1)(C − 1) for columns of equal totals.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 4.5 and 6.2.3; Satterthwaite (1946), Biometrics Bulletin
 * 2, 110–114. The weights follow from Var(Σ y) = Σ φ_c n_c p (1 − p).
 *
 * @param counts rows of equal length, one per group; empty rows and columns are left out
 * @returns undefined below 8 degrees of freedom, where it is too rough
 * @throws RangeError if a row has another length or a count is negative
 * @example twoWayDispersion([Array.from({ length: 21 }, (_, i) => 4 + (i % 2)), Array.from({ length: 21 }, () => 9)]) // { factor: 0.0390…, degrees: 19.97… }
 */
export function twoWayDispersion(counts: readonly (readonly number[])[]): TableDispersion | undefined {
  const columns = counts[0]?.length ?? 0;
  for (const row of counts) {
    if (row.length !== columns)
      throw new RangeError(`invalid counts; rows must be of length ${columns}: ${row.length}`);
    for (const count of row) if (!(count >= 0)) throw new RangeError(`invalid count; must not be negative: ${count}`);
  }
  const rowTotals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = Array.from({ length: columns }, (_, column) =>
    counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const total = rowTotals.reduce((sum, count) => sum + count, 0);
  const groups = rowTotals.filter((count) => count > 0).length;
  const squares = columnTotals.reduce((sum, count) => sum + (count / total) ** 2, 0);
  const degrees = (groups - 1) * (1 / squares - 1);
  if (!(degrees >= fewestDegrees)) return undefined;
  const chiSquare = columnTotals.reduce((sum, columnTotal, column) => {
    const own = counts.reduce((part, row, index) => {
      const expected = ((rowTotals[index] ?? 0) * columnTotal) / total;
      return expected > 0 ? part + ((row[column] ?? 0) - expected) ** 2 / expected : part;
    }, 0);
    return sum + (columnTotal / total) * own;
  }, 0);
  return { factor: chiSquare / ((groups - 1) * (1 - squares)), degrees };
}
