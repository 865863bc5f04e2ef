import type { Finding } from "@evenhand/standard";
import type { Words } from "./words.ts";

/** "In 2019–2021", or "In the files" when the finding has no years. */
export function yearsPhrase(finding: Finding, words: Words): string {
  return finding.years === undefined
    ? words.say("say.years.none")
    : words.say("say.years", { years: words.span(finding.years) });
}

/**
 * "officers reported force against 412 people": a count of the finding's unit, said as a clause; "at least 412 people"
 * where the files could not tell all of them apart.
 */
export function reported(finding: Finding, n: number, words: Words): string {
  const isLeast = finding.caveats.includes(`${finding.unit}-lower-bound`);
  return words.say(isLeast ? `say.reported.least.${finding.unit}` : `say.reported.${finding.unit}`, { n });
}
