import type { Verdict } from "./verdicts.ts";

/** What can happen to a verdict. */
export type ReviewAct =
  | { readonly kind: "machine-read"; readonly verdict: Verdict; readonly reason: string }
  | { readonly kind: "person-read"; readonly verdict: Verdict; readonly reason: string; readonly isBlind: boolean }
  /** A difference between two readers is decided. */
  | { readonly kind: "decided"; readonly verdict: Verdict; readonly reason: string }
  /** The department says something about the verdict; its words are kept as they are. */
  | { readonly kind: "department-replied"; readonly text: string }
  /** What the audit's authors answer to a reply. */
  | { readonly kind: "reply-answered"; readonly text: string };

/** One line of the history: who did what, when, on which provision. */
export type ReviewEvent = ReviewAct & {
  /** ISO moment, UTC, such as `2024-05-01T09:30:00Z`. */
  readonly at: string;
  /** Name or code of the person, or the program with its version. */
  readonly who: string;
  /** Id of the rule. */
  readonly provision: string;
};

/** Everything that happened, oldest first. Lines are only ever added at the end. */
export type ReviewHistory = readonly ReviewEvent[];

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;

/**
 * The history with one line more; the one that was passed in stays as it is. A correction is a new line, the old one is
 * kept: nothing can be taken out or changed.
 *
 * @throws RangeError if the line has no one, no moment, or an earlier moment than the last line; if a decision or a reply
 *   has no words; or if a decision is made on a provision that fewer than two people have read
 */
export function appendEvent(history: ReviewHistory, event: ReviewEvent): ReviewHistory {
  const last = history.at(-1);
  if (event.who.trim() === "") throw new RangeError("invalid who; must name a person or a program: (empty)");
  if (!moment.test(event.at) || Number.isNaN(Date.parse(event.at)))
    throw new RangeError(`invalid at; must be an ISO moment in UTC: ${event.at}`);
  if (last !== undefined && Date.parse(event.at) < Date.parse(last.at))
    throw new RangeError(`invalid at; must not be before the last line (${last.at}): ${event.at}`);
  if (event.kind === "decided") {
    const readers = new Set(
      history
        .filter(({ kind, provision }) => kind === "person-read" && provision === event.provision)
        .map(({ who }) => who),
    );
    if (readers.size < 2)
      throw new RangeError(`invalid decision; two people must have read ${event.provision} first: ${readers.size}`);
    if (event.reason.trim() === "") throw new RangeError(`invalid decision; must have a reason: ${event.provision}`);
  }
  if ("text" in event && event.text.trim() === "")
    throw new RangeError(`invalid reply; must have words: ${event.provision}`);
  return [...history, event];
}

/** Whether a history continues another one: every older line is still there, word for word, in its place. */
export function continuesHistory(older: ReviewHistory, newer: ReviewHistory): boolean {
  return older.every((event, index) => sameEvent(event, newer[index]));
}

function sameEvent(one: ReviewEvent, other: ReviewEvent | undefined): boolean {
  if (other === undefined) return false;
  const fields = (event: ReviewEvent): string =>
    JSON.stringify(Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return fields(one) === fields(other);
}
