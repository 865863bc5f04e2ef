import { normalQuantile } from "../functions/normal-tail.ts";

/** How sure an interval is to be: `level` 0.95 is the default everywhere. */
export type IntervalOptions = { readonly level?: number };

/**
 * The standard-normal score z that a two-sided interval of the given level reaches on either side: 1.96 at 95%.
 * Computed in the small tail, so that levels very near 1 keep their digits. Not for one-sided limits.
 *
 * Source: the quantile function of the normal distribution; see {@link normalQuantile}.
 *
 * @throws RangeError if the level is not between 0 and 1
 * @example levelScore(0.95) // 1.95996…
 */
export function levelScore(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; must be between 0 and 1: ${level}`);
  return -normalQuantile((1 - level) / 2);
}
