import type { Finding, FindingRow } from "@evenhand/standard";
import { orderedRows } from "../words/ordered-rows.ts";
import { rowTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { type IntervalAxis, intervalChart } from "./interval-chart.ts";
import type { IntervalLine } from "./interval-line.ts";
import { lineItems } from "./ratio-chart.ts";
import { ratioScale } from "./ratio-scale.ts";
import { estimateText } from "./ratio-text.ts";

/** Whether any group has a change to draw. */
export const hasGroupChanges = ({ rows, shown }: Finding): boolean =>
  shown === "full" && rows.some(({ compared }) => compared?.ratio !== undefined);

/** Change of each group beside its own earlier pattern, as dots and intervals on a log axis; everyone first. */
export function changeGroupsChart(
  finding: Finding,
  width: ChartWidth,
  words: Words,
  total: Finding | undefined,
): string {
  const lines = groupLines(finding, words, total);
  const name = {
    id: finding.id,
    width,
    title: words.say("change.chart.groups"),
    description: words.say("change.chart.groups.desc", { items: lineItems(lines, words) }),
  };
  return intervalChart(name, lines, axisOf(lines, words));
}

/** One line a group, and everyone above them where their total was tested. */
export function groupLines(finding: Finding, words: Words, total?: Finding): readonly IntervalLine[] {
  const ratio = total?.shown === "full" ? total.values?.ratio : undefined;
  const everyone = words.say("change.chart.groups.all");
  const all: readonly IntervalLine[] =
    typeof ratio === "number" && total?.interval !== undefined
      ? [measured(everyone, { value: ratio, interval: total.interval }, words)]
      : [];
  return [...all, ...orderedRows(finding, words).map((row) => groupLine(row, rowTitle(row, finding, words), words))];
}

type Ratio = NonNullable<NonNullable<FindingRow["compared"]>["ratio"]>;

const measured = (label: string, ratio: Ratio, words: Words): IntervalLine => ({
  label,
  tone: "name",
  startsGroup: true,
  text: estimateText(ratio, words),
  estimate: { kind: "measured", ...ratio },
});

function groupLine({ compared }: FindingRow, label: string, words: Words): IntervalLine {
  if (compared?.ratio !== undefined) return measured(label, compared.ratio, words);
  return { label, tone: "soft", startsGroup: true, text: words.say("change.chart.not-tested") };
}

function axisOf(lines: readonly IntervalLine[], words: Words): IntervalAxis {
  const digits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2, useGrouping: false });
  const values = lines.flatMap(({ estimate }) => estimate?.value ?? []);
  const intervals = lines.flatMap(({ estimate }) => estimate?.interval ?? []);
  return {
    scale: ratioScale(values, intervals),
    tickText: (value) => digits.format(value),
    label: words.say("change.chart.groups.axis"),
    one: words.say("change.chart.groups.one"),
  };
}
