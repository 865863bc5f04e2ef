import type { Finding, FindingRow } from "@evenhand/standard";
import { groupRows } from "../charts/footprint-groups.ts";
import { shareText } from "../words/footprint/band-phrase.ts";
import { classTitle } from "../words/footprint/class-phrase.ts";
import { isFootprint } from "../words/footprint/footprint-statement.ts";
import { noteText } from "../words/footprint/note-text.ts";
import { responderPeriod } from "../words/footprint/responders-statement.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { numberCell, type TableCell, type TableLines, textCell } from "./data-table.ts";
import { whatIfTable } from "./what-if-table.ts";

const tables: Readonly<Record<string, (finding: Finding, words: Words) => TableLines>> = {
  "situations-by-group": groupTable,
  children: childrenTable,
  responders: respondersTable,
  "what-if": whatIfTable,
};

/** The table twin of a finding about situations; undefined for other findings. */
export function footprintTable(finding: Finding, words: Words): TableLines | undefined {
  if (!isFootprint(finding)) return undefined;
  return (Object.hasOwn(tables, finding.measure) ? tables[finding.measure] : situationsTable)?.(finding, words);
}

const title = (name: string, words: Words): string => words.say(`footprint.table.${name}`);

/** The two counts of a row, or why there are none. */
function bandCells(row: FindingRow, words: Words): readonly TableCell[] {
  const { narrow, wide } = row.figures ?? {};
  if (row.count === undefined) return [numberCell(title("not-said", words)), numberCell("")];
  return [numberCell(words.number(narrow ?? row.count)), numberCell(wide === undefined ? "" : words.number(wide))];
}

function situationsTable(finding: Finding, words: Words): TableLines {
  const hasUnknown = finding.rows.some(({ figures }) => (figures?.unknown ?? 0) > 0);
  const blank = [numberCell(""), ...(hasUnknown ? [numberCell("")] : []), textCell("")];
  return {
    head: [
      textCell(title("kind", words)),
      ...["narrow", "wide", "share", ...(hasUnknown ? ["unknown"] : [])].map((name) => numberCell(title(name, words))),
      textCell(words.say("page.table.note")),
    ],
    rows: finding.rows.map((row) => [
      textCell(classTitle(row.key, finding, words)),
      ...bandCells(row, words),
      numberCell(shareText(row, words)),
      ...(hasUnknown ? [numberCell(words.number(row.figures?.unknown ?? 0))] : []),
      textCell(noteText(row, words)),
    ]),
    foot: [
      [textCell(words.say("page.table.total")), numberCell(words.number(finding.total)), numberCell(""), ...blank],
    ],
  };
}

function groupTable(finding: Finding, words: Words): TableLines {
  const keys = [...new Set(finding.rows.map(({ key }) => key))];
  return {
    head: [
      textCell(title("kind", words)),
      textCell(title("group", words)),
      ...["narrow", "wide", "all", "share.group"].map((name) => numberCell(title(name, words))),
      textCell(words.say("page.table.note")),
    ],
    rows: keys.flatMap((key) =>
      groupRows(key, finding, words).map((row) => [
        textCell(classTitle(row.key, finding, words)),
        textCell(keyTitle(row.key2 ?? "", finding, words)),
        ...bandCells(row, words),
        numberCell(row.figures?.total === undefined ? "" : words.number(row.figures.total)),
        numberCell(shareText(row, words)),
        textCell(noteText(row, words)),
      ]),
    ),
  };
}

const places = ["school", "elsewhere", "unknown"] as const;

function childrenTable(finding: Finding, words: Words): TableLines {
  const shown = places.filter((place) => finding.rows.some(({ key }) => key === place));
  const groups = [...new Set(finding.rows.map(({ key2 = "" }) => key2))];
  const byRace = { ...finding, dimension: { field: "person.race_ethnicity", codeList: "race_ethnicity" } };
  const name = (group: string): string =>
    group === "all"
      ? title("everyone", words)
      : group === "unknown"
        ? title("no-group", words)
        : keyTitle(group, byRace, words);
  const sorted = [
    ...groups.filter((group) => group === "all"),
    ...orderedRows(
      { ...byRace, rows: groups.filter((group) => !["all", "unknown"].includes(group)).map((key) => ({ key })) },
      words,
    ).map(({ key }) => key),
    ...groups.filter((group) => group === "unknown"),
  ];
  return {
    head: [
      textCell(title("group", words)),
      ...shown.map((place) => numberCell(words.say(`footprint.place.${place}`))),
      numberCell(title("all", words)),
    ],
    rows: sorted.map((group) => [
      textCell(name(group)),
      ...shown.map((place) => placeCell(finding, { place, group }, words)),
      numberCell(words.number(totalOf(finding, group))),
    ]),
  };
}

const totalOf = ({ rows }: Finding, group: string): number =>
  rows.filter(({ key2 }) => key2 === group).reduce((sum, { count = 0 }) => sum + count, 0);

function placeCell(
  finding: Finding,
  { place, group }: { readonly place: string; readonly group: string },
  words: Words,
): TableCell {
  const row = finding.rows.find(({ key, key2 }) => key === place && key2 === group);
  if (row === undefined) return numberCell(place === "unknown" ? words.number(0) : "");
  if (row.count === undefined) return numberCell(noteText(row, words));
  const count = words.number(row.count);
  return numberCell(row.share === undefined ? count : `${count} (${words.percent(row.share)})`);
}

function respondersTable(finding: Finding, words: Words): TableLines {
  return {
    head: [
      textCell(title("team", words)),
      textCell(title("period", words)),
      ...["calls", "backup", "backup.share", "injuries"].map((name) => numberCell(title(name, words))),
    ],
    rows: finding.rows.map((row) => {
      const { from, to } = responderPeriod(row, words);
      const number = (value: number | undefined): TableCell =>
        numberCell(value === undefined ? title("not-said", words) : words.number(value));
      return [
        textCell(row.key),
        textCell(words.say("page.range", { low: from, high: to })),
        number(row.count),
        number(row.figures?.backup),
        numberCell(row.share === undefined ? "" : words.comparedPercent(row.share)),
        number(row.figures?.injuries),
      ];
    }),
  };
}
