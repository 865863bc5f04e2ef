import type { Finding, FindingRow } from "@evenhand/standard";
import { isDisparity } from "../words/disparity/disparity-statement.ts";
import { capital, rowTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { boundTable } from "./bound-table.ts";
import { comparedTable } from "./compared-table.ts";
import { numberCell, type TableCell, type TableLines, textCell } from "./data-table.ts";
import { funnelTable } from "./funnel-table.ts";
import { selectionTable } from "./selection-table.ts";

/** The table twin of a comparison, in the finding's order; undefined for other findings and for counts alone. */
export function disparityTable(finding: Finding, words: Words): TableLines | undefined {
  if (!isDisparity(finding)) return undefined;
  const isCompared = finding.rows.some(({ compared }) => compared !== undefined);
  if (finding.question === "missing-race") return boundTable(finding, words);
  if (!isCompared) return countTable(finding, words);
  if (finding.question === "selection") return selectionTable(finding, words);
  if (finding.question === "units-and-officers") return funnelTable(finding, words);
  return comparedTable(finding, words);
}

/** Counts alone, where no comparison may be shown. */
function countTable(finding: Finding, words: Words): TableLines {
  const units = words.say(`say.units.${finding.unit}`);
  const line = (row: FindingRow): readonly TableCell[] => [
    textCell(rowTitle(row, finding, words)),
    numberCell(row.count === undefined ? words.say("caveat.short.suppressed-small-count") : words.number(row.count)),
  ];
  return {
    head: [textCell(words.say("disparity.table.group")), numberCell(capital(words.say("page.table.count", { units })))],
    rows: finding.rows.map(line),
  };
}
