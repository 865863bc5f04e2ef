import type { Finding } from "@evenhand/standard";
import { referencePhrase } from "../words/disparity/group-phrase.ts";
import { measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { intervalChart } from "./interval-chart.ts";
import type { IntervalLine } from "./interval-line.ts";
import { ratioAxis } from "./ratio-axis.ts";
import { adjustedText, ratioLines } from "./ratio-lines.ts";
import { cutInterval } from "./ratio-scale.ts";
import { ratioRangeText } from "./ratio-text.ts";

/**
 * Ratios of groups to the reference on a log axis: a dot with its interval, behind it what the missing could do, below
 * it the adjusted ratio. A group that is not compared is named, in grey and without a mark.
 */
export function ratioChart(finding: Finding, width: ChartWidth, words: Words): string {
  const lines = ratioLines(finding, words);
  const reference = referencePhrase(finding, words);
  const title = measureText("title", finding, words);
  const name = {
    id: finding.id,
    width,
    title: finding.years
      ? words.say("chart.ratio.title.years", { title, reference, years: words.span(finding.years) })
      : words.say("chart.ratio.title", { title, reference }),
    description: words.say("chart.ratio.desc", { reference, items: lineItems(lines, words) }),
  };
  return intervalChart(name, lines, ratioAxis(lines, reference, words));
}

/** The numbers of the lines in words, for those who hear the chart. */
export function lineItems(lines: readonly IntervalLine[], words: Words): string {
  return lines
    .map(({ label, text, range }) =>
      range === undefined
        ? words.say("chart.ratio.item", { label, text })
        : words.say("chart.ratio.item.range", { label, text, range: ratioRangeText(range.interval, words) }),
    )
    .join("; ");
}

/**
 * What the marks of a chart of ratios mean, naming only those that are in it.
 *
 * @param options of a chart whose lines or reference are not the finding's own
 */
export function ratioCaption(
  finding: Finding,
  words: Words,
  { lines = ratioLines(finding, words), reference = referencePhrase(finding, words) } = {},
): string {
  const { scale } = ratioAxis(lines, "", words);
  const has = (test: (line: IntervalLine) => boolean) => lines.some(test);
  const isCut = ({ estimate, range }: IntervalLine) =>
    [estimate?.interval, range?.interval].some((interval) => {
      const cut = interval && cutInterval(interval, scale);
      return cut?.isCutLow || cut?.isCutHigh;
    });
  const parts = [
    words.say("chart.ratio.caption", {
      reference,
      level: words.axisPercent(finding.comparison?.level ?? 0.95),
    }),
    has(({ estimate }) => estimate?.kind === "unsure") && words.say("chart.ratio.caption.unsure"),
    has(({ estimate }) => estimate?.kind === "adjusted") &&
      words.say("chart.ratio.caption.adjusted", { adjusted: adjustedText(finding, words) }),
    has(({ range }) => range !== undefined) && words.say("chart.ratio.caption.missing"),
    has(isCut) && words.say("chart.ratio.caption.arrow"),
  ];
  return parts.filter((part) => typeof part === "string").join(" ");
}
