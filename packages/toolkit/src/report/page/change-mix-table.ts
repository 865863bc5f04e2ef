import type { Finding, FindingRow } from "@evenhand/standard";
import { displacementCounts } from "../words/change/displacement-sentences.ts";
import { saidOf } from "../words/change/said-of.ts";
import { estimateText } from "../words/disparity/range-phrase.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { countCell, countCells, noteText, numberHeads } from "./change-cells.ts";
import { numberCell, type TableCell, type TableLines, textCell } from "./data-table.ts";

/** Kinds, reasons, areas or injuries before and after; what the event is about and everything else stand first. */
export function mixTable(finding: Finding, words: Words, rows: readonly FindingRow[] = finding.rows): TableLines {
  const isCompared = finding.shown === "full";
  const said = (row: FindingRow): string =>
    row.note === undefined ? words.say(`change.said.${saidOf(row)}`) : noteText(row.note, words);
  const ratio = (row: FindingRow): string => (row.note === undefined ? estimateText(row.compared?.ratio, words) : "");
  return {
    head: [
      textCell(words.say("change.table.line")),
      ...numberHeads(["before", "after", "shareBefore", "shareAfter"], words),
      ...(isCompared ? [numberCell(words.say("change.table.ratio")), textCell(words.say("change.table.said"))] : []),
    ],
    rows: [
      ...displacementLines(finding, words, isCompared),
      ...rows.map((row) => [
        textCell(keyTitle(row.key, finding, words)),
        ...countCells(row, words),
        ...(isCompared ? [numberCell(ratio(row)), textCell(said(row))] : []),
      ]),
    ],
    foot: [[textCell(words.say("change.table.all")), ...allCells(finding, words, isCompared)]],
  };
}

function allCells({ values }: Finding, words: Words, isCompared: boolean): readonly TableCell[] {
  const cells = [countCell(Number(values?.before ?? 0), words), countCell(Number(values?.after ?? 0), words)];
  return [...cells, ...Array.from({ length: isCompared ? 4 : 2 }, () => textCell(""))];
}

/**
 * "What it is about" and "everything else", where the event is about a part of the records: the counts that the finding
 * holds, and no share, of which it holds none.
 */
function displacementLines(finding: Finding, words: Words, isCompared: boolean): readonly (readonly TableCell[])[] {
  const counts = displacementCounts(finding);
  if (counts === undefined) return [];
  const { target, others } = counts;
  const line = (key: string, was: number, is: number): readonly TableCell[] => [
    textCell(words.say(`change.table.${key}`)),
    countCell(was, words),
    countCell(is, words),
    ...Array.from({ length: isCompared ? 4 : 2 }, () => textCell("")),
  ];
  return [line("target", target.before, target.after), line("everything-else", others.before, others.after)];
}
