import type { CellQuery, CellReader } from "../release/cells.ts";
import { type CellTable, rollUp, sortCells } from "./cell-table.ts";

/** Looks up the answer to one of the collected queries. */
export type CollectedCells = (query: CellQuery) => CellTable;

/**
 * Asks a release as few queries as answer all of these: the same query runs once, a query whose columns are among
 * those of another is added up from it, and queries that borrow columns through a join share one join. Distinct counts
 * are never added up. Cells come in the order of their keys, so that an engine's own order moves no last digit.
 *
 * @returns a look-up that throws a RangeError for a query that was not collected
 */
export async function collectCells(queries: readonly CellQuery[], read: CellReader): Promise<CollectedCells> {
  const asked = planQueries(queries);
  const tables: { readonly query: CellQuery; readonly table: CellTable }[] = [];
  for (const query of asked) tables.push({ query, table: { by: query.by, cells: sortCells(await read(query)) } });

  const added = new Map<string, CellTable>();
  return (query) => {
    const source = tables.find((candidate) => covers(candidate.query, query));
    if (source === undefined) throw new RangeError(`invalid query; was not collected: ${JSON.stringify(query)}`);
    if (sameColumns(source.query, query)) return source.table;
    const text = JSON.stringify(query);
    const table = added.get(text) ?? rollUp(source.table, query.by);
    added.set(text, table);
    return table;
  };
}

/** The queries that have to run, widest first. */
export function planQueries(queries: readonly CellQuery[]): readonly CellQuery[] {
  const merged = [...queries.filter((query) => !isJoin(query)), ...mergeJoins(queries.filter(isJoin))];
  const widestFirst = merged.sort((left, right) => right.by.length - left.by.length);
  return widestFirst.filter((query, index) => !widestFirst.slice(0, index).some((wider) => covers(wider, query)));
}

const isJoin = (query: CellQuery): boolean => query.by.some((column) => column.includes("."));
const countsRowsOf = (query: CellQuery): string =>
  JSON.stringify([query.from, query.where ?? {}, query.marks ?? {}, query.signs ?? {}, query.distinct ?? null]);
const sameColumns = (left: CellQuery, right: CellQuery): boolean => left.by.join("\n") === right.by.join("\n");

function covers(wide: CellQuery, narrow: CellQuery): boolean {
  if (countsRowsOf(wide) !== countsRowsOf(narrow)) return false;
  if (wide.distinct !== undefined) return sameColumns(wide, narrow);
  return narrow.by.every((column) => wide.by.includes(column));
}

/** More columns than this in one query make too many small groups; the join is then done again. */
const mostMergedColumns = 10;

function mergeJoins(queries: readonly CellQuery[]): readonly CellQuery[] {
  const merged: CellQuery[] = [];
  for (const query of queries) {
    const by = (host: CellQuery): readonly string[] => [...new Set([...host.by, ...query.by])];
    const host = merged.findIndex(
      (candidate) =>
        query.distinct === undefined &&
        countsRowsOf(candidate) === countsRowsOf(query) &&
        by(candidate).length <= mostMergedColumns,
    );
    const found = merged[host];
    if (found === undefined) merged.push(query);
    else merged[host] = { ...found, by: by(found) };
  }
  return merged;
}
