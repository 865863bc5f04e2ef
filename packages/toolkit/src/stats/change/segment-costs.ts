/** What it costs to describe a stretch of a series by one level; the smaller, the better it fits. */
export type SegmentCost = {
  /** Periods in the series. */
  readonly length: number;
  /** Numbers one level consists of: 1 for a rate, one less than the categories for a mix. */
  readonly parameters: number;
  /** Cost of the periods start, …, end − 1, counted from 0. Calculated in a time that does not grow with the stretch. */
  readonly cost: (start: number, end: number) => number;
};

/**
 * Cost of a constant rate over a stretch of counts: −2 log likelihood of the Poisson model without its constants,
 * 2(E·r − y·ln r) with r = y/E. Not for counts whose exposure is unknown: a change in exposure then looks like a change
 * in rate.
 *
 * Source: Killick, Fearnhead & Eckley (2012), JASA 107, 1590–1598.
 *
 * @param counts events of each period, with explicit zeros
 * @param exposure people, stops or days of each period; 1 each if left out
 * @throws RangeError if the lists differ in length, a number is negative, or there are events where there is no exposure
 * @example poissonCost([3, 5], [1, 1]).cost(0, 2) // -6.1807…
 */
export function poissonCost(counts: readonly number[], exposure: readonly number[] = counts.map(() => 1)): SegmentCost {
  if (exposure.length !== counts.length)
    throw new RangeError(`invalid exposure; must have ${counts.length} values: ${exposure.length}`);
  counts.forEach((count, index) => {
    if (count > 0 && exposure[index] === 0) throw new RangeError(`invalid exposure; 0 with ${count} events: 0`);
  });
  const events = runningTotals(counts);
  const exposed = runningTotals(exposure);
  return {
    length: counts.length,
    parameters: 1,
    cost: (start, end) => {
      const y = between(events, start, end);
      return y === 0 ? 0 : 2 * (y - y * Math.log(y / between(exposed, start, end)));
    },
  };
}

/**
 * Cost of a constant mix of categories over a stretch: −2 Σ c·ln(c/n), the multinomial −2 log likelihood without its
 * constants. Not for a change in how many there are, which it does not see: use {@link poissonCost}.
 *
 * Source: Killick, Fearnhead & Eckley (2012), JASA 107, 1590–1598.
 *
 * @param counts for each period, the events of each category; every period lists the same categories
 * @throws RangeError if periods list different numbers of categories, or a count is negative
 * @example multinomialCost([[3, 1], [1, 3]]).cost(0, 2) // 11.0903…
 */
export function multinomialCost(counts: readonly (readonly number[])[]): SegmentCost {
  const categories = counts[0]?.length ?? 0;
  for (const period of counts)
    if (period.length !== categories)
      throw new RangeError(`invalid counts; must have ${categories} categories: ${period.length}`);
  const totals = Array.from({ length: categories }, (_, category) =>
    runningTotals(counts.map((period) => period[category] ?? 0)),
  );
  return {
    length: counts.length,
    parameters: Math.max(0, categories - 1),
    cost: (start, end) => {
      const parts = totals.map((total) => between(total, start, end));
      const all = parts.reduce((sum, part) => sum + part, 0);
      return -2 * parts.reduce((sum, part) => sum + (part === 0 ? 0 : part * Math.log(part / all)), 0);
    },
  };
}

function runningTotals(values: readonly number[]): readonly number[] {
  const totals = [0];
  for (const value of values) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid value; must not be negative: ${value}`);
    totals.push((totals.at(-1) ?? 0) + value);
  }
  return totals;
}

function between(totals: readonly number[], start: number, end: number): number {
  return (totals[end] ?? 0) - (totals[start] ?? 0);
}
