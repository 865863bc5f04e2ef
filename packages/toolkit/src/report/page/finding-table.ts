import type { Finding, FindingRow } from "@evenhand/standard";
import { reasonText } from "../words/disparity/reason-text.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { capital, keyTitle, measureText, rowTitle, secondKeyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { dataTable, numberCell, type TableCell, textCell } from "./data-table.ts";
import { disparityTable } from "./disparity-table.ts";
import { footprintTable } from "./footprint-table.ts";
import type { Html } from "./html.ts";

const isCrossed = (finding: Finding) =>
  finding.rows.some((row) => row.key2 !== undefined) && finding.rows.every((row) => row.note === undefined);

/** What the numbers of a row are: gap findings count what is missing, or a share of something else. */
function columnTitles(finding: Finding, words: Words): { readonly count: string; readonly share: string } {
  const units = words.say(`say.units.${finding.unit}`);
  const count = capital(words.say("page.table.count", { units }));
  if (finding.measure.startsWith("missing-race")) {
    return { count: words.say("gap.missing.count"), share: words.say("gap.missing.share") };
  }
  if (finding.measure === "definition-drift") return { count, share: words.say("gap.share.year") };
  if (finding.measure === "who-did-what-to-whom") return { count, share: words.say("gap.link.share") };
  return { count, share: words.say("page.table.share") };
}

/** "Race and ethnicity: people, 2019–2021" */
export function tableCaption(finding: Finding, words: Words): string {
  // Each team has a time of its own, in its row.
  if (finding.measure === "responders") return measureText("title", finding, words);
  return words.say("page.table.caption", {
    title: measureText("title", finding, words),
    units: words.say(`say.units.${finding.unit}`),
    years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
  });
}

/** The table twin of a finding's chart: every row, the missing by reason, and the total. */
export function findingTable(finding: Finding, words: Words): Html {
  const lines = disparityTable(finding, words) ?? footprintTable(finding, words);
  if (lines !== undefined) {
    const caption = tableCaption(finding, words);
    return dataTable({ caption, label: words.say("page.scroll", { caption }), ...lines });
  }
  return isCrossed(finding) ? crossTable(finding, words) : rowTable(finding, words);
}

function rowTable(finding: Finding, words: Words): Html {
  const caption = tableCaption(finding, words);
  const has = {
    share: finding.rows.some((row) => row.share !== undefined),
    range: finding.rows.some((row) => row.range !== undefined),
    note: finding.rows.some((row) => row.note !== undefined),
  };
  const titles = columnTitles(finding, words);
  const pad = (cells: readonly TableCell[]): readonly TableCell[] => {
    const width = 2 + Number(has.share) + Number(has.range) + Number(has.note);
    return [...cells, ...Array.from({ length: width - cells.length }, () => textCell(""))];
  };
  const line = (row: FindingRow) => [
    textCell(rowTitle(row, finding, words)),
    numberCell(row.count === undefined ? words.say("page.table.none") : words.number(row.count)),
    ...(has.share ? [numberCell(row.share === undefined ? "" : words.percent(row.share))] : []),
    ...(has.range ? [numberCell(rangeText(row, words))] : []),
    ...(has.note ? [textCell(noteText(row, words))] : []),
  ];
  const missing = finding.missing
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) =>
      pad([
        textCell(words.say("page.table.missing", { reason: words.say(`say.reason.${reason}`) })),
        numberCell(words.number(count)),
      ]),
    );
  const known = pad([textCell(words.say("page.table.known")), numberCell(words.number(finding.denominator))]);
  const total = pad([textCell(words.say("page.table.total")), numberCell(words.number(finding.total))]);
  return dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    head: [
      textCell(measureText("title", finding, words)),
      numberCell(titles.count),
      ...(has.share ? [numberCell(titles.share)] : []),
      ...(has.range ? [numberCell(words.say("page.table.range"))] : []),
      ...(has.note ? [textCell(words.say("page.table.note"))] : []),
    ],
    rows: orderedRows(finding, words).map(line),
    foot: finding.question === "gap" ? [] : [...(missing.length > 0 ? [known, ...missing] : []), total],
  });
}

const rangeText = (row: FindingRow, words: Words) =>
  row.range === undefined ? "" : words.say("page.range", words.percentRange(row.range));

/** Sentence of a caveat id; an id without words is shown as it is. */
export const caveatText = reasonText;

const noteText = (row: FindingRow, words: Words) => {
  if (row.note === undefined) return "";
  return words.has(`caveat.short.${row.note}`) ? words.say(`caveat.short.${row.note}`) : caveatText(row.note, words);
};

/** Rows by first key, columns by second; an empty cell was not in the files. */
function crossTable(finding: Finding, words: Words): Html {
  const caption = tableCaption(finding, words);
  const firsts = [...new Set(finding.rows.map(({ key }) => key))];
  const seconds = [...new Set(finding.rows.map(({ key2 }) => key2 ?? ""))].toSorted(
    (a, b) => Number(a.startsWith("missing:")) - Number(b.startsWith("missing:")),
  );
  const cell = (key: string, second: string) => {
    const row = finding.rows.find((one) => one.key === key && (one.key2 ?? "") === second);
    if (row?.count === undefined) return numberCell("–");
    const count = words.number(row.count);
    return numberCell(row.share === undefined ? count : `${count} (${words.percent(row.share)})`);
  };
  return dataTable({
    caption: `${caption}. ${words.say("page.table.dash")}`,
    label: words.say("page.scroll", { caption }),
    head: [textCell(""), ...seconds.map((second) => numberCell(secondKeyTitle(second, finding, words)))].map(
      (head, index) => (index === 0 ? textCell(words.say("page.table.line")) : head),
    ),
    rows: firsts.map((key) => [textCell(keyTitle(key, finding, words)), ...seconds.map((second) => cell(key, second))]),
  });
}
