import type { Finding, FindingRow } from "@evenhand/standard";
import { shareText } from "../words/footprint/band-phrase.ts";
import { classTitle } from "../words/footprint/class-phrase.ts";
import { noteText } from "../words/footprint/note-text.ts";
import { measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { type BandLine, footprintBars } from "./footprint-bars.ts";
import { shareTicks } from "./share-ticks.ts";

/** Kinds of situation as bars from the narrow to the wide share. Empty when no kind has a share. */
export function footprintBands(finding: Finding, width: ChartWidth, words: Words): string {
  const lines = finding.rows.map((row) => bandLine(row, finding, words));
  const top = Math.max(0, ...lines.map(({ band }) => band?.high ?? 0));
  if (top === 0) return "";
  const units = words.say(`say.units.${finding.unit}`);
  const name = {
    id: finding.id,
    width,
    title: words.say("footprint.chart.title", {
      title: measureText("title", finding, words),
      units,
      years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
    }),
    description: words.say("footprint.chart.desc", { items: itemsText(lines, words) }),
  };
  return footprintBars(name, lines, {
    ticks: shareTicks(top),
    tickText: words.axisPercent,
    label: words.say("footprint.chart.axis", { units }),
  });
}

/** "Mental-health call 20% to 32%; School …" */
export const itemsText = (lines: readonly Pick<BandLine, "label" | "text">[], words: Words): string =>
  lines.map(({ label, text }) => words.say("chart.item", { label, value: text })).join("; ");

function bandLine(row: FindingRow, finding: Finding, words: Words): BandLine {
  const label = classTitle(row.key, finding, words);
  const shared = { label, startsGroup: false } as const;
  if (row.range === undefined) return { ...shared, tone: "soft", text: noteText(row, words) };
  return { ...shared, tone: "name", text: shareText(row, words), band: row.range };
}
