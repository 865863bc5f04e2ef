/** How a cumulative sum is tuned. */
export type CusumOptions = {
  /** Counts to be expected of each period if nothing changes; one for each count, none below 0. */
  readonly expected: readonly number[];
  /** The change to notice, as a multiple of the expected rate: 2 a doubling, 0.5 a halving. Above 0, not 1. */
  readonly ratio: number;
  /** The sum, in events, at which the chart signals. */
  readonly threshold?: number;
};

/** @see cusum */
export type Cusum = {
  /** The cumulative sum after each period. It goes on after a signal, without a reset. */
  readonly sums: readonly number[];
  /** The first period whose sum reaches the threshold, counted from 1; undefined if none does. */
  readonly signalAt: number | undefined;
};

/**
 * Cumulative-sum chart for counts: notices a lasting change soon after it begins. With k = (ratio − 1) / ln ratio, the
 * sum is S = max(0, S + y − k·expected) for a rise, and S = max(0, S + k·expected − y) for a fall. Not a test of a date
 * chosen beforehand (use {@link segmentedSeries}), and it says nothing of why. A chart that runs long enough signals by
 * chance: say how often with {@link cusumSignalProbability}. Counts that vary more than Poisson counts signal more often.
 *
 * Source: Page (1954), Biometrika 41, 100–115; k for Poisson counts: Lucas (1985), Technometrics 27, 129–144.
 *
 * @param counts events of each period, in order of time, with explicit zeros
 * @throws RangeError if the two lists differ in length, a number is negative, or ratio or threshold is out of range
 * @example cusum([2, 7, 5, 9], { expected: [4, 4, 4, 4], ratio: 2 }) // { sums: [0, 1.2292…, 0.4584…, 3.6876…] }
 */
export function cusum(counts: readonly number[], { expected, ratio, threshold = 5 }: CusumOptions): Cusum {
  if (expected.length !== counts.length)
    throw new RangeError(`invalid expected; must have ${counts.length} values: ${expected.length}`);
  const allowance = cusumAllowance(ratio);
  if (!(threshold > 0 && threshold < Infinity))
    throw new RangeError(`invalid threshold; must be positive: ${threshold}`);
  const direction = ratio > 1 ? 1 : -1;
  const sums: number[] = [];
  let sum = 0;
  counts.forEach((count, index) => {
    const usual = expected[index] ?? Number.NaN;
    for (const [name, value] of Object.entries({ count, expected: usual }))
      if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid ${name}; must not be negative: ${value}`);
    sum = Math.max(0, sum + direction * (count - allowance * usual));
    sums.push(sum);
  });
  const first = sums.findIndex((value) => value >= threshold);
  return { sums, signalAt: first === -1 ? undefined : first + 1 };
}

/**
 * The part of the expected count that a cumulative sum lets pass in each period: (ratio − 1) / ln ratio. Not for a
 * ratio of 1, which is no change.
 *
 * Source: Lucas (1985), Technometrics 27, 129–144.
 *
 * @param ratio rate to notice over the expected rate; above 0, not 1
 * @throws RangeError if ratio is not above 0, or is 1
 * @example cusumAllowance(2) // 1.4426…
 */
export function cusumAllowance(ratio: number): number {
  if (!(ratio > 0 && ratio < Infinity) || ratio === 1)
    throw new RangeError(`invalid ratio; must be positive and not 1: ${ratio}`);
  return (ratio - 1) / Math.log1p(ratio - 1);
}
