import type { Snapshot } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { takeSnapshot } from "./take-snapshot.ts";

/** Snapshots of several files, taken one after another while something else goes on. */
export type SnapshotQueue = {
  readonly add: (path: string) => void;
  /**
   * Those of all files added so far, in their order.
   *
   * @throws InputError where a file was given twice: its force would count twice
   */
  readonly all: () => Promise<readonly Snapshot[]>;
};

/**
 * Starts without any file.
 *
 * @param signal stops the reading of files that nobody waits for any more
 */
export function snapshotQueue(signal: AbortSignal): SnapshotQueue {
  let taken: Promise<readonly Snapshot[]> = Promise.resolve([]);
  return {
    add: (path) => {
      taken = taken.then(async (before) => withNext(before, await takeSnapshot(path, { signal })));
      // Whoever asks for all is told; until then, and where nobody asks, a failure is no fault of its own.
      taken.catch(() => undefined);
    },
    all: () => taken,
  };
}

function withNext(before: readonly Snapshot[], next: Snapshot): readonly Snapshot[] {
  const same = before.find(({ sha256 }) => sha256 === next.sha256);
  if (same === undefined) return [...before, next];
  const message = `${next.name} is the same file as ${same.name}, given twice: its force would count twice. Give it once.`;
  throw new InputError("same-file-twice", next.name, message);
}
