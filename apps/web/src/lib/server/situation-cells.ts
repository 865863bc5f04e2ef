import { join } from "node:path";
import { collectCells } from "@evenhand/toolkit/analysis/collect-cells";
import { footprintQueries } from "@evenhand/toolkit/analysis/footprint/footprint-cells";
import { openRelease } from "@evenhand/toolkit/release/read-release";
import type { OpenPlace } from "./place-index.ts";

type People = Awaited<ReturnType<typeof readCells>>;

const kept = new Map<string, Promise<People>>();
const mostKept = 12;
const timeLimitSeconds = 10;

/**
 * People on whom force was used, by the kind of situation it began in: read from the release once, then kept, so that
 * a what-if is arithmetic on grouped counts whatever a reader asks.
 *
 * @throws Error when the engine needs longer than its limit
 */
export function situationCells(open: OpenPlace): Promise<People> {
  const { release, footprint } = open.answers;
  const key = `${release.hash} ${footprint.hash}`;
  const cells = kept.get(key) ?? readCells(open);
  kept.delete(key);
  kept.set(key, cells);
  cells.catch(() => kept.delete(key));
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? "");
  return cells;
}

async function readCells({ place, answers }: OpenPlace) {
  const { people } = footprintQueries(answers.release.scope, answers.footprint.classes);
  const open = await openRelease(join(place.folder, place.summary.release), { timeLimitSeconds });
  try {
    const collected = await collectCells([people], open.cells);
    return collected(people);
  } finally {
    await open.close();
  }
}
