import type { Finding, FindingRow } from "@evenhand/standard";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { noteText, numberHeads } from "./change-cells.ts";
import { numberCell, type TableLines, textCell } from "./data-table.ts";

/** Every month with its count, what was expected and within which limits, and why it is not compared. */
export function monthsTable(finding: Finding, words: Words): TableLines {
  const has = finding.rows.some(({ figures }) => figures?.expected !== undefined);
  const whole = (value: number | undefined): string => (value === undefined ? "" : words.decimal(value));
  const band = ({ low, high }: NonNullable<FindingRow["figures"]>): string =>
    low === undefined || high === undefined ? "" : words.say("page.range", { low: whole(low), high: whole(high) });
  const note = (row: FindingRow): string => (row.note === undefined ? "" : noteText(row.note, words));
  return {
    head: [
      textCell(words.say("change.table.month")),
      numberCell(words.say("page.table.count", { units: words.say(`say.units.${finding.unit}`) })),
      ...(has ? numberHeads(["expected", "band"], words) : []),
      textCell(words.say("change.table.note")),
    ],
    rows: finding.rows.map((row) => [
      textCell(keyTitle(row.key, finding, words)),
      numberCell(row.count === undefined ? "–" : words.number(row.count)),
      ...(has ? [numberCell(whole(row.figures?.expected)), numberCell(band(row.figures ?? {}))] : []),
      textCell(note(row)),
    ]),
  };
}
