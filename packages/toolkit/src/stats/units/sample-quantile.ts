/**
 * The value below which a given share of the values lies, interpolated linearly between neighbours in order. Not for
 * the tails of small samples: the 1st percentile of ten values is close to the smallest.
 *
 * Formula: x₍ⱼ₎ + (h − j)(x₍ⱼ₊₁₎ − x₍ⱼ₎) with h = 1 + (n − 1)·share and j = ⌊h⌋.
 *
 * Source: Hyndman & Fan (1996), The American Statistician 50, 361–365, definition 7.
 *
 * @param values at least one
 * @param share 0–1
 * @throws RangeError if there is no value, a value is not a number, or the share is outside [0, 1]
 * @example sampleQuantile([4, 1, 3, 2], 0.25) // 1.75
 */
export function sampleQuantile(values: readonly number[], share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`invalid share; not in [0, 1]: ${share}`);
  if (values.some(Number.isNaN)) throw new RangeError(`invalid values; must be numbers: ${Number.NaN}`);
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined)
    throw new RangeError(`invalid values; at least one is needed: ${values.length}`);
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}
