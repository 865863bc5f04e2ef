import type { Finding, Scope } from "@evenhand/standard";
import type { Cell, CellQuery, CellReader } from "../../release/cells.ts";
import { type CellTable, rollUp } from "../cell-table.ts";
import { gapCells } from "../gap/gap-report.ts";
import type { QuestionContext } from "../question.ts";
import { questions } from "../questions/questions.ts";
import measures from "../questions/treatment-measures.json" with { type: "json" };

/** A question's cells: the query as data, and what the release answered. */
export type NamedCells = { readonly name: string; readonly query: CellQuery; readonly cells: readonly Cell[] };

/** What was given beside the release and decides which cells a question asks for. */
export type CellsBeside = Pick<QuestionContext, "places" | "events" | "footprint">;

/** The cells that a finding was made from: those of its question; of the gap report, the ones that hold its field. */
export async function findingCells(
  finding: Finding,
  release: { readonly scope: Scope } & Parameters<typeof gapCells>[0],
  { read, ...beside }: { readonly read: CellReader } & CellsBeside,
): Promise<readonly NamedCells[]> {
  const question = questions.find(({ id }) => id === finding.question);
  const queries =
    question === undefined
      ? gapQueries(finding, gapCells(release))
      : Object.entries(question.cells(release.scope, beside));
  const found: NamedCells[] = [];
  for (const [name, query] of queries) found.push({ name, query, cells: await read(query) });
  return found;
}

function gapQueries(finding: Finding, all: readonly CellQuery[]): readonly (readonly [string, CellQuery])[] {
  const column = columnOf(finding);
  const own = column === undefined ? [] : all.filter(({ by }) => by.some((name) => baseName(name) === column));
  return own.map((query, index) => [`gap-${index + 1}`, query] as const);
}

/** Column that a finding's rows are broken down by. */
const columnOf = ({ dimension }: Finding): string | undefined => dimension?.field.split(".").at(-1);
const baseName = (column: string): string => column.split(".").at(-1)?.replace(/\?$/, "") ?? column;

/** Names of the cells that methods read which read only some of their question's, whatever their field. */
function namedCells({ method, measure, values }: Finding): readonly string[] | undefined {
  if (method === "officer-concentration") return ["officers", "officerYears"];
  if (method === "treatment-given-force")
    return [Object.hasOwn(measures.force, measure.replaceAll("-", "_")) ? "force" : "outcomes"];
  return method === "place-adjusted" && typeof values?.areaColumn === "string" ? [values.areaColumn] : undefined;
}

/** The cells that hold the finding's own field; all of its question's where none does. */
export function tellingCells(finding: Finding, all: readonly NamedCells[]): readonly NamedCells[] {
  const named = namedCells(finding);
  if (named !== undefined) return all.filter(({ name }) => named.includes(name));
  const column = columnOf(finding);
  const telling = all.filter(({ query }) => query.by.some((name) => baseName(name) === column));
  return telling.length === 0 ? all : telling;
}

/**
 * The cells added up by what the finding speaks of: its own field with the reasons why it is missing, months or years
 * where the rows are months or years. All columns where none of them is its own.
 */
export function ownCells(finding: Finding, { query, cells }: NamedCells): CellTable {
  const table = { by: query.by, cells };
  const isWhole = finding.method === "officer-concentration" || finding.method === "place-adjusted";
  if (query.distinct !== undefined || isWhole) return table;
  const column = columnOf(finding);
  const times = /month/.test(finding.measure)
    ? ["occurred_month"]
    : /year/.test(finding.measure)
      ? ["occurred_year"]
      : [];
  const own = query.by.filter((name) => {
    const base = baseName(name);
    return (column !== undefined && base.replace(/_missing$/, "") === column) || times.includes(base);
  });
  const marks = query.by.filter((name) => name === `mark.${finding.measure.replaceAll("-", "_")}`);
  const outcome = query.by.filter((name) => name === finding.measure.replaceAll("-", "_"));
  const by = [...own, ...marks, ...outcome];
  return by.length === 0 ? table : rollUp(table, by);
}
