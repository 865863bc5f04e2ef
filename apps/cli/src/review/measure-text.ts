import type { AgreementEstimate } from "@evenhand/toolkit/stats/agreement/agreement-estimate";
import { isRefusal, type Refusal } from "@evenhand/toolkit/stats/refusal";
import type { Language } from "../arguments.ts";
import type { Say } from "../words/words.ts";

const refusals = {
  no_exposure: "review-refused-none",
  no_heterogeneity: "review-refused-one",
  too_few_units: "review-refused-few",
} as const;

function refusalText({ reason, detail }: Refusal, say: Say): string {
  const key = Object.entries(refusals).find(([name]) => name === reason)?.[1];
  return key === undefined ? (detail ?? reason) : say(key);
}

/** "Cohen's kappa: 0.64 (95% interval 0.43 to 0.86)", or why there is none. */
export function measureText(
  key: "review-kappa" | "review-ac1",
  result: AgreementEstimate | Refusal,
  { say, language }: { readonly say: Say; readonly language: Language },
): string {
  const name = say(key);
  if (isRefusal(result)) return say("review-measure-none", { name, why: refusalText(result, say) });
  const two = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const value = two.format(result.value);
  if (result.interval === undefined) return say("review-measure-bare", { name, value });
  const { low, high } = result.interval;
  return say("review-measure", { name, value, low: two.format(low), high: two.format(high) });
}
