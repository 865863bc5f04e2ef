import type { Finding, Language } from "@evenhand/standard";
import { mainChange, mainChangeSentence } from "./words/change/main-change.ts";
import { mainDisparity } from "./words/disparity/main-disparity.ts";
import { findingSentence } from "./words/finding-sentence.ts";
import { mainFootprint } from "./words/footprint/main-footprint.ts";
import { gapSummary } from "./words/gap-summary.ts";
import { leadingFinding, mainFindings } from "./words/main-findings.ts";
import { missingCount } from "./words/missing-count.ts";
import { missingSentence } from "./words/missing-sentence.ts";
import { openWords, type Words } from "./words/words.ts";

function withMissing(finding: Finding, words: Words): string {
  const sentence = findingSentence(finding, words);
  const missing =
    finding.shown === "cannot-say" || missingCount(finding) === 0 ? undefined : missingSentence(finding, words);
  return missing === undefined ? sentence : `${sentence} ${missing}`;
}

/**
 * The sentences that a report opens with: how often force was reported, on whom by race, one disparity if there is one
 * that can be said clearly, one change after an event if there is one, and what the files leave out. Where one of them
 * has no finding, what force stands in for it; fewer than three only when there is nothing more to say.
 */
export function mainSentences(findings: readonly Finding[], language: Language): string[] {
  const words = openWords(language);
  const leading = mainFindings(findings);
  const force = leadingFinding(
    findings.filter(({ question, measure }) => question === "what-force" && measure === "force-family"),
  );
  const summary = gapSummary(findings, words);
  const isShort = leading.length + (summary === undefined ? 0 : 1) < 3;
  const disparity = mainDisparity(findings);
  const footprint = mainFootprint(findings);
  const said = [
    ...leading,
    ...[disparity, footprint].flatMap((one) => one ?? []),
    ...(isShort && force ? [force] : []),
  ];
  const change = mainChange(findings);
  return [
    ...said.map((finding) => withMissing(finding, words)),
    ...(change === undefined ? [] : [mainChangeSentence(change, findings, words)]),
    ...(summary === undefined ? [] : [summary]),
  ];
}
