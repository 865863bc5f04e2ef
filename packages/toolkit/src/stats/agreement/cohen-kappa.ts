import { normalQuantile } from "../functions/normal-tail.ts";
import { checkLevel } from "../rates/event-rate.ts";
import type { Refusal } from "../refusal.ts";
import { type AgreementEstimate, agreementEstimate } from "./agreement-estimate.ts";
import { type AgreementShares, type AgreementTable, agreementShares } from "./agreement-table.ts";

/**
 * Cohen's kappa: how far two raters agree on names of categories beyond what their own shares of each category would
 * give by chance; κ = (p₀ − pₑ) / (1 − pₑ), pₑ = Σ first share × second share. Range by the large-sample error of Fleiss,
 * Cohen and Everitt (the one for κ ≠ 0).
 *
 * Not where nearly all items fall into one category: kappa is then low although the raters agree nearly always (read
 * {@link gwetAc1} and the share agreed beside it). Not for ordered categories, nor for more than two raters. With fewer
 * than some 30 items the range is rough.
 *
 * Source: Cohen (1960), Educational and Psychological Measurement 20, 37–46; Fleiss, Cohen & Everitt (1969),
 * Psychological Bulletin 72, 323–327.
 *
 * @param table counts: rows the first rater, columns the second
 * @returns a refusal if there are no items, or both raters used one and the same category throughout
 * @throws RangeError if the table is not square or a count is not a whole number ≥ 0, or the level is outside (0, 1)
 * @example cohenKappa([[31, 12], [4, 58]]) // { value: 0.675675…, standardError: 0.0734476…, interval: { low: 0.53172…, high: 0.81963… } }
 */
export function cohenKappa(
  table: AgreementTable,
  { level = 0.95 }: { readonly level?: number } = {},
): AgreementEstimate | Refusal {
  const quantile = -normalQuantile((1 - checkLevel(level)) / 2);
  const shares = agreementShares(table);
  if (shares === undefined) return { reason: "no_exposure", detail: "no item was rated by both" };
  const { agreed, total, first, second } = shares;
  const expected = first.reduce((sum, share, index) => sum + share * (second[index] ?? 0), 0);
  if (first.some((share, index) => share === 1 && second[index] === 1))
    return { reason: "no_heterogeneity", detail: "both raters used one category only" };
  const value = (agreed - expected) / (1 - expected);
  return agreementEstimate({ value, agreed, expected, total }, kappaVariance(shares, value, expected), quantile);
}

function kappaVariance({ cells, first, second, total }: AgreementShares, value: number, expected: number): number {
  const apart = 1 - value;
  let sum = -((value - expected * apart) ** 2);
  for (const [row, shares] of cells.entries())
    for (const [column, share] of shares.entries()) {
      const both = (second[row] ?? 0) + (first[column] ?? 0);
      sum += share * (row === column ? (1 - both * apart) ** 2 : (both * apart) ** 2);
    }
  return sum / (total * (1 - expected) ** 2);
}
