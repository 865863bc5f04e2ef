import type { Finding, FindingRow } from "@evenhand/standard";
import { avoidedText } from "../words/footprint/avoided-text.ts";
import { classTitle } from "../words/footprint/class-phrase.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { type BandLine, footprintBars } from "./footprint-bars.ts";

/** What would not have happened, by group, as bars from the narrow to the wide count with their range. Empty without any. */
export function footprintWhatIf(finding: Finding, width: ChartWidth, words: Words): string {
  const groups = orderedRows({ ...finding, rows: finding.rows.filter(({ key }) => key !== "all") }, words);
  const all = finding.rows.filter(({ key }) => key === "all");
  const lines = [...all, ...groups].map((row) => line(row, finding, words));
  const top = Math.max(0, ...lines.map(({ range, band }) => Math.max(range?.high ?? 0, band?.high ?? 0)));
  if (top === 0) return "";
  const title = classTitle(String(finding.values?.class ?? ""), finding, words);
  const name = {
    id: finding.id,
    width,
    title: words.say("footprint.whatif.chart.title", {
      title,
      years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
    }),
    description: words.say("footprint.whatif.chart.desc", {
      items: lines.map(({ label, text }) => words.say("footprint.whatif.chart.item", { label, text })).join("; "),
    }),
  };
  const isPeople = finding.unit === "people";
  return footprintBars(name, lines, {
    ticks: countTicks(top),
    tickText: words.number,
    label: words.say(`footprint.whatif.chart.axis${isPeople ? "" : ".units"}`, {
      units: words.say(`say.units.${finding.unit}`),
    }),
  });
}

function line(row: FindingRow, finding: Finding, words: Words): BandLine {
  const isAll = row.key === "all";
  const { avoided: low = 0, avoidedWide: high = 0, avoidedLow, avoidedHigh } = row.figures ?? {};
  return {
    label: isAll ? words.say("footprint.table.everyone") : keyTitle(row.key, finding, words),
    tone: isAll ? "heading" : "name",
    text: avoidedText(row, words),
    startsGroup: false,
    band: { low, high },
    ...(avoidedLow === undefined || avoidedHigh === undefined ? {} : { range: { low: avoidedLow, high: avoidedHigh } }),
  };
}

/**
 * Round marks from zero to the first that is no less than `top`, at most five steps.
 *
 * @param top largest count to be drawn, above 0
 */
function countTicks(top: number): readonly number[] {
  const rough = top / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((size) => size * power >= rough - 1e-9) ?? 10) * power);
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, index) => index * step);
}
