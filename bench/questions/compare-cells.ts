import { collectCells } from "../../packages/toolkit/src/analysis/collect-cells.ts";
import type { Cell, CellQuery } from "../../packages/toolkit/src/release/cells.ts";

/** Cells as both sides write them: the values of the key, and the count. */
export type WrittenCells = readonly (readonly [Cell["key"], number])[];

/** A query and the cells that answered it. */
export type ReadCells = { readonly query: CellQuery; readonly cells: WrittenCells };

/**
 * Compares every cell of both sides. Where the peer answers a narrower query than ours, our cells are added up as the
 * toolkit adds them up.
 *
 * @returns how many cells were compared
 * @throws Error that names the first query whose cells differ
 */
export async function compareCells(ours: readonly ReadCells[], peer: readonly ReadCells[]): Promise<number> {
  const byQuery = new Map(ours.map(({ query, cells }) => [JSON.stringify(query), cells]));
  const read = async (query: CellQuery): Promise<readonly Cell[]> => {
    const cells = byQuery.get(JSON.stringify(query));
    if (cells === undefined) throw new Error(`our side did not read: ${JSON.stringify(query)}`);
    return cells.map(([key, count]) => ({ key, count }));
  };
  const collected = await collectCells(
    ours.map(({ query }) => query),
    read,
  );
  let compared = 0;
  for (const { query, cells } of peer) {
    const mine = lines(collected(query).cells.map(({ key, count }) => [key, count]));
    const theirs = lines(cells);
    const differing = mine.findIndex((line, index) => line !== theirs[index]);
    if (differing >= 0 || mine.length !== theirs.length)
      throw new Error(
        `cells differ: ${JSON.stringify(query)}\nours ${mine.length}, peer ${theirs.length}\nours ${mine[differing]}\npeer ${theirs[differing]}`,
      );
    compared += mine.length;
  }
  return compared;
}

/** A group without rows is no cell: engines differ in whether they list it. */
const lines = (cells: WrittenCells): readonly string[] =>
  cells
    .filter(([, count]) => count > 0)
    .map((cell) => JSON.stringify(cell))
    .sort();
