import type { Progress } from "./progress.ts";
import type { Say } from "./words/words.ts";

const steps: readonly (readonly [pattern: RegExp, key: Parameters<Say>[0], place?: string])[] = [
  [/^reading (.*)$/, "step-reading", "file"],
  [/^hashing the files$/, "step-hashing-files"],
  [/^mapping$/, "step-suggesting"],
  [/^values$/, "step-values"],
  [/^writing (.*)$/, "step-writing", "table"],
  [/^hashing$/, "step-hashing"],
  [/^(.*)$/, "step-gathering", "table"],
];

/** Says an ingest step in the user's language. */
export const sayStep =
  (progress: Progress, say: Say) =>
  (step: string, done?: number): void => {
    for (const [pattern, key, place] of steps) {
      const match = pattern.exec(step);
      if (!match) continue;
      progress.step(say(key, place ? { [place]: match[1] ?? "" } : {}), done);
      return;
    }
  };
