import type { ReviewEvent, ReviewHistory } from "./review-event.ts";
import type words from "./review-words.json";
import { standingVerdict } from "./standing-verdict.ts";

type ProblemCode = keyof (typeof words)["en"]["events"];

/** Why a line may not be added to a history. The words for its code are in `review-words.json`. */
export type EventProblem = { readonly code: ProblemCode; readonly value: string };

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;

/**
 * What speaks against adding a line to a history: it has no one, no moment, or an earlier moment than the last line; a
 * decision is made where two people did not read or did not differ, or has no reason; a reply has no words or concerns
 * nothing that was read.
 *
 * @returns undefined if the line may be added
 */
export function eventProblem(history: ReviewHistory, event: ReviewEvent): EventProblem | undefined {
  if (event.who.trim() === "") return { code: "event-no-one", value: event.provision };
  const problem = timeProblem(history, event.at);
  if (problem !== undefined || event.kind === "machine-read" || event.kind === "person-read") return problem;
  return actProblem(history, event);
}

/** What speaks against a moment for the next line of a history; undefined if nothing does. */
export function timeProblem(history: ReviewHistory, at: string): EventProblem | undefined {
  const last = history.at(-1);
  if (!moment.test(at) || Number.isNaN(Date.parse(at))) return { code: "event-not-a-moment", value: at };
  if (last !== undefined && Date.parse(at) < Date.parse(last.at)) return { code: "event-before-last", value: last.at };
  return undefined;
}

function actProblem(
  history: ReviewHistory,
  event: ReviewEvent & { readonly kind: "decided" | "department-replied" | "reply-answered" },
): EventProblem | undefined {
  const { provision: value } = event;
  const standing = standingVerdict(history, value);
  if (standing === undefined) return { code: "event-not-read", value };
  if (event.kind !== "decided") {
    if (event.text.trim() === "") return { code: "reply-no-words", value };
    const isAnswerable = standing.replies.some(({ kind }) => kind === "department-replied");
    return event.kind === "reply-answered" && !isAnswerable ? { code: "answer-without-reply", value } : undefined;
  }
  if (standing.readers.length < 2) return { code: "decision-too-few-readers", value };
  const [first, ...others] = standing.readers;
  if (others.every(({ verdict }) => verdict === first?.verdict)) return { code: "decision-no-difference", value };
  return event.reason.trim() === "" ? { code: "decision-no-reason", value } : undefined;
}
