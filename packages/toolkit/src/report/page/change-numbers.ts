import type { Finding, FindingRow } from "@evenhand/standard";
import { saidOf } from "../words/change/said-of.ts";
import type { Words } from "../words/words.ts";
import { agenciesTable } from "./change-agencies-table.ts";
import { groupsTable } from "./change-groups-table.ts";
import { mixTable } from "./change-mix-table.ts";
import { monthsTable } from "./change-months-table.ts";
import { changeTitle } from "./change-title.ts";
import { dataTable, type TableLines } from "./data-table.ts";
import { type Html, html } from "./html.ts";

const shortest = 6;

/**
 * The table of a finding about an event: folded where a chart shows the same, open where the table is the answer. A long
 * mix opens with its largest lines and those that moved, and has all of them folded below.
 */
export function changeNumbers(finding: Finding, words: Words): Html | undefined {
  const { rows, measure } = finding;
  if (rows.length === 0 || measure === "recording") return undefined;
  if (finding.method === "segmented-series")
    return folded(monthsTable(finding, words), captionOf(finding, words, "months"), words);
  if (measure === "agencies") return folded(agenciesTable(finding, words), changeTitle(finding, words), words);
  if (measure === "by-group") return open(groupsTable(finding, words), captionOf(finding, words), words);
  const few = telling(rows);
  if (few.length === rows.length) return open(mixTable(finding, words), captionOf(finding, words), words);
  const all = folded(mixTable(finding, words), captionOf(finding, words), words, rows.length);
  return html`${open(mixTable(finding, words, few), captionOf(finding, words, "short"), words)}${all}`;
}

/** The largest lines and those that moved, in the order of the finding. */
function telling(rows: readonly FindingRow[]): readonly FindingRow[] {
  const few = rows.filter(
    (row, index) => index < shortest || row.note !== undefined || ["lower", "higher"].includes(saidOf(row)),
  );
  return few.length + 2 >= rows.length ? rows : few;
}

function captionOf(finding: Finding, words: Words, kind?: "months" | "short"): string {
  return words.say(`change.table.caption${kind === undefined ? "" : `.${kind}`}`, {
    title: changeTitle(finding, words),
    units: words.say(`say.units.${finding.unit}`),
    months: Number(finding.values?.windowMonths ?? 0),
  });
}

const open = (lines: TableLines, caption: string, words: Words): Html =>
  dataTable({ caption, label: words.say("page.scroll", { caption }), ...lines });

function folded(lines: TableLines, caption: string, words: Words, n?: number): Html {
  const summary =
    n === undefined
      ? html`${words.say("page.numbers")}<span class="hidden">: ${caption}</span>`
      : html`${words.say("change.details", { n })}<span class="hidden">: ${caption}</span>`;
  return html`<details><summary>${summary}</summary>${open(lines, caption, words)}</details>`;
}
