import type { Finding } from "@evenhand/standard";
import { mainChange } from "@evenhand/toolkit/report/words/change/main-change";
import { mainDisparity } from "@evenhand/toolkit/report/words/disparity/main-disparity";
import { mainFootprint } from "@evenhand/toolkit/report/words/footprint/main-footprint";
import { leadingFinding, mainFindings } from "@evenhand/toolkit/report/words/main-findings";

const most = 5;

/** What follows where a place has no disparity, change or situation that may lead: question and measure. */
const next = [
  ["what-force", "force-family"],
  ["why", "contact-reason"],
  ["outcomes", "injured"],
] as const;

/**
 * The five findings that a place's page shows with their charts: those behind the opening sentences, then what force, why
 * and with what injury. Fewer where the records cannot say so many.
 */
export function overviewFindings(findings: readonly Finding[]): readonly Finding[] {
  const behindSentences = [mainDisparity(findings), mainFootprint(findings), mainChange(findings)];
  const further = next.map(([question, measure]) =>
    leadingFinding(findings.filter((finding) => finding.question === question && finding.measure === measure)),
  );
  const leading = [...mainFindings(findings), ...behindSentences.flatMap((one) => one ?? [])];
  const sayable = further.flatMap((one) => (one === undefined || one.shown === "cannot-say" ? [] : [one]));
  return [...leading, ...sayable].slice(0, most);
}
