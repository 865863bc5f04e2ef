import { climbLadder, type Showing } from "./ladder/climb-ladder.ts";
import { couldBeKnown, type Tally } from "./tally.ts";

export type { Showing };

/**
 * Passes a tally through the release ladder.
 *
 * @param events what a comparison of groups rests on; undefined when nothing is compared
 * @param coverage part of the period's months that hold records, 0–1; 1 when it is not known
 */
export function showTally(tallied: Tally, coverage = 1, events?: number): Showing {
  const missing = couldBeKnown(tallied);
  const neverRecorded = tallied.missing
    .filter(({ reason }) => reason === "not_recorded")
    .reduce((sum, { count }) => sum + count, 0);
  return climbLadder({
    total: tallied.total,
    known: tallied.known,
    recordable: tallied.known === 0 ? tallied.total - neverRecorded : tallied.total,
    missingShare: missing === 0 ? 0 : missing / (tallied.known + missing),
    answers: tallied.values.length,
    coverage,
    ...(events === undefined ? {} : { events }),
  });
}
