import type { Finding } from "@evenhand/standard";
import { missingCount } from "../missing-count.ts";
import type { Words } from "../words.ts";
import { unitCount } from "./counted-phrase.ts";
import { isBeside1, ratioRangePhrase } from "./range-phrase.ts";
import { sayable } from "./sayable.ts";
import { sentences } from "./statement.ts";

/** What is missing in a finding of disparity, and what the headline ratio could be for it; undefined when it is said already. */
export function disparityMissing(finding: Finding, words: Words): string | undefined {
  if (finding.shown === "cannot-say" || finding.total === 0) return undefined;
  if (finding.question === "missing-race") return undefined;
  if (finding.measure === "officer-concentration") return keysMissing(finding, words);
  return sentences(countMissing(finding, words), rangeOf(finding, words));
}

function keysMissing(finding: Finding, words: Words): string {
  const n = missingCount(finding);
  return words.say(n === 0 ? "disparity.officers.missing.none" : "disparity.officers.missing", { n });
}

function countMissing(finding: Finding, words: Words): string {
  const n = missingCount(finding);
  const total = unitCount(finding.total, finding, words);
  const { missingGroup, missingOutcome } = finding.values ?? {};
  if (typeof missingGroup === "number" && typeof missingOutcome === "number")
    return words.say(missingOutcome === 0 ? "disparity.missing.treatment.race" : "disparity.missing.treatment", {
      n: missingGroup,
      m: missingOutcome,
      total,
    });
  if (finding.measure === "injured-by-area")
    return n === 0
      ? words.say("disparity.missing.outcome.none", { total })
      : words.say("disparity.missing.outcome", { n, percent: words.percent(n / finding.total), total: finding.total });
  if (n === 0) return words.say("disparity.missing.race.none", { total });
  const percent = words.percent(n / finding.total);
  return words.say("disparity.missing.race", { missing: unitCount(n, finding, words), percent, total: finding.total });
}

/** The range of the headline ratio over the missing, where the headline does not give it. */
function rangeOf(finding: Finding, words: Words): string | undefined {
  const row = finding.rows.find(({ key }) => key === finding.lead);
  const range = row?.compared?.ratioRange;
  if (row === undefined || range === undefined) return undefined;
  const said = sayable(row, finding);
  if (finding.question === "selection")
    return words.say("disparity.missing.range", { range: ratioRangePhrase(range, words) });
  if (["range-first", "reversible", "no-comparison", "none"].includes(said)) return undefined;
  const isTurned = (said === "higher" || said === "lower") && !isBeside1(range);
  return words.say(isTurned ? "disparity.missing.range.one" : "disparity.missing.range", {
    range: ratioRangePhrase(range, words),
  });
}
