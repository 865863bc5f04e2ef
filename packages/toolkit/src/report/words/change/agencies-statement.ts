import type { Finding } from "@evenhand/standard";
import { ratioRangePhrase } from "../disparity/range-phrase.ts";
import { reasonText } from "../disparity/reason-text.ts";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import { unlockText } from "../unlock-text.ts";
import type { Words } from "../words.ts";
import { eventPhrase } from "./event-phrase.ts";

/** The agencies of an event beside agencies without it, and whether they moved apart before the date already. */
export function agenciesStatement(finding: Finding, words: Words): Statement {
  const { ratio, low, high, agencies, treatedAgencies, agenciesLeftOut, leadsP } = finding.values ?? {};
  const treated = Number(treatedAgencies ?? 1);
  const left = Number(agenciesLeftOut ?? 0);
  const leftOut = left > 0 ? words.say("change.agencies.left-out", { n: left }) : undefined;
  if (finding.shown !== "full" || typeof ratio !== "number" || typeof low !== "number" || typeof high !== "number") {
    const why = finding.reason === undefined ? undefined : reasonText(finding.reason, words);
    const unlock = words.say("page.unlock", { unlock: unlockText(finding, words) });
    return { headline: sentences(words.say("change.agencies.none"), why), more: present(unlock, leftOut), after: [] };
  }
  const headline = words.say("change.agencies", {
    treated,
    others: Number(agencies ?? 0) - treated,
    event: eventPhrase(finding, words),
    ratio: words.ratio(ratio),
    between: ratioRangePhrase({ low, high }, words),
  });
  const leads =
    typeof leadsP === "number" ? words.say(`change.agencies.leads${isApart(finding) ? "" : ".not"}`) : undefined;
  const said = words.say(`change.agencies.${saidOfAgencies(finding)}`);
  return { headline: sentences(headline, said), more: present(leads, leftOut), after: [] };
}

const isApart = ({ caveats }: Finding): boolean => caveats.includes("moved-apart-before");

/** What the comparison lets one say; nothing where the agencies moved apart before the date. */
function saidOfAgencies(finding: Finding): "lower" | "higher" | "unclear" {
  const { direction } = finding.values ?? {};
  return !isApart(finding) && (direction === "lower" || direction === "higher") ? direction : "unclear";
}
