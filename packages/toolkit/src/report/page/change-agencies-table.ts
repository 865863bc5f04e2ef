import type { Finding } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import { figureText } from "./change-cells.ts";
import { numberCell, type TableLines, textCell } from "./data-table.ts";

/** Relative months of a comparison with other agencies. */
export function agenciesTable(finding: Finding, words: Words): TableLines {
  return {
    head: [textCell(words.say("change.table.apart")), numberCell(words.say("disparity.table.ratio"))],
    rows: finding.rows.map(({ key, figures: { ratio: value, low, high } = {} }) => [
      textCell(key),
      numberCell(figureText({ value, low, high }, words)),
    ]),
  };
}
