import type { Finding, FindingRow } from "@evenhand/standard";
import { rangeText } from "../words/disparity/range-phrase.ts";
import { capital, keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { numberCell, type TableCell, type TableLines, textCell } from "./data-table.ts";

const assumptions = ["none", "no-less-than-known", "no-more-than-known"] as const;

/** What each share, by year, or each ratio, by group, could be under each assumption on the missing. */
export function boundTable(finding: Finding, words: Words): TableLines {
  const isShare = finding.measure === "share-by-year";
  const keys = [...new Set(finding.rows.map(({ key }) => key))];
  const units = words.say(`say.units.${finding.unit}`);
  const heads = isShare ? ["known", "missing"].map((name) => words.say(`disparity.table.${name}`)) : [];
  const titles = [
    capital(words.say("page.table.count", { units })),
    ...heads,
    words.say(isShare ? "page.table.share" : "disparity.table.ratio.known"),
    ...assumptions.map((name) => words.say(`disparity.table.assumption.${name}`)),
    ...(isShare ? [] : [words.say("disparity.table.tipping")]),
  ];
  return {
    head: [textCell(words.say(isShare ? "disparity.table.year" : "disparity.table.group")), ...titles.map(numberCell)],
    rows: keys.map((key) => {
      const rows = finding.rows.filter((row) => row.key === key);
      return isShare ? shareLine(key, rows, words) : ratioLine(key, rows, finding, words);
    }),
  };
}

const countCell = ({ count }: FindingRow, words: Words): TableCell =>
  numberCell(count === undefined ? words.say("caveat.short.suppressed-small-count") : words.number(count));

function shareLine(key: string, rows: readonly FindingRow[], words: Words): readonly TableCell[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { known, missing } = first.figures ?? {};
  const title =
    key === "all"
      ? words.say("disparity.table.all-years")
      : words.has(`measure.key.${key}`)
        ? words.say(`measure.key.${key}`)
        : key;
  return [
    textCell(title),
    countCell(first, words),
    ...[known, missing].map((count) => numberCell(count === undefined ? "" : words.number(count))),
    numberCell(first.share === undefined ? "" : words.percent(first.share)),
    ...assumptions.map((name) => {
      const range = rows.find(({ key2 }) => key2 === name)?.range;
      return numberCell(range === undefined ? "" : words.say("page.range", words.percentRange(range)));
    }),
  ];
}

function ratioLine(key: string, rows: readonly FindingRow[], finding: Finding, words: Words): readonly TableCell[] {
  const [first] = rows;
  if (first === undefined) return [];
  const ratio = first.compared?.ratio?.value;
  return [
    textCell(keyTitle(key, finding, words)),
    countCell(first, words),
    numberCell(ratio === undefined || !Number.isFinite(ratio) ? "" : words.ratio(ratio)),
    ...assumptions.map((name) => {
      const row = rows.find(({ key2 }) => key2 === name);
      return numberCell(rangeText(row?.compared?.ratioRange, words));
    }),
    numberCell(tippingText(first, words)),
  ];
}

/** Only of a ratio above 1: the part of the missing that would bring it down to 1. */
function tippingText({ compared, figures }: FindingRow, words: Words): string {
  if (!((compared?.ratio?.value ?? 0) > 1)) return "";
  const share = figures?.tippingShare;
  return share === undefined ? words.say("disparity.table.tipping.none") : words.comparedPercent(share);
}
