import { adjustInOrder, type PValues, runningMinimumFromEnd } from "./adjust-in-order.ts";

/**
 * Adjusts p values so that, among the tests called positive, the expected share of false ones stays at the level. For
 * screening many units, officers or reasons. Not for planned comparisons of a few groups (use holmAdjust), nor for a
 * claim that is adverse to one person under unknown dependence (use benjaminiYekutieli).
 *
 * Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 *
 * @param pValues one per test, 0–1; null for a test that could not be made, which stays null and is not counted
 * @returns adjusted p values in the same order, 0–1
 * @throws RangeError if a p value is outside [0, 1]
 * @example benjaminiHochberg([0.01, 0.02, 0.03]) // [0.03, 0.03, 0.03]
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[];
export function benjaminiHochberg(pValues: PValues): PValues;
export function benjaminiHochberg(pValues: PValues): PValues {
  return adjustInOrder(pValues, (ascending) =>
    runningMinimumFromEnd(ascending.map((p, rank) => p * (ascending.length / (rank + 1)))),
  );
}
