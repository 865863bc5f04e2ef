import type { Finding, Language, Release } from "@evenhand/standard";
import type { ContextBeside } from "@evenhand/toolkit/analysis/answer-all";
import { explainFinding } from "@evenhand/toolkit/analysis/explain/explain-finding";
import {
  findingCells,
  type NamedCells,
  ownCells,
  tellingCells,
} from "@evenhand/toolkit/analysis/explain/finding-cells";
import type { Cell, CellReader } from "@evenhand/toolkit/release/cells";
import type { FindingWorkings, PlaceWorkings, WorkingTable } from "@evenhand/toolkit/report/place-answers";
import { keyTitle, secondKeyTitle } from "@evenhand/toolkit/report/words/titles";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { type Say, speaker } from "../words/words.ts";

/** Rows of one table that a page shows; the lines for R hold all that the arithmetic needs. */
const mostRows = 60;

/** How every finding was worked out, as `evenhand explain` says it. Not for findings whose small counts are blanked. */
export async function prepareWorkings(
  findings: readonly Finding[],
  release: Release,
  { read, beside }: { readonly read: CellReader; readonly beside: ContextBeside },
): Promise<PlaceWorkings> {
  const askedOnce = once(read);
  const workings: [string, FindingWorkings][] = [];
  for (const finding of findings) {
    const cells = await findingCells(finding, release, { read: askedOnce, ...cellsBeside(beside) });
    workings.push([finding.id, workingsOf(finding, cells, beside)]);
  }
  return Object.fromEntries(workings);
}

const cellsBeside = ({ places, events, footprint }: ContextBeside) => ({
  ...(places === undefined ? {} : { places }),
  ...(events === undefined ? {} : { events }),
  ...(footprint === undefined ? {} : { footprint }),
});

/** The same query is asked of the engine once. */
function once(read: CellReader): CellReader {
  const known = new Map<string, Promise<readonly Cell[]>>();
  return (query) => {
    const key = JSON.stringify(query);
    const cells = known.get(key) ?? read(query);
    known.set(key, cells);
    return cells;
  };
}

function workingsOf(finding: Finding, all: readonly NamedCells[], beside: ContextBeside): FindingWorkings {
  const { formula, tables, steps, r } = explainFinding(finding, all, "en", beside);
  return {
    formula: { en: formula, es: explainFinding(finding, all, "es", beside).formula },
    cells: tellingCells(finding, all).map((named) => cellTable(finding, named)),
    tables: tables.map(({ name, columns, rows }) => ({
      title: inBoth((say) => say(`explain-table-${name}`)),
      columns,
      ...shortened(rows),
    })),
    steps: steps.map(({ label, row, expression, value }) => ({
      label: inBoth((say, language) => say(`step-${label}`, { row: rowTitle(row, finding, language) })),
      expression,
      value,
    })),
    r,
  };
}

function cellTable(finding: Finding, named: NamedCells): WorkingTable {
  const { by, cells } = ownCells(finding, named);
  const rows = cells.toSorted((one, other) => other.count - one.count).map(({ key, count }) => [...key, count]);
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  return {
    title: inBoth((say) =>
      say("explain-rows", { count, table: named.query.from, columns: by.join(", ") || say("explain-total") }),
    ),
    columns: [...by, "n"],
    ...shortened(rows),
  };
}

function shortened<Row>(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly leftOut: number } {
  return { rows: rows.slice(0, mostRows), leftOut: Math.max(0, rows.length - mostRows) };
}

function rowTitle(row: string | undefined, finding: Finding, language: Language): string {
  const words = openWords(language);
  const [key = "", second] = (row ?? "").split(" | ");
  const title = keyTitle(key, finding, words);
  return second === undefined ? title : `${title}, ${secondKeyTitle(second, finding, words)}`;
}

const inBoth = (make: (say: Say, language: Language) => string): Readonly<Record<Language, string>> => ({
  en: make(speaker("en"), "en"),
  es: make(speaker("es"), "es"),
});
