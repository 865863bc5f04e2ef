/** What kind of thing happened. Only `policy`, `practice` and `training` are asked whether a change followed. */
export const policyEventKinds = ["policy", "practice", "training", "recording", "other"] as const;

export type PolicyEventKind = (typeof policyEventKinds)[number];

/** Records that an event speaks of: a field of the standard and the codes of it, such as force types. */
export type EventSubject = { readonly field: string; readonly codes: readonly string[] };

/**
 * Something that happened to a department's policy, practice or records, to be set beside its figures. Dates are ISO,
 * as far as they are known; nothing is guessed.
 */
export type PolicyEvent = {
  /** Permanent within a place. */
  readonly id: string;
  readonly kind: PolicyEventKind;
  readonly what: { readonly en: string; readonly es?: string };
  readonly adopted?: string;
  readonly effective?: string;
  /** When those it concerns had been trained. */
  readonly trained?: string;
  /** Where it is known from: title, publisher and address, or the document and its hash. */
  readonly source: string;
  /** Name of the policy document, and id of the rule of the policy audit it speaks of. */
  readonly document?: string;
  readonly provision?: string;
  readonly enteredBy?: string;
  /** What it is meant to change; everything, where absent. */
  readonly about?: readonly EventSubject[];
  /** What it should leave as it is: a comparison. */
  readonly unaffected?: readonly EventSubject[];
  /** Agency of a statewide release that it concerns; all of them where absent. */
  readonly agency?: string;
};

/** Columns in which a comparison of two versions writes events; a person adds the rest. */
export const comparedEventColumns = [
  "id",
  "date",
  "adopted",
  "effective",
  "trained",
  "kind",
  "what",
  "what_es",
  "source",
  "document",
  "provision",
  "entered_by",
] as const;

/** Columns of a file of events, in their order; only a few must be there. */
export const policyEventColumns = [...comparedEventColumns, "about", "unaffected", "agency"] as const;

/** The date from which a change would be looked for. */
export function eventDate(
  event: PolicyEvent,
): { readonly date: string; readonly from: "effective" | "adopted" } | undefined {
  if (event.effective !== undefined) return { date: event.effective, from: "effective" };
  return event.adopted === undefined ? undefined : { date: event.adopted, from: "adopted" };
}
