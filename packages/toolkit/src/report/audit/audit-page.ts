import type { Interval, Language } from "@evenhand/standard";
import type { Clause, Provision } from "@evenhand/standard/provision";
import type { ReviewBeside } from "./review-beside.ts";

/** A document that was given, as the page names it. */
export type ListedDocument = {
  readonly name: string;
  readonly sha256: string;
  /** Where its text can be read. */
  readonly href?: string;
  readonly pages?: number;
  /** Of recognised letters, 0–1; absent where the text is the file's own. */
  readonly confidence?: number;
  /** Absent for documents that were read: code of the reason, such as `encrypted`, and what was found. */
  readonly unreadable?: { readonly reason: string; readonly detail: string };
};

/** A clause with the words before its list, without which an item cannot be understood. */
export type QuotedWords = Clause & {
  readonly leadIn?: string;
  /** Where it can be read in its place in the document. */
  readonly href?: string;
};

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
  /** What people and the department say of the answer; absent where no review was given or it says nothing. */
  readonly review?: ReviewBeside;
};

/** A sentence with what makes it hard. */
export type HardSentence = QuotedWords & {
  readonly words: number;
  /** Flesch–Kincaid grade of this sentence alone. */
  readonly grade: number;
  readonly jargon: readonly string[];
  readonly passiveDuties: readonly string[];
};

/** How clear the documents are, as far as the page shows it. */
export type ListedClarity = {
  readonly grades?: {
    readonly fleschKincaid: number;
    readonly smog?: number;
    readonly everydayWords: number;
    readonly unfamiliarShare: number;
  };
  readonly sentences: {
    readonly count: number;
    readonly median: number;
    readonly mean: number;
    readonly ninetieth: number;
    readonly longShare: number;
    readonly longest: readonly (QuotedWords & { readonly words: number })[];
  };
  readonly worst: readonly HardSentence[];
  /** How many duties name no one who must do them. */
  readonly passiveDuties: number;
  readonly mostPassive: readonly HardSentence[];
  /** Most frequent first; plain words in the language of the page. */
  readonly jargon: readonly { readonly term: string; readonly plain: string; readonly count: number }[];
  readonly mostJargon: readonly HardSentence[];
  readonly undefinedTerms: readonly {
    readonly term: string;
    readonly forms: readonly string[];
    readonly uses: number;
    readonly clauses: readonly QuotedWords[];
  }[];
  readonly unusedTerms: readonly string[];
};

/** Two things that do not fit together; texts in the language of the page. */
export type ListedInconsistency = {
  readonly id: string;
  readonly kind: InconsistencyKind;
  readonly subject: string;
  readonly why: string;
  readonly isAcrossDocuments: boolean;
  readonly clauses: readonly QuotedWords[];
};

/** Kinds of what does not fit together, in the order in which the page shows them. */
export const inconsistencyKinds = [
  "prohibited-and-permitted",
  "required-and-optional",
  "definition",
  "policy-without-field",
  "field-without-policy",
  "missing-document",
] as const;

export type InconsistencyKind = (typeof inconsistencyKinds)[number];

/** What a form was found to ask for, for a person to check. */
export type ListedForm = {
  readonly source: "form" | "columns" | "release" | "declared";
  readonly name: string;
  readonly sha256?: string;
  readonly isComplete: boolean;
  readonly fields: readonly {
    readonly title: string;
    /** An element of a record; else a kind of force. */
    readonly isElement: boolean;
    /** `unknown`: it cannot be told. */
    readonly state: FieldState;
    readonly words: readonly string[];
  }[];
  readonly hasOtherBox: boolean;
  readonly unread: readonly string[];
  readonly otherReports: readonly string[];
};

/** Whether a form has a place for something. */
export type FieldState = "collected" | "partly" | "conditional" | "not_collected" | "occurs" | "unknown";

/** What the page of an audit is made from. */
export type AuditPage = {
  readonly language: Language;
  /** ISO date. */
  readonly date: string;
  readonly rubric: "evenhand" | "eight-cant-wait";
  readonly documents: readonly ListedDocument[];
  readonly rules: readonly AnsweredRule[];
  /** Absent where it was not looked for. */
  readonly consistency?: readonly ListedInconsistency[];
  /** Share of possible contradictions that held up when people read them, 0–1. */
  readonly consistencyPrecision?: Interval;
  readonly form?: ListedForm;
  readonly clarity?: ListedClarity;
};
