import { adjustInOrder, type PValues } from "./adjust-in-order.ts";

/**
 * Multiplies every p value by the number of tests, so that the chance of any false alarm stays at the level. Simple
 * enough to do by hand. Not where holmAdjust can be used: it finds more and promises the same.
 *
 * Source: Dunn (1961), JASA 56, 52–64.
 *
 * @param pValues one per test, 0–1; null for a test that could not be made, which stays null and is not counted
 * @returns adjusted p values in the same order, 0–1
 * @throws RangeError if a p value is outside [0, 1]
 * @example bonferroni([0.01, 0.02, 0.03]) // [0.03, 0.06, 0.09]
 */
export function bonferroni(pValues: readonly number[]): readonly number[];
export function bonferroni(pValues: PValues): PValues;
export function bonferroni(pValues: PValues): PValues {
  return adjustInOrder(pValues, (ascending) => ascending.map((p) => p * ascending.length));
}
