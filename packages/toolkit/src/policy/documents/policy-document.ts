/** Why a document cannot be read. Never a verdict about what it says. */
export type UnreadableReason =
  | "no-text"
  | "letters-without-meaning"
  | "too-little-text"
  | "not-a-policy"
  | "encrypted"
  | "damaged"
  | "too-large"
  | "too-many-pages"
  | "took-too-long"
  | "unknown-format";

export type UnreadableDocument = {
  readonly name: string;
  readonly sha256: string;
  readonly isReadable: false;
  readonly reason: UnreadableReason;
  /** What was found, for the sentence "cannot read this document: …". */
  readonly detail: string;
};

/** One sentence or list item of a policy, with its exact place. */
export type PolicyClause = {
  /** Permanent within the document, such as `c0042`. */
  readonly id: string;
  /** As it reads after mending hyphens, line ends and page breaks; equals `document.text.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1 = first page; where the clause begins. Absent for formats without pages. */
  readonly page?: number;
  /** Section numbers and titles from the outside in: `["300 Use of force", "300.4 Deadly force", "(b)"]`. */
  readonly section: readonly string[];
  readonly kind: "heading" | "sentence" | "item" | "definition";
  /** For items: the words before the list that govern them ("Officers shall not:"). */
  readonly leadIn?: string;
  /** For definitions: the term. */
  readonly term?: string;
};

/** One policy: a document is often one, a manual holds many. */
export type PolicyText = {
  readonly title: string;
  readonly number?: string;
  /** ISO dates, where the header says them. */
  readonly effective?: string;
  readonly revised?: string;
  /** Of the version it replaces. */
  readonly supersedes?: string;
  readonly clauses: readonly PolicyClause[];
};

/** A document as the rules read it. */
export type PolicyDocument = {
  readonly name: string;
  readonly sha256: string;
  readonly isReadable: true;
  readonly pages?: number;
  /** The whole mended text that every `start` and `end` counts in. */
  readonly text: string;
  readonly policies: readonly PolicyText[];
  /** Of recognised text, 0–1; absent where the text is the file's own. */
  readonly confidence?: number;
};
