import { adjustInOrder, type PValues } from "./adjust-in-order.ts";

/**
 * Adjusts p values by closing Simes's test: finds at least as much as hochberg, under the same condition that the tests
 * are independent or positively dependent. Not for groups compared with one another: use holmAdjust. Not for thousands
 * of tests: its cost grows with the square of their number.
 *
 * Source: Hommel (1988), Biometrika 75, 383–386; algorithm of Wright (1992), Biometrics 48, 1005–1013.
 *
 * @param pValues one per test, 0–1; null for a test that could not be made, which stays null and is not counted
 * @returns adjusted p values in the same order, 0–1
 * @throws RangeError if a p value is outside [0, 1]
 * @example hommel([0.01, 0.02, 0.03]) // [0.03, 0.03, 0.03]
 */
export function hommel(pValues: readonly number[]): readonly number[];
export function hommel(pValues: PValues): PValues;
export function hommel(pValues: PValues): PValues {
  return adjustInOrder(pValues, closeSimes);
}

function closeSimes(ascending: readonly number[]): readonly number[] {
  const total = ascending.length;
  const at = (index: number) => ascending[index] ?? 1;
  const simes = Math.min(...ascending.map((p, rank) => (total * p) / (rank + 1)));
  let largest = ascending.map(() => simes);
  for (let size = total - 1; size >= 2; size--) {
    const free = total - size;
    let smallest = Number.POSITIVE_INFINITY;
    for (let k = 2; k <= size; k++) smallest = Math.min(smallest, (size * at(free + k - 1)) / k);
    const last = Math.min(size * at(free), smallest);
    const capped = ascending.map((p, rank) => (rank <= free ? Math.min(size * p, smallest) : last));
    largest = largest.map((value, rank) => Math.max(value, capped[rank] ?? 0));
  }
  return largest.map((value, rank) => Math.max(value, at(rank)));
}
