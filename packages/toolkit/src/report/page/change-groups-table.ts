import type { Finding, FindingRow } from "@evenhand/standard";
import { saidOf } from "../words/change/said-of.ts";
import { groupPeople } from "../words/disparity/group-phrase.ts";
import { estimateText } from "../words/disparity/range-phrase.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { countCells, figureText, numberHeads } from "./change-cells.ts";
import { numberCell, type TableCell, type TableLines, textCell } from "./data-table.ts";

/** Each group before and after: counts, shares, its own change, and how its ratio to the reference stands to what it was. */
export function groupsTable(finding: Finding, words: Words): TableLines {
  const isCompared = finding.shown === "full";
  const reference = finding.comparison?.reference ?? "everybody-else";
  const name = ({ key }: FindingRow): string => {
    const group = keyTitle(key, finding, words);
    return key === reference ? words.say("change.table.reference", { group }) : group;
  };
  const between = words.say("change.table.between", { reference: groupPeople(reference, words) });
  const [own, said] = [words.say("change.table.own"), words.say("change.table.said")];
  return {
    head: [
      textCell(words.say("disparity.table.group")),
      ...numberHeads(["before", "after", "shareBefore", "shareAfter"], words),
      ...(isCompared ? [numberCell(own), textCell(said), numberCell(between)] : []),
    ],
    rows: orderedRows(finding, words).map((row) => [
      textCell(name(row)),
      ...countCells(row, words),
      ...(isCompared ? comparedCells(row, words) : []),
    ]),
  };
}

function comparedCells(row: FindingRow, words: Words): readonly TableCell[] {
  const { ratioOfRatios: value, ratioOfRatiosLow: low, ratioOfRatiosHigh: high } = row.figures ?? {};
  return [
    numberCell(estimateText(row.compared?.ratio, words)),
    textCell(words.say(`change.said.${saidOf(row)}`)),
    numberCell(figureText({ value, low, high }, words)),
  ];
}
