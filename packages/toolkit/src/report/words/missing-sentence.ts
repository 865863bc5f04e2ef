import type { Finding } from "@evenhand/standard";
import { isChange } from "./change/change-statement.ts";
import { disparityMissing } from "./disparity/disparity-missing.ts";
import { isDisparity } from "./disparity/disparity-statement.ts";
import { isFootprint } from "./footprint/footprint-statement.ts";
import { leadRow } from "./lead-row.ts";
import { missingCount, notApplicableCount } from "./missing-count.ts";
import { capital, measureText } from "./titles.ts";
import type { Words } from "./words.ts";

/** "Why: 40 marked unknown and 13 left blank.", largest first; undefined when nothing is missing. */
export function missingReasons(finding: Finding, words: Words): string | undefined {
  const counted = finding.missing
    .filter(({ reason, count }) => count > 0 && reason !== "not_applicable")
    .toSorted((a, b) => b.count - a.count);
  if (counted.length === 0) return undefined;
  const items = counted.map(({ reason, count }) =>
    words.say("say.missing.reason", { n: count, reason: words.say(`say.reason.${reason}`) }),
  );
  return words.say("say.missing.reasons", { reasons: words.list(items) });
}

/**
 * What is not recorded, for how many, and what the headline share could be for it; says so too when nothing is missing.
 * Undefined when the question was asked of no record, and for what followed an event, which says it in its own words.
 */
export function missingSentence(finding: Finding, words: Words): string | undefined {
  if (finding.total === 0 || isChange(finding) || isFootprint(finding)) return undefined;
  if (isDisparity(finding)) return disparityMissing(finding, words);
  if (finding.method === "count-at-least-once") return words.say("say.at-least-once");
  const field = measureText("field", finding, words);
  const total = words.say(`say.unit.${finding.unit}`, { n: finding.total });
  const names = { field, Field: capital(field), total };
  const n = missingCount(finding);
  const outside = notApplicableCount(finding);
  const parts = [
    n === 0 && outside === 0 ? words.say("say.missing.none", names) : undefined,
    n > 0 && finding.denominator === 0 ? words.say("say.missing.all", names) : undefined,
    n > 0 && finding.denominator > 0
      ? words.say(countsAll(finding) ? "say.missing.of-them" : "say.missing", {
          ...names,
          n,
          percent: words.percent(n / finding.total),
        })
      : undefined,
    outside > 0 ? words.say("say.not-applicable", { n: outside }) : undefined,
    n > 0 ? rangeSentence(finding, words) : undefined,
  ];
  return parts.flatMap((part) => (part === undefined ? [] : [capital(part)])).join(" ");
}

/** Whether the headline speaks of all records, those without a value among them: then the missing are not “more”. */
const countsAll = (finding: Finding): boolean => finding.measure.endsWith("-by-year");

function rangeSentence(finding: Finding, words: Words): string | undefined {
  const range = finding.range ?? leadRow(finding)?.range;
  const isSaid =
    finding.shown === "cannot-say" || finding.shown === "counts" || finding.caveats.includes("range-first");
  if (range === undefined || isSaid) return undefined;
  const unit = finding.question === "on-whom" ? "people" : finding.unit;
  return words.say(`say.missing.range.${unit}`, words.percentRange(range));
}
