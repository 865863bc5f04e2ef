import type { Finding } from "@evenhand/standard";
import type { Words } from "../words/words.ts";

/** "per stop": what the counts of a finding are set against, in one word. */
export function perText({ comparison }: Finding, words: Words): string {
  return words.say("chart.per", { per: words.say(`disparity.per.${comparison?.benchmark?.kind ?? "unstated"}`) });
}
