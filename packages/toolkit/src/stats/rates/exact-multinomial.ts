import { logFactorial } from "../functions/log-gamma.ts";

const mostTables = 500_000;

/**
 * Exact p value of Pearson's statistic for counts that fall into cells with given shares: the probability of every way
 * the events could fall whose statistic is at least the observed one. Not for many events: the ways are listed one by
 * one.
 *
 * Source: Agresti (2013), Categorical Data Analysis, 1.5.
 *
 * @param counts whole numbers, one per cell
 * @param shares above 0, one per cell, adding up to 1
 * @returns p value, 0–1, or undefined if there are more than half a million ways
 * @throws RangeError if there are not as many shares as counts
 * @example exactMultinomialPValue([0, 3, 1], [0.125, 0.5, 0.375]) // 0.6484375
 */
export function exactMultinomialPValue(counts: readonly number[], shares: readonly number[]): number | undefined {
  if (counts.length !== shares.length) {
    throw new RangeError(`invalid shares; must be as many as counts: ${shares.length}, ${counts.length}`);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (numberOfTables(total, counts.length) > mostTables) return undefined;
  const observed = sumOfTerms(counts, shares);
  const closeness = 1e-9 * Math.max(1, observed);
  let sum = 0;

  const place = (cell: number, left: number, statistic: number, logProbability: number): void => {
    const share = shares[cell] ?? 1;
    if (cell === shares.length - 1) {
      const reached = statistic + left ** 2 / share;
      if (reached >= observed - closeness) sum += Math.exp(logProbability + logTerm(left, share));
      return;
    }
    for (let count = 0; count <= left; count++) {
      place(cell + 1, left - count, statistic + count ** 2 / share, logProbability + logTerm(count, share));
    }
  };
  place(0, total, 0, logFactorial(total));
  return Math.min(1, sum);
}

/** Σ x²/share, which orders tables of one total as Pearson's statistic does. */
function sumOfTerms(counts: readonly number[], shares: readonly number[]): number {
  return counts.reduce((sum, count, index) => sum + count ** 2 / (shares[index] ?? 1), 0);
}

function logTerm(count: number, share: number): number {
  return count === 0 ? 0 : count * Math.log(share) - logFactorial(count);
}

function numberOfTables(total: number, cells: number): number {
  let number = 1;
  for (let k = 1; k < cells; k++) number *= (total + k) / k;
  return number;
}
