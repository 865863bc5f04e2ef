import type { Finding, FindingRow } from "@evenhand/standard";
import { shareText } from "../words/footprint/band-phrase.ts";
import { classTitle, isUnion } from "../words/footprint/class-phrase.ts";
import { leadingClass } from "../words/footprint/group-statement.ts";
import { noteText } from "../words/footprint/note-text.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle, measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { type BandLine, footprintBars } from "./footprint-bars.ts";
import { shareTicks } from "./share-ticks.ts";

const fewestRecords = 20;
const mostPanels = 3;

/**
 * Of each group's force, the part in each kind of situation: kinds with at least 20 records, at most three of them,
 * one panel under the other on one scale. Groups stand in the order of the site. Empty when no kind is large enough.
 */
export function footprintGroups(finding: Finding, width: ChartWidth, words: Words): string {
  const panels = panelKeys(finding).map((key) => panel(key, finding, words));
  const lines = panels.flat();
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
    description: words.say("footprint.chart.desc.groups", {
      items: lines
        .map(({ label, text }) => (text === "" ? `${label}:` : `${label} ${text}`))
        .join("; ")
        .replaceAll(":;", ":"),
    }),
  };
  return footprintBars(name, lines, {
    ticks: shareTicks(top),
    tickText: words.axisPercent,
    label: words.say("footprint.chart.axis.group", { units }),
  });
}

/** Kinds worth a panel, in the order of the list: the one that the sentence speaks of, and the first others. */
function panelKeys(finding: Finding): readonly string[] {
  const rows = finding.rows.filter(({ key, count }) => count !== undefined && !isUnion(key, finding));
  const large = [...Map.groupBy(rows, ({ key }) => key)]
    .filter(([, of]) => of.reduce((sum, { count = 0 }) => sum + count, 0) >= fewestRecords)
    .filter(([, of]) => of.some(({ share }) => share !== undefined))
    .map(([key]) => key);
  const lead = leadingClass(finding);
  const [first, rest] = [large.filter((key) => key === lead), large.filter((key) => key !== lead)];
  const chosen = [...first, ...rest].slice(0, mostPanels);
  return large.filter((key) => chosen.includes(key));
}

function panel(key: string, finding: Finding, words: Words): readonly BandLine[] {
  const heading = { label: classTitle(key, finding, words), tone: "heading", text: "", startsGroup: true } as const;
  return [heading, ...groupRows(key, finding, words).map((row) => groupLine(row, finding, words))];
}

/** Rows of one kind with its groups in the site's order. */
export function groupRows(key: string, finding: Finding, words: Words): readonly FindingRow[] {
  const own = finding.rows.filter((row) => row.key === key);
  const groups = own.map(({ key2 = "" }) => ({ key: key2 }));
  return orderedRows({ ...finding, rows: groups }, words).flatMap(({ key: group }) =>
    own.filter(({ key2 }) => key2 === group),
  );
}

function groupLine(row: FindingRow, finding: Finding, words: Words): BandLine {
  const shared = { label: keyTitle(row.key2 ?? "", finding, words), startsGroup: false } as const;
  if (row.range === undefined) return { ...shared, tone: "soft", text: noteText(row, words) };
  return { ...shared, tone: "name", text: shareText(row, words), band: row.range };
}
