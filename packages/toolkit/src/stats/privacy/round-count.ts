import type { Interval } from "@evenhand/standard";

/**
 * A count rounded to the nearest multiple of a base, halves up. The same count always gives the same number, so
 * asking twice reveals nothing. Round after suppression, and take shares from rounded counts. Not protection by
 * itself: totals that are rounded apart from their parts can still narrow them.
 *
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.
 *
 * @param count whole number from 0
 * @param base whole number from 1; 5 if not given
 * @throws RangeError if count or base is not such a number
 * @example roundCount(13) // 15
 */
export function roundCount(count: number, base = 5): number {
  check("count", count, 0);
  check("base", base, 1);
  const rest = count % base;
  return count - rest + (2 * rest >= base ? base : 0);
}

/**
 * The counts that round to a published number: from v − ⌊base/2⌋ to v + ⌈base/2⌉ − 1, not below 0.
 *
 * Source: see {@link roundCount}.
 *
 * @param rounded a multiple of the base
 * @throws RangeError if it is not one, or base is not a whole number from 1
 * @example roundedRange(10) // { low: 8, high: 12 }
 */
export function roundedRange(rounded: number, base = 5): Interval {
  check("base", base, 1);
  check("rounded", rounded, 0);
  if (rounded % base !== 0) throw new RangeError(`invalid rounded; not a multiple of ${base}: ${rounded}`);
  return { low: Math.max(0, rounded - Math.floor(base / 2)), high: rounded + Math.ceil(base / 2) - 1 };
}

function check(name: string, value: number, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`invalid ${name}; must be a whole number from ${least}: ${value}`);
}
