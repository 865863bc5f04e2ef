import type { ReadSheet } from "./read-sheet.ts";
import { readerKey } from "./reader-key.ts";
import type { RecordedAudit } from "./recorded-audit.ts";
import type { EventOf, ReviewEvent, ReviewHistory } from "./review-event.ts";
import { appendEvent } from "./review-history.ts";

/** A sheet that came back, with the hash of what it says. */
export type ReturnedSheet = ReadSheet & { readonly sheet: string };

/** @see addReadings */
export type AddedReadings = {
  readonly history: ReviewHistory;
  readonly added: readonly ReviewEvent[];
  /** Verdicts on sheets that the history has already. */
  readonly known: number;
};

/** Which audit is read, when, and by what program. */
export type ReadingBasis = {
  readonly audit: string;
  readonly documents: string;
  /** ISO moment, UTC. */
  readonly at: string;
  readonly program: string;
};

/**
 * Adds the machine's reading of each provision and then each person's to a history. What the history has already is not
 * added again: the machine's reading of the same audit, and a person's reading that came on the same sheet or says what
 * that person's last one says.
 *
 * @throws RangeError if a line may not be added, such as one before the last line
 */
export function addReadings(
  before: ReviewHistory,
  { provisions }: RecordedAudit,
  sheets: readonly ReturnedSheet[],
  { audit, documents, at, program }: ReadingBasis,
): AddedReadings {
  let history = before;
  let known = 0;
  for (const { id, verdict, why } of provisions) {
    const last = history.findLast((event) => event.kind === "machine-read" && event.provision === id);
    if (last?.kind === "machine-read" && last.audit === audit) continue;
    const reading = { kind: "machine-read", verdict, reason: why, audit, documents } as const;
    history = appendEvent(history, { ...reading, at, who: program, provision: id });
  }
  for (const { reader, readings, isBlind, sheet } of sheets)
    for (const { id, verdict, reason } of readings) {
      const reading = { kind: "person-read", verdict, reason, isBlind, sheet, audit, documents } as const;
      const event = { ...reading, at, who: reader, provision: id };
      if (isKnown(history, event)) known += 1;
      else history = appendEvent(history, event);
    }
  return { history, added: history.slice(before.length), known };
}

function isKnown(history: ReviewHistory, event: EventOf<"person-read">): boolean {
  const own = history.filter(
    (older) =>
      older.kind === "person-read" &&
      older.provision === event.provision &&
      older.documents === event.documents &&
      readerKey(older.who) === readerKey(event.who),
  );
  const last = own.at(-1);
  if (last?.kind !== "person-read") return false;
  const saysTheSame = last.verdict === event.verdict && last.reason === event.reason && last.isBlind === event.isBlind;
  return saysTheSame || own.some((older) => older.kind === "person-read" && older.sheet === event.sheet);
}
