import type { Finding, FindingRow } from "@evenhand/standard";
import { isWidened } from "../words/disparity/units-statement.ts";
import type { Words } from "../words/words.ts";
import { numberCell, type TableLines, textCell } from "./data-table.ts";

/** Each area with its people, its share, what would be expected of it, and where it lies; in the finding's order. */
export function funnelTable(finding: Finding, words: Words): TableLines {
  const titles = ["people", "injured", "share", "expected", "limits"].map((name) =>
    words.say(`disparity.table.${name}`),
  );
  return {
    head: [
      textCell(words.say("disparity.table.area")),
      ...titles.map(numberCell),
      textCell(words.say(isWidened(finding) ? "disparity.table.where.widened" : "disparity.table.where")),
    ],
    rows: finding.rows.map((row) => funnelLine(row, words)),
  };
}

function funnelLine(row: FindingRow, words: Words) {
  const { exposure, rate, expected, limits, direction } = row.compared ?? {};
  const blanked = words.say("caveat.short.suppressed-small-count");
  return [
    textCell(row.key),
    numberCell(exposure === undefined ? "" : words.number(exposure)),
    numberCell(row.count === undefined ? blanked : words.number(row.count)),
    numberCell(rate === undefined ? "" : words.percent(rate.value)),
    numberCell(expected === undefined ? "" : words.decimal(expected)),
    numberCell(limits === undefined ? "" : words.say("page.range", words.percentRange(within(limits.outer)))),
    textCell(direction === undefined || direction === "none" ? "" : words.say(`disparity.table.where.${direction}`)),
  ];
}

/** Limits as shares: exact Poisson limits can pass 1. */
const within = ({ low, high }: { readonly low: number; readonly high: number }) => ({
  low: Math.max(0, low),
  high: Math.min(1, high),
});
