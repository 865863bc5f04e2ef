import type { Finding, FindingRow } from "@evenhand/standard";
import { groupPeople } from "../words/disparity/group-phrase.ts";
import { countsText, rangeCountsText } from "../words/footprint/avoided-text.ts";
import { bandPhrase } from "../words/footprint/band-phrase.ts";
import { isLargeEnough } from "../words/footprint/ratio-sentence.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { numberCell, type TableLines, textCell } from "./data-table.ts";

/** What would not have happened, for all and for each group, with its range and what it does to the group's ratio. */
export function whatIfTable(finding: Finding, words: Words): TableLines {
  const reference = finding.comparison?.reference;
  const groups = orderedRows({ ...finding, rows: finding.rows.filter(({ key }) => key !== "all") }, words);
  const all = finding.rows.filter(({ key }) => key === "all");
  const name = ({ key }: FindingRow): string => {
    if (key === "all") return words.say("footprint.table.everyone");
    const group = keyTitle(key, finding, words);
    return key === reference ? words.say("footprint.whatif.table.reference", { group }) : group;
  };
  const titles = [
    words.say("footprint.table.all"),
    words.say("footprint.whatif.table.in"),
    words.say("footprint.whatif.table.avoided"),
    words.say("footprint.whatif.table.range"),
    words.say("footprint.whatif.table.removed"),
    ...(reference === undefined
      ? []
      : [words.say("footprint.whatif.table.ratio", { reference: groupPeople(reference, words) })]),
  ];
  return {
    head: [textCell(words.say("footprint.table.group")), ...titles.map(numberCell)],
    rows: [...all, ...groups].map((row) => [
      textCell(name(row)),
      numberCell(words.number(row.count ?? 0)),
      numberCell(inKind(row, words)),
      numberCell(countsText(row, words)),
      numberCell(rangeCountsText(row, words)),
      numberCell(removedText(row, words)),
      ...(reference === undefined ? [] : [numberCell(ratioText(row, finding, words))]),
    ]),
  };
}

const inKind = (row: FindingRow, words: Words): string => {
  const { narrow = 0, wide = 0 } = row.figures ?? {};
  return narrow === wide
    ? bandPhrase(row, words)
    : words.say("page.range", { low: words.number(narrow), high: words.number(wide) });
};

/** No share of fewer than 10. */
function removedText({ count = 0, figures }: FindingRow, words: Words): string {
  if (count < 10 || figures?.shareRemoved === undefined) return words.say("footprint.short.small");
  const [low, high] = [figures.shareRemoved, figures.shareRemovedWide ?? figures.shareRemoved].map((share) =>
    words.comparedPercent(share),
  );
  return low === high ? (low ?? "") : words.say("page.range", { low: low ?? "", high: high ?? "" });
}

function ratioText(row: FindingRow, finding: Finding, words: Words): string {
  const { ratioChange, ratioChangeWide } = row.figures ?? {};
  if (ratioChange === undefined || ratioChangeWide === undefined || !isLargeEnough(row, finding)) return "";
  const [low, high] = [ratioChange, ratioChangeWide]
    .toSorted((a, b) => a - b)
    .map((change) => signed(change - 1, words));
  return low === high ? (low ?? "") : words.say("page.range", { low: low ?? "", high: high ?? "" });
}

const signed = (change: number, words: Words): string => {
  const text = words.comparedPercent(Math.abs(change));
  return change === 0 ? text : `${change > 0 ? "+" : "−"}${text}`;
};
