import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { autocorrelations } from "./autocorrelation.ts";

/** A statistic of the first autocorrelations with its p value. */
export type PortmanteauTest = { readonly statistic: number; readonly p: number };

/**
 * Whether the first autocorrelations together exceed chance: n (n + 2) Σ r² / (n − l), chi-square with as many degrees
 * of freedom as lags. For a series in the order of time. Says nothing about later lags, so include a whole season.
 *
 * Source: Ljung & Box (1978), Biometrika 65, 297–303.
 *
 * @returns undefined if the series does not vary or is no longer than the lags
 * @throws RangeError if lags is not a whole number from 1
 * @example ljungBox([1, 2, 3, 4], 1) // { statistic: 0.5 }
 */
export function ljungBox(series: ArrayLike<number>, lags: number): PortmanteauTest | undefined {
  const periods = series.length;
  return portmanteau(series, lags, (square, lag) => ((periods + 2) * square) / (periods - lag));
}

/**
 * The older form n Σ r², which is too small in short series: for comparison with published ones; else
 * {@link ljungBox}.
 *
 * Source: Box & Pierce (1970), JASA 65, 1509–1526.
 *
 * @returns undefined if the series does not vary or is no longer than the lags
 * @throws RangeError if lags is not a whole number from 1
 * @example boxPierce([1, 2, 3, 4], 1) // { statistic: 0.25 }
 */
export function boxPierce(series: ArrayLike<number>, lags: number): PortmanteauTest | undefined {
  return portmanteau(series, lags, (square) => square);
}

function portmanteau(
  series: ArrayLike<number>,
  lags: number,
  term: (square: number, lag: number) => number,
): PortmanteauTest | undefined {
  const found = autocorrelations(series, lags);
  if (found === undefined || found.length < lags) return undefined;
  const statistic = series.length * found.reduce((sum, value, index) => sum + term(value ** 2, index + 1), 0);
  return { statistic, p: chiSquareTail(statistic, lags) };
}
