import { join } from "node:path";
import type { Finding } from "@evenhand/standard";
import { answerPart } from "@evenhand/toolkit/analysis/answer-part";
import { openRelease } from "@evenhand/toolkit/release/read-release";
import type { ReleaseFilter } from "@evenhand/toolkit/release/release-filter";
import type { OpenPlace } from "./place-index.ts";

/** Engines that count at the same time, and readers that may wait for one. */
const mostRunning = 2;
const mostWaiting = 20;
const timeLimitSeconds = 8;

let running = 0;
const waiting: (() => void)[] = [];

/** The server counts for too many readers already. */
export class TooBusy extends Error {}

/**
 * Findings of a part of a release, counted anew.
 *
 * @throws TooBusy when too many wait already
 * @throws Error when the engine needs longer than its limit
 */
export function partFindings({ place, answers }: OpenPlace, only: ReleaseFilter): Promise<readonly Finding[]> {
  return inTurn(async () => {
    const folder = join(place.folder, place.summary.release);
    const open = await openRelease(folder, { only, timeLimitSeconds, memoryLimit: "512MB", threads: 1 });
    try {
      return await answerPart(answers.release, open.cells);
    } finally {
      await open.close();
    }
  });
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= mostRunning) {
    if (waiting.length >= mostWaiting) throw new TooBusy("too many readers are waiting for a count");
    await new Promise<void>((go) => waiting.push(go));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
