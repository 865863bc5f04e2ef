import type { Finding, FindingRow, Interval } from "@evenhand/standard";
import { referencePhrase } from "../words/disparity/group-phrase.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { type IntervalAxis, intervalChart } from "./interval-chart.ts";
import type { IntervalLine, RangeKind } from "./interval-line.ts";
import { perText } from "./per-text.ts";
import { ratioAxis } from "./ratio-axis.ts";
import { ratioRangeText } from "./ratio-text.ts";
import { shareTicks } from "./share-ticks.ts";

const assumptions: readonly RangeKind[] = ["none", "no-less-than-known", "no-more-than-known"];

/**
 * What the missing could do to a share in each year, or to each group's ratio: three bars a line, one without an
 * assumption and one with each of two. No point of a bar is drawn, since none is likelier; the value among the known is
 * a thin tick. Empty when no row has a range.
 */
export function rangeChart(finding: Finding, width: ChartWidth, words: Words): string {
  const isRatio = finding.measure !== "share-by-year";
  const ordered = isRatio ? rowsByGroup(finding, words) : finding.rows;
  const lines = ordered.flatMap((row) => rangeLine(row, finding, words));
  if (lines.length === 0) return "";
  const reference = referencePhrase(finding, words);
  const name = {
    id: finding.id,
    width,
    title: isRatio ? ratioTitle(finding, words) : shareTitle(finding, words),
    description: words.say("chart.ranges.desc", { items: rangeItems(lines, words) }),
  };
  const axis = isRatio ? ratioAxis(lines, reference, words) : shareAxis(lines, finding, words);
  return intervalChart(name, lines, { ...axis, numbers: "beside" });
}

const years = (finding: Finding, words: Words) =>
  finding.years ? words.span(finding.years) : words.say("chart.years.none");

function shareTitle(finding: Finding, words: Words): string {
  return words.say("chart.missing-share.title", {
    group: keyTitle(String(finding.values?.group ?? ""), finding, words),
    units: words.say(`say.units.${finding.unit}`),
    years: years(finding, words),
  });
}

function ratioTitle(finding: Finding, words: Words): string {
  return words.say("chart.missing-ratio.title", {
    per: perText(finding, words),
    reference: referencePhrase(finding, words),
    years: years(finding, words),
  });
}

/** Rows group by group in the site's order, each with its assumptions as the finding has them. */
function rowsByGroup(finding: Finding, words: Words): readonly FindingRow[] {
  const groups = [...new Map(finding.rows.map(({ key }) => [key, { key }])).values()];
  return orderedRows({ ...finding, rows: groups }, words).flatMap(({ key }) =>
    finding.rows.filter((row) => row.key === key),
  );
}

function rangeLine(row: FindingRow, finding: Finding, words: Words): readonly IntervalLine[] {
  const kind = assumptions.find((assumption) => assumption === row.key2);
  const interval = row.compared?.ratioRange ?? row.range;
  if (kind === undefined || interval === undefined) return [];
  const known = row.compared === undefined ? row.share : row.compared.ratio?.value;
  const isFirst = kind === "none";
  return [
    {
      label: isFirst ? lineLabel(row, finding, words) : "",
      tone: isFirst ? "name" : "soft",
      text: row.compared === undefined ? shareRangeText(interval, words) : ratioRangeText(interval, words),
      startsGroup: isFirst,
      range: { kind, interval },
      ...(known === undefined ? {} : { known }),
    },
  ];
}

function lineLabel({ key }: FindingRow, finding: Finding, words: Words): string {
  if (finding.measure !== "share-by-year") return keyTitle(key, finding, words);
  return key === "all" ? words.say("chart.ranges.all") : keyTitle(key, finding, words);
}

function shareRangeText(interval: Interval, words: Words): string {
  const { low, high } = words.percentRange(interval);
  return low === high ? low : words.say("chart.range", { low, high });
}

/** The ranges of each label in words, in the order of the assumptions. */
function rangeItems(lines: readonly IntervalLine[], words: Words): string {
  const starts = lines.flatMap(({ startsGroup }, index) => (startsGroup ? [index] : []));
  return starts
    .map((start) => {
      const [none, up, down] = assumptions.map((kind) =>
        lines.slice(start, start + assumptions.length).find(({ range }) => range?.kind === kind),
      );
      const [text, upText, downText] = [none, up, down].map((line) => line?.text ?? words.say("chart.not-compared"));
      return words.say("chart.ranges.item", {
        label: none?.label ?? "",
        text: text ?? "",
        up: upText ?? "",
        down: downText ?? "",
      });
    })
    .join("; ");
}

function shareAxis(lines: readonly IntervalLine[], finding: Finding, words: Words): IntervalAxis {
  const ticks = shareTicks(Math.max(...lines.map(({ range }) => range?.interval.high ?? 0)));
  return {
    scale: { type: "linear", low: 0, high: ticks.at(-1) ?? 1, ticks },
    tickText: words.axisPercent,
    label: words.say("chart.ranges.axis.share", { units: words.say(`say.units.${finding.unit}`) }),
  };
}
