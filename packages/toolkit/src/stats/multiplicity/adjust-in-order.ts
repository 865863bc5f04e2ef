/** p values of tests made together; null where a test could not be made. */
export type PValues = readonly (number | null)[];

/**
 * Applies an adjustment that needs the p values in ascending order, and puts its answers back in their places. Nulls
 * stay null and are not counted as tests.
 *
 * @param pValues one per test, 0–1, or null
 * @param adjust gets the p values from smallest to largest, and gives as many
 * @returns adjusted p values in the same places, at most 1
 * @throws RangeError if a p value is outside [0, 1]
 * @example adjustInOrder([0.2, null, 0.1], (ascending) => ascending.map((p) => 2 * p)) // [0.4, null, 0.2]
 */
export function adjustInOrder(pValues: PValues, adjust: (ascending: readonly number[]) => readonly number[]): PValues {
  const tests = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  for (const { p } of tests) if (!(0 <= p && p <= 1)) throw new RangeError(`invalid p value; not in [0, 1]: ${p}`);
  tests.sort((left, right) => left.p - right.p);
  const ascending = adjust(tests.map(({ p }) => p));
  const adjusted: (number | null)[] = pValues.map(() => null);
  tests.forEach(({ index }, rank) => {
    adjusted[index] = Math.min(1, ascending[rank] ?? 1);
  });
  return adjusted;
}

/**
 * The largest value so far, at each place: what a step-down procedure makes of its factors.
 *
 * @example runningMaximum([1, 3, 2]) // [1, 3, 3]
 */
export function runningMaximum(values: readonly number[]): readonly number[] {
  let largest = Number.NEGATIVE_INFINITY;
  return values.map((value) => {
    largest = Math.max(largest, value);
    return largest;
  });
}

/**
 * The smallest value from here on, at each place: what a step-up procedure makes of its factors.
 *
 * @example runningMinimumFromEnd([1, 3, 2]) // [1, 2, 2]
 */
export function runningMinimumFromEnd(values: readonly number[]): readonly number[] {
  let smallest = Number.POSITIVE_INFINITY;
  return values
    .toReversed()
    .map((value) => {
      smallest = Math.min(smallest, value);
      return smallest;
    })
    .toReversed();
}
