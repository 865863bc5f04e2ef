import { adjustInOrder, type PValues, runningMinimumFromEnd } from "./adjust-in-order.ts";

/**
 * As {@link benjaminiHochberg}, but valid whatever the dependence between the tests, at the price of a factor of
 * 1 + ½ + … + 1/m. For claims that are adverse to a person. Not for planned comparisons of a few groups: use holmAdjust.
 *
 * Source: Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165–1188.
 *
 * @param pValues one per test, 0–1; null for a test that could not be made, which stays null and is not counted
 * @returns adjusted p values in the same order, 0–1
 * @throws RangeError if a p value is outside [0, 1]
 * @example benjaminiYekutieli([0.04, 0.04, 0.04]) // [0.07333333…, 0.07333333…, 0.07333333…]
 */
export function benjaminiYekutieli(pValues: readonly number[]): readonly number[];
export function benjaminiYekutieli(pValues: PValues): PValues;
export function benjaminiYekutieli(pValues: PValues): PValues {
  return adjustInOrder(pValues, (ascending) => {
    const harmonic = ascending.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
    return runningMinimumFromEnd(ascending.map((p, rank) => harmonic * p * (ascending.length / (rank + 1))));
  });
}
