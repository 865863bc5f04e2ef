/** An estimate of a survey with its published margin of error, at 90% confidence. */
export type SurveyEstimate = { readonly estimate: number; readonly margin: number | undefined };

const normal90 = 1.645;

/**
 * Adds up estimates of a survey. The margin of error of the sum is the root of the sum of the squared margins; of the
 * estimates that are zero only the largest margin counts, once, since theirs are all set by the same rule. An
 * approximation: it takes estimates as uncorrelated. Not for medians, shares and means.
 *
 * Source: U.S. Census Bureau (2018), Understanding and Using American Community Survey Data: What All Data Users Need to
 * Know, ch. 8.
 *
 * @returns the sum with its standard error (margin / 1.645); no standard error when any margin is not published
 * @example addEstimates([{ estimate: 100, margin: 30 }, { estimate: 50, margin: 40 }]) // { count: 150, standardError: 30.39… }
 */
export function addEstimates(estimates: readonly SurveyEstimate[]): {
  readonly count: number;
  readonly standardError?: number;
} {
  const count = estimates.reduce((sum, { estimate }) => sum + estimate, 0);
  const margins = estimates.map(({ margin }) => margin);
  if (estimates.length === 0 || margins.includes(undefined)) return { count };
  const squares = (wanted: (estimate: number) => boolean): number[] =>
    estimates.filter(({ estimate }) => wanted(estimate)).map(({ margin = 0 }) => margin ** 2);
  const some = squares((estimate) => estimate !== 0).reduce((sum, square) => sum + square, 0);
  const zero = squares((estimate) => estimate === 0).reduce((largest, square) => Math.max(largest, square), 0);
  return { count, standardError: Math.sqrt(some + zero) / normal90 };
}
