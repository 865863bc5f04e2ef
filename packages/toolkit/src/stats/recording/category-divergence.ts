import { poissonDeviance } from "../functions/poisson-deviance.ts";

/**
 * How far two mixes of categories are apart: the Jensen–Shannon divergence in bits, 0 (the same mix) to 1 (no category
 * in common). Defined when a category is absent on one side, which the Kullback–Leibler divergence is not. Not a test:
 * small counts give large divergences by chance. Rule of thumb for definition drift: below 0.01 stable, above 0.05 the
 * definition may have changed.
 *
 * Source: Lin (1991), IEEE Transactions on Information Theory 37(1), 145–151.
 *
 * @param before counts by category
 * @param after counts of the same categories, in the same order
 * @returns bits, 0–1; undefined if one side has no counts
 * @throws RangeError if the two differ in length or a count is negative
 * @example categoryDivergence([5, 0], [0, 5]) // 1
 */
export function categoryDivergence(before: readonly number[], after: readonly number[]): number | undefined {
  if (before.length !== after.length)
    throw new RangeError(`invalid counts; both need the same categories: ${before.length}, ${after.length}`);
  for (const count of [...before, ...after])
    if (!(count >= 0)) throw new RangeError(`invalid count; must not be negative: ${count}`);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const [totalBefore, totalAfter] = [sum(before), sum(after)];
  if (totalBefore === 0 || totalAfter === 0) return undefined;

  const nats = before.map((count, index) => {
    const p = count / totalBefore;
    const q = (after[index] ?? 0) / totalAfter;
    // Σp = Σq = Σ(p + q)/2, so these sum to both Kullback–Leibler divergences, without their cancellation.
    return poissonDeviance(p, (p + q) / 2) + poissonDeviance(q, (p + q) / 2);
  });
  return Math.min(1, Math.max(0, sum(nats) / (2 * Math.LN2)));
}
