import { eventProblem } from "./event-problem.ts";
import type { ReviewEvent, ReviewHistory } from "./review-event.ts";

/**
 * The history with one line more; the one that was passed in stays as it is. A correction is a new line, the old one is
 * kept: nothing can be taken out or changed.
 *
 * @throws RangeError if the line may not be added; {@link eventProblem} says why, in words for a person
 */
export function appendEvent(history: ReviewHistory, event: ReviewEvent): ReviewHistory {
  const problem = eventProblem(history, event);
  if (problem !== undefined) throw new RangeError(`invalid event; ${problem.code}: ${problem.value}`);
  return [...history, event];
}

/** Whether a history continues another one: every older line is still there, word for word, in its place. */
export function continuesHistory(older: ReviewHistory, newer: ReviewHistory): boolean {
  return firstChangedLine(older, newer) === undefined;
}

/** Number (1 = the oldest) of the first older line that is not there any more as it was; undefined if all are. */
export function firstChangedLine(older: ReviewHistory, newer: ReviewHistory): number | undefined {
  const index = older.findIndex((event, at) => {
    const other = newer[at];
    return other === undefined || eventText(event) !== eventText(other);
  });
  return index < 0 ? undefined : index + 1;
}

/** An event as one text that does not depend on the order of its fields. */
export const eventText = (event: ReviewEvent): string =>
  JSON.stringify(Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1)));
