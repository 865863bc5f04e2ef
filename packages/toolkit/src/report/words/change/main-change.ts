import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { changeStatement } from "./change-statement.ts";
import { claimSentences, isDoubted } from "./claim-sentences.ts";
import { eventWhat } from "./event-phrase.ts";
import { inShort } from "./in-short.ts";

const leastLevel = 3;

/**
 * The one finding on change that may stand among a report's main sentences: a total beyond the noise of months whose
 * recording was steady and that nothing beside it speaks against, of the highest level; undefined where no event has one.
 */
export function mainChange(findings: readonly Finding[]): Finding | undefined {
  const level = ({ values }: Finding): number => Number(values?.claimLevel ?? 0);
  const worded = findings.filter(
    (finding) =>
      finding.question === "change" &&
      finding.measure === "total" &&
      finding.shown === "full" &&
      level(finding) >= leastLevel &&
      ["lower", "higher"].includes(String(finding.values?.direction)) &&
      !isDoubted(finding, sameEvent(finding, findings)),
  );
  return worded.reduce<Finding | undefined>(
    (best, finding) => (best === undefined || level(finding) > level(best) ? finding : best),
    undefined,
  );
}

/** The main sentence on change: what was counted beside what was expected, the mix and the groups, and no reason. */
export function mainChangeSentence(finding: Finding, findings: readonly Finding[], words: Words): string {
  const ofEvent = sameEvent(finding, findings);
  const { mix, groups } = inShort(ofEvent, words);
  const headline = changeStatement(finding, words, ofEvent)?.headline ?? "";
  const { evidence } = claimSentences(finding, words, ofEvent);
  return [
    words.say("change.main", { what: eventWhat(finding, words), headline: uncapital(headline) }),
    ...evidence.slice(0, -1),
    words.say("change.main.facts", { mix, groups }),
    ...evidence.slice(-1),
  ].join(" ");
}

const sameEvent = (finding: Finding, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ question, values }) => question === "change" && values?.event === finding.values?.event);

/** The text with its first letter small, to stand within a sentence. */
const uncapital = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);
