import type { Language } from "@evenhand/standard";
import type { QuotedWords } from "../audit/audit-page.ts";
import type { GivenVerdict, ReviewBeside } from "../audit/review-beside.ts";

/** One question with what the program found and what people said of it. */
export type ReviewedProvision = {
  readonly id: string;
  readonly question: string;
  /** The program's reading; absent where it did not read. */
  readonly machine?: Omit<GivenVerdict, "who">;
  /** Absent where the audit was not given: then nothing is said about clauses. */
  readonly quoted?: {
    readonly clauses: readonly QuotedWords[];
    readonly hedges: readonly string[];
    readonly exceptions: readonly string[];
  };
  readonly review: ReviewBeside;
};

/** One line of the history. */
export type ReviewLine = {
  readonly kind: "machine-read" | "person-read" | "decided" | "department-replied" | "reply-answered";
  /** ISO moment, UTC. */
  readonly at: string;
  readonly who: string;
  readonly provision: string;
  readonly verdict?: GivenVerdict["verdict"];
  /** Reason or reply, as written. */
  readonly text: string;
};

/** What the page of a review is made from. */
export type ReviewPage = {
  readonly language: Language;
  /** ISO date. */
  readonly date: string;
  /** The history's file and the hash of its last line. */
  readonly history: { readonly name: string; readonly head: string };
  readonly provisions: readonly ReviewedProvision[];
  /** Oldest first. */
  readonly events: readonly ReviewLine[];
};
