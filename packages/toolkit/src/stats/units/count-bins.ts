import type { Interval } from "@evenhand/standard";

/**
 * How many values lie in each bin; a bin holds its upper edge but not its lower, the first holds both.
 *
 * Source: R's hist, with its default of closing bins on the right.
 *
 * @param breaks edges, rising, at least two
 * @throws RangeError if breaks do not rise, or a value is outside them
 * @example countBins([0, 1, 1.5], [0, 1, 2]) // [{ low: 0, high: 1, count: 2 }, { low: 1, high: 2, count: 1 }]
 */
export function countBins(
  values: readonly number[],
  breaks: readonly number[],
): readonly (Interval & { readonly count: number })[] {
  const first = breaks[0] ?? Number.NaN;
  const last = breaks.at(-1) ?? Number.NaN;
  if (breaks.length < 2 || breaks.some((edge, place) => place > 0 && !(edge > (breaks[place - 1] ?? edge))))
    throw new RangeError(`invalid breaks; at least two, rising: ${breaks}`);
  const counts = new Float64Array(breaks.length - 1);
  for (const value of values) {
    if (!(value >= first && value <= last)) throw new RangeError(`invalid value; not in [${first}, ${last}]: ${value}`);
    const bin = value === first ? 0 : lowestEdgeFrom(breaks, value) - 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (count, bin) => ({ low: breaks[bin] ?? first, high: breaks[bin + 1] ?? last, count }));
}

function lowestEdgeFrom(breaks: readonly number[], value: number): number {
  let low = 0;
  let high = breaks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Edges at whole multiples of a step that enclose all values.
 *
 * @param values at least one, finite
 * @param step above 0
 * @throws RangeError if there is no value, one is not finite, or more than 10,000 edges would be needed
 * @example evenBreaks([-0.2, 1.1], 0.5) // [-0.5, 0, 0.5, 1, 1.5]
 */
export function evenBreaks(values: readonly number[], step: number): readonly number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const first = Math.floor(low / step);
  const bins = Math.max(1, Math.ceil(high / step) - first);
  if (!(bins < 10_000)) throw new RangeError(`invalid values; must be finite and within 10,000 steps: ${low}, ${high}`);
  return Array.from({ length: bins + 1 }, (_, edge) => (first + edge) * step);
}
