/**
 * How sure a code is a sign of a kind of situation. `narrow`: what the contact was for says so (a dispatch code, the
 * place). `wide`: any indication at all, what officers perceived included.
 */
export type FootprintBand = "narrow" | "wide";

/** One line of the code list of situations: this code of this field is a sign of this class. */
export type FootprintCode = {
  /** Id of the class, such as `mental_health`. */
  readonly class: string;
  /** Field of the standard, such as `incident.contact_reason`; `class` where `code` is the id of another class. */
  readonly field: string;
  readonly code: string;
  readonly band: FootprintBand;
  /** Why it belongs there, in plain words. */
  readonly reason: string;
  /** The same in Spanish, where it is known. */
  readonly reasonEs?: string;
};

/** A kind of situation that could meet a different response. */
export type FootprintClass = {
  readonly id: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly codes: readonly FootprintCode[];
};

/** The code list in use. Findings carry its hash: another list makes other findings. */
export type FootprintList = {
  readonly classes: readonly FootprintClass[];
  /** Short hash of its canonical text, hexadecimal. */
  readonly hash: string;
  /** Whether a reader gave it, in place of the one that comes with the toolkit. */
  readonly isOwn: boolean;
  /** Lines in which it differs from the one that comes with the toolkit, in words. */
  readonly changes: readonly string[];
};

/** What alternative responders reported of themselves in a period. */
export type ResponderResult = {
  readonly team: string;
  readonly from: string;
  readonly to: string;
  readonly calls: number;
  readonly policeBackup?: number;
  readonly injuries?: number;
  readonly source: string;
  /** Class of situations that the team answers, where it is one of the list's. */
  readonly class?: string;
};
