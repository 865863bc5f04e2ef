import type { ReviewEvent, ReviewHistory } from "./review-history.ts";
import words from "./review-words.json" with { type: "json" };
import type { Verdict } from "./verdicts.ts";

/** Where a provision stands. */
export type ReviewStatus = "first-reading" | "one-reader" | "confirmed" | "readers-differ" | "decided";

/** The verdict that holds now, with everything said about it. */
export type StandingVerdict = {
  readonly provision: string;
  readonly status: ReviewStatus;
  /** What the status means, for readers. */
  readonly says: { readonly en: string; readonly es: string };
  /** Undefined while two readers differ and nobody has decided. */
  readonly verdict?: Verdict;
  readonly machine?: ReviewEvent & { readonly kind: "machine-read" };
  /** Each person's latest reading. */
  readonly readers: readonly (ReviewEvent & { readonly kind: "person-read" })[];
  readonly decision?: ReviewEvent & { readonly kind: "decided" };
  /** The department's replies and the answers to them, oldest first. They never change a verdict by themselves. */
  readonly replies: readonly ReviewEvent[];
};

/**
 * The verdict of one provision that holds after everything that happened. A decision holds until a person reads the
 * provision anew; then that reading and the others' count again.
 *
 * @returns undefined if nothing happened to the provision
 */
export function standingVerdict(history: ReviewHistory, provision: string): StandingVerdict | undefined {
  const events = history.filter((event) => event.provision === provision);
  if (events.length === 0) return undefined;
  const machine = events.findLast((event) => event.kind === "machine-read");
  const readings = events.filter((event) => event.kind === "person-read");
  const readers = [...new Map(readings.map((event) => [event.who, event])).values()];
  const lastReading = events.findLastIndex(({ kind }) => kind === "person-read");
  const decision = events.slice(lastReading + 1).findLast((event) => event.kind === "decided");
  const { status, verdict } = judge(
    readers.map((reader) => reader.verdict),
    machine?.verdict,
    decision?.verdict,
  );
  return {
    provision,
    status,
    says: { en: words.en.status[status], es: words.es.status[status] },
    ...(verdict === undefined ? {} : { verdict }),
    ...(machine === undefined ? {} : { machine }),
    readers,
    ...(decision === undefined ? {} : { decision }),
    replies: events.filter(({ kind }) => kind === "department-replied" || kind === "reply-answered"),
  };
}

function judge(
  readers: readonly Verdict[],
  machine: Verdict | undefined,
  decided: Verdict | undefined,
): { status: ReviewStatus; verdict: Verdict | undefined } {
  if (decided !== undefined) return { status: "decided", verdict: decided };
  const [first] = readers;
  if (readers.length >= 2) {
    const isOne = readers.every((verdict) => verdict === first);
    return { status: isOne ? "confirmed" : "readers-differ", verdict: isOne ? first : undefined };
  }
  return { status: readers.length === 1 ? "one-reader" : "first-reading", verdict: machine ?? first };
}
