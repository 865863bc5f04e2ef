import { readerKey } from "@evenhand/toolkit/policy/review/reader-key";
import type { ReviewEvent, ReviewHistory } from "@evenhand/toolkit/policy/review/review-event";
import { type StandingVerdict, standingVerdict } from "@evenhand/toolkit/policy/review/standing-verdict";
import type { GivenVerdict, ReviewBeside } from "@evenhand/toolkit/report/audit/review-beside";
import type { Arguments, Language } from "./arguments.ts";
import { openHistory } from "./review/open-history.ts";

type Reading = ReviewEvent & { readonly kind: "machine-read" | "person-read" | "decided" };

const given = ({ who, at, verdict, reason }: Reading): GivenVerdict => ({ who, at, verdict, reason });

function decisionOf({ decision, readers }: StandingVerdict): ReviewBeside["decision"] {
  if (decision === undefined) return undefined;
  const isByReader = readers.some(({ who }) => readerKey(who) === readerKey(decision.who));
  return { ...given(decision), isByReader };
}

/**
 * What people and the department say of one provision, for the page and the JSON of an audit. Readings of other documents
 * than those of the audit do not count: they are only numbered.
 *
 * @param documents hash of the audit's documents and rubric, by `documentsId`; without it the history's own last ones
 * @returns undefined if the history says nothing of the provision
 */
export function reviewBeside(
  history: ReviewHistory,
  provision: string,
  { language, documents }: { readonly language: Language; readonly documents?: string },
): ReviewBeside | undefined {
  const standing = standingVerdict(history, provision, documents === undefined ? {} : { documents });
  if (standing === undefined) return undefined;
  const { status, says, verdict, readers, replies, otherReadings } = standing;
  const decision = decisionOf(standing);
  return {
    status,
    says: says[language],
    ...(verdict === undefined ? {} : { verdict }),
    readers: readers.map((reader) => ({ ...given(reader), isBlind: reader.isBlind })),
    ...(decision === undefined ? {} : { decision }),
    replies: replies.map(({ kind, who, at, text }) => ({ isAnswer: kind === "reply-answered", who, at, text })),
    otherReadings,
  };
}

/** Opens the history that `--review` names; undefined without the option. @throws CliError when it was changed by hand */
export async function readReviewOption({ option, language }: Arguments): Promise<ReviewHistory | undefined> {
  const path = option("review");
  return path === undefined ? undefined : (await openHistory(path, language)).history;
}

/** What a history says of each provision, by its id; nothing without a history. */
export function reviewsBeside(
  history: ReviewHistory | undefined,
  provisions: readonly { readonly id: string }[],
  counted: { readonly language: Language; readonly documents: string },
): ReadonlyMap<string, ReviewBeside> {
  return new Map(
    provisions.flatMap(({ id }) => {
      const review = history && reviewBeside(history, id, counted);
      return review === undefined ? [] : [[id, review] as const];
    }),
  );
}

/** What a history says of one provision, for JSON: what is not there is null. */
export const reviewJson = (review: ReviewBeside | undefined) =>
  review === undefined ? null : { ...review, verdict: review.verdict ?? null, decision: review.decision ?? null };
