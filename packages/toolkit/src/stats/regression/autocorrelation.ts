/**
 * Correlation of a series with itself some periods earlier, around its mean. Rows must be in the order of time and
 * evenly spaced. Not a test: see {@link ljungBox}.
 *
 * Source: Box & Jenkins (1976), Time Series Analysis, 2.1; as R's acf.
 *
 * @returns −1 to 1; undefined if the series does not vary or is no longer than the lag
 * @throws RangeError if the lag is not a whole number from 1
 * @example autocorrelation([1, 2, 3, 4], 1) // 0.25
 */
export function autocorrelation(series: ArrayLike<number>, lag: number): number | undefined {
  return autocorrelations(series, lag)?.[lag - 1];
}

/**
 * Autocorrelations at lags 1, 2, … up to a largest one; lags the series is too short for are left out.
 *
 * Source: as {@link autocorrelation}.
 *
 * @returns undefined if the series does not vary
 * @throws RangeError if the lag is not a whole number from 1
 * @example autocorrelations([1, 2, 3, 4], 2) // [0.25, -0.3]
 */
export function autocorrelations(series: ArrayLike<number>, largestLag: number): readonly number[] | undefined {
  requireLag(largestLag);
  let sum = 0;
  for (let row = 0; row < series.length; row += 1) sum += series[row] as number;
  const centred = Float64Array.from(series, (value) => value - sum / series.length);
  const whole = laggedProduct(centred, 0);
  if (!(whole > 0)) return undefined;
  const count = Math.min(largestLag, series.length - 1);
  return Array.from({ length: count }, (_, index) => laggedProduct(centred, index + 1) / whole);
}

/**
 * Refuses lags that no series can be compared at.
 *
 * @throws RangeError if the lag is not a whole number from 1
 * @example requireLag(2) // undefined
 */
export function requireLag(lag: number): void {
  if (!(Number.isInteger(lag) && lag >= 1)) throw new RangeError(`invalid lag; must be a whole number from 1: ${lag}`);
}

function laggedProduct(centred: Float64Array, lag: number): number {
  let sum = 0;
  for (let row = lag; row < centred.length; row += 1) sum += (centred[row] as number) * (centred[row - lag] as number);
  return sum;
}
