import type { Finding } from "@evenhand/standard";
import { everybodyElse, groupPeople } from "../words/disparity/group-phrase.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { chartWidths } from "./chart-size.ts";
import type { FindingChart } from "./finding-chart.ts";
import { intervalChart } from "./interval-chart.ts";
import type { IntervalLine } from "./interval-line.ts";
import { perText } from "./per-text.ts";
import { ratioAxis } from "./ratio-axis.ts";
import { ratioCaption } from "./ratio-chart.ts";
import { hasRatios, ratioLine } from "./ratio-lines.ts";

/**
 * All benchmarks beside one another: for the group that the findings lead with, then smaller for each other group, one
 * line per benchmark, so that a reader sees how much the answer depends on what one compares with.
 *
 * @param findings of the question `rates`; others are left out
 * @returns undefined when fewer than two of them have ratios
 */
export function benchmarksChart(findings: readonly Finding[], words: Words): FindingChart | undefined {
  const compared = findings.filter(({ question, comparison }) => question === "rates" && comparison?.benchmark);
  const withRatios = compared.filter(hasRatios);
  const [first] = withRatios;
  if (first === undefined || withRatios.length < 2) return undefined;
  const lead = first.lead ?? first.rows.find((row) => row.compared?.ratio !== undefined)?.key ?? "";
  const groups = groupKeys(withRatios, lead, words);
  const sections = groups.map((key) => ({
    group: keyTitle(key, first, words),
    lines: compared.map((finding) => benchmarkLine(finding, key, { compared, lead, words })),
  }));
  const lines = sections.flatMap(({ group, lines: own }): IntervalLine[] => [
    { label: group, tone: "heading", text: "", startsGroup: true },
    ...own,
  ]);
  const reference = commonReference(compared, words) ?? words.say("chart.reference.several");
  const items = sections.flatMap(({ group, lines: own }) =>
    own.map(({ label, text }) => words.say("chart.benchmarks.item", { group, label, text })),
  );
  const named = {
    id: `${first.question}/benchmarks/${first.unit}`,
    title: words.say("chart.benchmarks.title", { reference }),
    description: words.say("chart.benchmarks.desc", {
      reference,
      group: keyTitle(lead, first, words),
      items: items.join("; "),
    }),
  };
  const axis = ratioAxis(lines, reference, words);
  return {
    svg: chartWidths.map((width) => intervalChart({ ...named, width }, lines, axis)).join(""),
    caption: `${words.say("chart.benchmarks.caption")} ${ratioCaption(first, words, { lines, reference })}`,
  };
}

/** Groups that at least one benchmark compares: the headline group first, then in the order of the site. */
function groupKeys(findings: readonly Finding[], lead: string, words: Words): readonly string[] {
  const keys = findings.flatMap((finding) =>
    orderedRows(finding, words).flatMap((row) => (row.compared?.ratio === undefined ? [] : [row.key])),
  );
  return [...new Set([lead, ...keys])];
}

/** People, whatever they are counted as in each benchmark: residents, drivers stopped. */
const referencePeople = ({ comparison }: Finding, words: Words) =>
  groupPeople(comparison?.reference ?? everybodyElse, words);

function commonReference(findings: readonly Finding[], words: Words): string | undefined {
  const references = new Set(findings.map((finding) => referencePeople(finding, words)));
  return references.size === 1 ? [...references][0] : undefined;
}

type Beside = { readonly compared: readonly Finding[]; readonly lead: string; readonly words: Words };

function benchmarkLine(finding: Finding, key: string, { compared, lead, words }: Beside): IntervalLine {
  const row = finding.rows.find((candidate) => candidate.key === key) ?? { key };
  const label = benchmarkLabel(finding, compared, words);
  return { ...ratioLine(finding, row, label, words), startsGroup: false, isMinor: key !== lead };
}

/** "per stop", with the file where several benchmarks are of one kind, and the reference where they differ. */
function benchmarkLabel(finding: Finding, compared: readonly Finding[], words: Words): string {
  const benchmark = finding.comparison?.benchmark;
  const kindOf = (other: Finding) => other.comparison?.benchmark?.kind ?? "unstated";
  const label = perText(finding, words);
  const isShared = compared.filter((other) => kindOf(other) === kindOf(finding)).length > 1;
  const named = isShared && benchmark ? words.say("chart.per.source", { label, source: benchmark.source }) : label;
  return commonReference(compared, words) === undefined
    ? words.say("chart.per.reference", { label: named, reference: referencePeople(finding, words) })
    : named;
}
