/** The exact words in a policy that carry a provision, and where they stand. */
export type Clause = {
  /** Name of the document as given. */
  readonly document: string;
  /** sha256 of the document's bytes, hexadecimal. */
  readonly sha256: string;
  /** 1 = first page. Absent for formats without pages. */
  readonly page?: number;
  /** Section numbers and titles from the outside in. */
  readonly section: readonly string[];
  /** Character range in the document's extracted text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** One thing a policy requires, allows or forbids, as a rule found it. */
export type Provision = {
  /** Permanent id of the rule, such as `duty-to-intervene`. */
  readonly id: string;
  readonly verdict: "required" | "qualified" | "contradicted" | "silent" | "cannot-tell" | "covered-elsewhere";
  readonly clauses: readonly Clause[];
  /** Words that weaken it, as written. */
  readonly hedges: readonly string[];
  /** Exceptions, as written. */
  readonly exceptions: readonly string[];
  /** Why it was judged so, in plain words. */
  readonly why: string;
};
