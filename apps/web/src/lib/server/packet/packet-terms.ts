import type { Finding, Language } from "@evenhand/standard";
import { isDisparity } from "@evenhand/toolkit/report/words/disparity/disparity-statement";
import { type Term, type TermId, termIds, termOf } from "../glossary.ts";

const byUnit: Readonly<Record<string, TermId>> = {
  incidents: "incident",
  people: "person",
  reports: "report",
  force: "force",
};

/** The words that the chosen findings use, with what they mean. */
export function packetTerms(findings: readonly Finding[], language: Language): readonly Term[] {
  const used = new Set<TermId>(["missing", "release", ...findings.flatMap(termsOf)]);
  return termIds.filter((id) => used.has(id)).map((id) => termOf(id, language));
}

function termsOf(finding: Finding): readonly TermId[] {
  const { unit, rows, range, question } = finding;
  const isRanged = range !== undefined || rows.some((row) => row.range !== undefined);
  const unitTerm = byUnit[unit];
  return [
    ...(unitTerm === undefined ? [] : [unitTerm]),
    ...(rows.some(({ share }) => share !== undefined) ? (["share"] as const) : []),
    ...(isRanged ? (["range"] as const) : []),
    ...(isDisparity(finding) ? (["disparity", "ratio", "interval"] as const) : []),
    ...(rows.some(({ compared }) => compared?.rate !== undefined) ? (["rate"] as const) : []),
    ...(question === "resistance-and-deescalation" ? (["deescalation"] as const) : []),
  ];
}
