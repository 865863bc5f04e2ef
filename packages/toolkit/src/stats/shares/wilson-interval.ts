import type { Interval } from "@evenhand/standard";

/**
 * Confidence interval for a proportion, such as the share of people who were injured. Stays inside [0, 1] and is
 * usable when `count` is 0, which the normal approximation is not. Not for rates per exposure, not for rows that come
 * in clusters (the force used by several officers on one person), and not a statement about missing values: use
 * {@link missingBounds} for those.
 *
 * Source: Wilson (1927), JASA 22(158), 209–212.
 *
 * @param count events observed, 0 ≤ count ≤ total
 * @param total trials; a whole number, at least 1
 * @param z standard-normal quantile; 1.959964 gives 95%
 * @returns lower and upper bound, as proportions (not percentages)
 * @throws RangeError if total is below 1 or count is not in [0, total]
 * @example wilsonInterval(81, 263) // { low: 0.2553…, high: 0.3662… }
 */
export function wilsonInterval(count: number, total: number, z = 1.959963984540054): Interval {
  if (!(total >= 1)) throw new RangeError(`invalid total; must be at least 1: ${total}`);
  if (!(0 <= count && count <= total)) throw new RangeError(`invalid count; not in [0, ${total}]: ${count}`);

  const share = count / total;
  const center = share + z ** 2 / (2 * total);
  const margin = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const scale = 1 + z ** 2 / total;
  const low = count === 0 ? 0 : Math.max(0, (center - margin) / scale);
  const high = count === total ? 1 : Math.min(1, (center + margin) / scale);
  return { low, high };
}
