import { codeTitle, type Finding } from "@evenhand/standard";
import { capital } from "./titles.ts";
import type { Words } from "./words.ts";

/** The findings of the gap report that judge one element each, in their order. */
export function elementFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ question, status, element }) => question === "gap" && status !== undefined && element);
}

/** "Race or ethnicity": the element's title in the standard. */
export function elementTitle(finding: Finding, words: Words): string {
  return finding.element === undefined ? finding.measure : codeTitle("element", finding.element, words.language);
}

const small = (title: string) => title.charAt(0).toLocaleLowerCase() + title.slice(1);

/** One sentence on what the files leave out and hold only partly; undefined when no element was judged. */
export function gapSummary(findings: readonly Finding[], words: Words): string | undefined {
  const elements = elementFindings(findings);
  if (elements.length === 0) return undefined;
  const spans = elements.flatMap(({ years }) => (years === undefined ? [] : [years]));
  const files =
    spans.length === 0
      ? words.say("gap.years.none")
      : words.say("gap.files", {
          years: words.span({
            from: Math.min(...spans.map(({ from }) => from)),
            to: Math.max(...spans.map(({ to }) => to)),
          }),
        });
  const titles = (status: Finding["status"]) =>
    words.list(elements.filter((one) => one.status === status).map((one) => small(elementTitle(one, words))));
  const [missing, partly] = [titles("not_collected"), titles("partly")];
  if (missing && partly) return capital(words.say("gap.summary.both", { files, missing, partly }));
  if (missing) return capital(words.say("gap.summary.missing", { files, missing }));
  if (partly) return capital(words.say("gap.summary.partly", { files, partly }));
  return capital(words.say("gap.summary.all", { files, n: elements.length }));
}
