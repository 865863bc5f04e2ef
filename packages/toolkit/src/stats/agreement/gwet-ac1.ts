import { studentQuantile } from "../functions/student-tail.ts";
import { checkLevel } from "../rates/event-rate.ts";
import type { Refusal } from "../refusal.ts";
import { type AgreementEstimate, agreementEstimate } from "./agreement-estimate.ts";
import { type AgreementShares, type AgreementTable, agreementShares } from "./agreement-table.ts";

/**
 * Gwet's AC1: how far two raters agree beyond chance, where chance is taken to strike only items that are hard to rate;
 * pₑ = Σ πₖ (1 − πₖ) / (q − 1), πₖ the mean share of category k, q the categories on offer. Stays high where nearly all
 * items fall into one category and the raters agree on them, where kappa does not. Range by Student's t with n − 1
 * degrees of freedom over the variance of Gwet (2008), items taken as a sample of very many.
 *
 * Not a replacement that is always to be preferred: it reads higher than kappa by its view of chance, so both are
 * shown. `q` counts every category that could have been given, also unused ones: leaving those out changes the answer.
 * Not for ordered categories.
 *
 * Source: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48.
 *
 * @param table counts: rows the first rater, columns the second
 * @returns a refusal if fewer than two items were rated by both
 * @throws RangeError if the table is not square or a count is not a whole number ≥ 0, or the level is outside (0, 1)
 * @example gwetAc1([[13, 0, 0], [0, 20, 7], [0, 4, 56]]) // { value: 0.849330…, standardError: 0.043217…, interval: { low: 0.7635…, high: 0.9350… } }
 */
export function gwetAc1(
  table: AgreementTable,
  { level = 0.95 }: { readonly level?: number } = {},
): AgreementEstimate | Refusal {
  checkLevel(level);
  const shares = agreementShares(table);
  if (shares === undefined) return { reason: "no_exposure", detail: "no item was rated by both" };
  const { agreed, total, first, second } = shares;
  if (total < 2) return { reason: "too_few_units", detail: "one item says nothing of the next" };
  const mean = first.map((share, index) => (share + (second[index] ?? 0)) / 2);
  const expected = mean.reduce((sum, share) => sum + share * (1 - share), 0) / (mean.length - 1);
  const value = (agreed - expected) / (1 - expected);
  const quantile = studentQuantile(1 - (1 - level) / 2, total - 1);
  const variance = ac1Variance(shares, { value, expected, mean });
  return agreementEstimate({ value, agreed, expected, total }, variance, quantile);
}

type Ac1 = { readonly value: number; readonly expected: number; readonly mean: readonly number[] };

/** Mean square, over items, of what each item moves the estimate by, over the items (equation for two raters). */
function ac1Variance({ cells, total }: AgreementShares, { value, expected, mean }: Ac1): number {
  let squares = 0;
  for (const [row, shares] of cells.entries())
    for (const [column, share] of shares.entries()) {
      const chance = (1 - ((mean[row] ?? 0) + (mean[column] ?? 0)) / 2) / (mean.length - 1);
      const own = ((row === column ? 1 : 0) - expected) / (1 - expected);
      squares += share * (own - (2 * (1 - value) * (chance - expected)) / (1 - expected) - value) ** 2;
    }
  return squares / total;
}
