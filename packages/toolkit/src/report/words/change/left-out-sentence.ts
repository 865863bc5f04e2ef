import type { Finding, FindingRow } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** Which months are left out because the event did not yet hold in full. */
export function leftOutSentence({ values, rows }: Finding, words: Words): string | undefined {
  const { phaseIn, firstMonth } = values ?? {};
  if (typeof phaseIn !== "number" || phaseIn === 0 || typeof firstMonth !== "string") return undefined;
  const isListed = ({ key }: FindingRow): boolean => key === firstMonth;
  if (rows.length > 0 && !rows.some(isListed)) return undefined;
  return words.say("change.series.left-out", { n: phaseIn, month: words.month(firstMonth) });
}
