import { adjustInOrder, type PValues, runningMinimumFromEnd } from "./adjust-in-order.ts";

/**
 * Step-up version of Holm's adjustment: finds a little more, but keeps the chance of any false alarm at the level only
 * for tests that are independent or positively dependent. Not for groups compared with one another: use holmAdjust.
 *
 * Source: Hochberg (1988), Biometrika 75, 800–802.
 *
 * @param pValues one per test, 0–1; null for a test that could not be made, which stays null and is not counted
 * @returns adjusted p values in the same order, 0–1
 * @throws RangeError if a p value is outside [0, 1]
 * @example hochberg([0.01, 0.02, 0.03]) // [0.03, 0.03, 0.03]
 */
export function hochberg(pValues: readonly number[]): readonly number[];
export function hochberg(pValues: PValues): PValues;
export function hochberg(pValues: PValues): PValues {
  return adjustInOrder(pValues, (ascending) =>
    runningMinimumFromEnd(ascending.map((p, rank) => p * (ascending.length - rank))),
  );
}
