import { adjustInOrder, type PValues, runningMaximum } from "./adjust-in-order.ts";

/**
 * Adjusts p values for the number of tests made together, so that the chance of any false alarm stays at the level.
 * Valid whatever the dependence between the tests. Not for screening hundreds of units, where it finds too little:
 * use a false-discovery rate there.
 *
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 *
 * @param pValues one per test, 0–1; null for a test that could not be made, which stays null and is not counted
 * @returns adjusted p values in the same order, 0–1
 * @throws RangeError if a p value is outside [0, 1]
 * @example holmAdjust([0.01, 0.02, 0.03]) // [0.03, 0.04, 0.04]
 */
export function holmAdjust(pValues: readonly number[]): readonly number[];
export function holmAdjust(pValues: PValues): PValues;
export function holmAdjust(pValues: PValues): PValues {
  return adjustInOrder(pValues, (ascending) =>
    runningMaximum(ascending.map((p, rank) => p * (ascending.length - rank))),
  );
}
