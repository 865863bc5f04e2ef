import type { Refusal } from "../refusal.ts";

/**
 * Durbin–Watson statistic of residuals in the order of time: near 2 where neighbours are unrelated, toward 0 where
 * they resemble each other, toward 4 where they alternate. Has no p value here; see {@link breuschGodfrey}.
 *
 * Source: Durbin & Watson (1950), Biometrika 37, 409–428.
 *
 * @returns a refusal "too_few_units" with fewer than two, "no_heterogeneity" if all residuals are 0
 * @example durbinWatson([1, -1, 1, -1]) // 3
 */
export function durbinWatson(residuals: ArrayLike<number>): number | Refusal {
  if (residuals.length < 2) return { reason: "too_few_units", detail: `${residuals.length}` };
  let squares = 0;
  let steps = 0;
  for (let row = 0; row < residuals.length; row += 1) {
    squares += (residuals[row] as number) ** 2;
    if (row > 0) steps += ((residuals[row] as number) - (residuals[row - 1] as number)) ** 2;
  }
  return squares > 0 ? steps / squares : { reason: "no_heterogeneity", detail: "all residuals are 0" };
}
