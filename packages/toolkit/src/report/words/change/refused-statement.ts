import type { Finding } from "@evenhand/standard";
import { reasonText } from "../disparity/reason-text.ts";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import { unlockText } from "../unlock-text.ts";
import type { Words } from "../words.ts";
import { countedClause } from "./counted-clause.ts";
import { eventPhrase } from "./event-phrase.ts";
import { leftOutSentence } from "./left-out-sentence.ts";
import { namedRecording } from "./named-recording.ts";
import { smallestFallSentence } from "./smallest-fall.ts";

/** Why a series is not tested at an event, its counts alone where they may stand side by side, and what would answer it. */
export function refusedStatement(finding: Finding, words: Words): Statement {
  const reason = finding.reason ?? "change-not-estimable";
  const unlock = words.say("page.unlock", { unlock: unlockText({ ...finding, reason }, words) });
  if (finding.values?.eventDate === undefined)
    return { headline: words.say("change.undated"), more: [unlock], after: [] };
  const key = ["target", "comparison"].includes(finding.measure) ? finding.measure : "total";
  const refused = words.say(`change.refused.${key}`, { event: eventPhrase(finding, words) });
  const isBare = reason === "recording-changed" || reason === "code-never-occurs";
  const items = namedRecording(finding, words);
  const named = items === undefined ? undefined : words.say("change.refused.named", { items });
  return {
    headline: sentences(refused, reasonText(reason, words), named),
    more: present(...(isBare ? [] : [windowCounts(finding, words), smallestFallSentence(finding, words)]), unlock),
    after: present(leftOutSentence(finding, words)),
  };
}

function windowCounts(finding: Finding, words: Words): string | undefined {
  const { before, after, windowMonths } = finding.values ?? {};
  if (typeof before !== "number" || typeof after !== "number" || typeof windowMonths !== "number") return undefined;
  if (windowMonths === 0) return words.say("change.no-windows");
  return words.say("change.counts.after", {
    months: windowMonths,
    counted: countedClause(finding, after, words),
    before,
  });
}
