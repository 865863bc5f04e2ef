import type { Language } from "@evenhand/standard";
import type { Clause, Provision } from "@evenhand/standard/provision";

/** A document that was given, as the page names it. */
export type ListedDocument = {
  readonly name: string;
  readonly sha256: string;
  readonly pages?: number;
  /** Of recognised letters, 0–1; absent where the text is the file's own. */
  readonly confidence?: number;
  /** Absent for documents that were read: code of the reason, such as `encrypted`, and what was found. */
  readonly unreadable?: { readonly reason: string; readonly detail: string };
};

/** A clause with the words before its list, without which an item cannot be understood. */
export type QuotedWords = Clause & { readonly leadIn?: string };

/** A question with its answer; texts in the language of the page, quotations as written. */
export type AnsweredRule = Omit<Provision, "clauses"> & {
  readonly clauses: readonly QuotedWords[];
  readonly question: string;
  /** What the verdict means for this question. */
  readonly meaning?: string;
  readonly wording: string;
  readonly disagreement?: string;
  readonly sources: readonly { readonly title: string; readonly isChecked: boolean }[];
  /** Binary rubrics: whether it is there; null where it cannot be told. */
  readonly present?: boolean | null;
  readonly lookedAt: {
    readonly clauses: number;
    readonly onSubject: number;
    readonly documents: readonly string[];
  };
};

/** How clear the documents are, as far as the page shows it. */
export type ListedClarity = {
  /** Flesch–Kincaid grade, years of US school. */
  readonly grade?: number;
  readonly sentences: { readonly count: number; readonly median: number; readonly longShare: number };
  readonly worst: readonly (QuotedWords & { readonly words: number; readonly grade: number })[];
};

/** What the page of an audit is made from. */
export type AuditPage = {
  readonly language: Language;
  /** ISO date. */
  readonly date: string;
  readonly rubric: "evenhand" | "eight-cant-wait";
  readonly documents: readonly ListedDocument[];
  readonly rules: readonly AnsweredRule[];
  readonly clarity?: ListedClarity;
};
