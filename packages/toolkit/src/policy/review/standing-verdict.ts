import { readerKey } from "./reader-key.ts";
import type { EventOf, ReviewHistory } from "./review-event.ts";
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
  /** The documents it is about: those of the machine's last reading. */
  readonly documents: string;
  readonly machine?: EventOf<"machine-read">;
  /** Each person's latest reading of these documents. */
  readonly readers: readonly EventOf<"person-read">[];
  readonly decision?: EventOf<"decided">;
  /** The department's replies and the answers to them, oldest first. They never change a verdict by themselves. */
  readonly replies: readonly (EventOf<"department-replied"> | EventOf<"reply-answered">)[];
  /** Readings by people of other documents, such as an older version. Kept, not counted. */
  readonly otherReadings: number;
};

/**
 * The verdict of one provision that holds after everything that happened. Only readings of the documents that the
 * machine read last count; a policy that was changed starts anew. A decision holds until a person reads the provision
 * anew; then that reading and the others' count again.
 *
 * @param options.documents count only readings of these documents, instead of those that the machine read last
 * @returns undefined if nobody and nothing read the provision
 */
export function standingVerdict(
  history: ReviewHistory,
  provision: string,
  options: { readonly documents?: string } = {},
): StandingVerdict | undefined {
  const events = history.filter((event) => event.provision === provision);
  const machines = events.filter((event) => event.kind === "machine-read");
  const people = events.filter((event) => event.kind === "person-read");
  const lastRead = machines.at(-1) ?? people.at(-1);
  if (lastRead === undefined) return undefined;
  const documents = options.documents ?? lastRead.documents;
  const machine = machines.findLast((event) => event.documents === documents);
  const readings = people.filter((event) => event.documents === documents);
  const readers = [...new Map(readings.map((event) => [readerKey(event.who), event])).values()];
  const lastReading = events.findLastIndex((_, index) => opensAnew(events, index));
  const decision =
    lastRead.documents === documents
      ? events.slice(lastReading + 1).findLast((event) => event.kind === "decided")
      : undefined;
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
    documents,
    ...(machine === undefined ? {} : { machine }),
    readers,
    ...(decision === undefined ? {} : { decision }),
    replies: events.filter((event) => event.kind === "department-replied" || event.kind === "reply-answered"),
    otherReadings: people.length - readings.length,
  };
}

/** Whether an event ends an earlier decision: a person reads, or the machine reads other documents than were read before. */
function opensAnew(events: ReviewHistory, index: number): boolean {
  const event = events[index];
  if (event?.kind === "person-read") return true;
  if (event?.kind !== "machine-read") return false;
  const before = events.slice(0, index).findLast(({ kind }) => kind === "machine-read" || kind === "person-read");
  return before !== undefined && "documents" in before && before.documents !== event.documents;
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
