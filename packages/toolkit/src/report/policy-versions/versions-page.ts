import type { Language } from "@evenhand/standard";
import type { Provision } from "@evenhand/standard/provision";
import type { ListedDocument, QuotedWords } from "../audit/audit-page.ts";

/** A document of one version, with the dates its header states; ISO dates, absent where it states none. */
export type ListedVersion = ListedDocument & {
  readonly effective?: string;
  readonly adopted?: string;
  /** Every date the header gives, as it labels it. */
  readonly header: readonly { readonly label: "effective" | "revised" | "supersedes"; readonly date: string }[];
  /** Of a manual whose policies bear different dates. */
  readonly range?: { readonly earliest: string; readonly latest: string };
  /** Whether a person gave the date. */
  readonly isGiven: boolean;
};

/** The answer to a question in one version. */
export type VersionAnswer = Omit<Provision, "id" | "clauses"> & { readonly clauses: readonly QuotedWords[] };

/** What became of the answer to one question; texts in the language of the page, quotations as written. */
export type ChangedProvision = {
  readonly id: string;
  readonly question: string;
  readonly change: "gained" | "lost" | "strengthened" | "weakened" | "unchanged" | "unclear";
  readonly before: VersionAnswer;
  readonly after: VersionAnswer;
  /** Vague words and exceptions that only the new, or only the old version has. */
  readonly weakeningsAdded: readonly string[];
  readonly weakeningsRemoved: readonly string[];
};

/** Words that both versions have, or only one of them. */
export type MarkedWords = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** What became of one clause that is listed. */
export type ListedChange =
  | { readonly kind: "added"; readonly after: QuotedWords }
  | { readonly kind: "removed"; readonly before: QuotedWords }
  | { readonly kind: "moved"; readonly before: QuotedWords; readonly after: QuotedWords }
  | {
      readonly kind: "reworded";
      readonly before: QuotedWords;
      readonly after: QuotedWords;
      readonly marks: readonly MarkedWords[];
      readonly isMoved: boolean;
    };

/** How many clauses became what. */
export type ListedCounts = Readonly<
  Record<"unchanged" | "renumbered" | "moved" | "reworded" | "added" | "removed", number>
>;

/** Two versions of one document. */
export type ListedPair = {
  readonly before: string;
  readonly after: string;
  readonly counts: ListedCounts;
  /** All but the unchanged and the renumbered, in the order of the new version. */
  readonly changes: readonly ListedChange[];
};

/** Why a reader should look twice at the whole comparison. */
export type Caution = "same-file" | "different-policies" | "dates-reversed" | "unread";

/** What the page of two versions is made from. */
export type VersionsPage = {
  readonly language: Language;
  /** ISO date. */
  readonly date: string;
  readonly rubric: "evenhand" | "eight-cant-wait";
  readonly before: readonly ListedVersion[];
  readonly after: readonly ListedVersion[];
  readonly cautions: readonly Caution[];
  readonly provisions: readonly ChangedProvision[];
  readonly pairs: readonly ListedPair[];
  /** Clauses that stand in another document now. */
  readonly movedBetween: readonly ListedChange[];
  /** Names of documents that only one version has, with the number of their clauses. */
  readonly removed: readonly { readonly name: string; readonly clauses: number }[];
  readonly added: readonly { readonly name: string; readonly clauses: number }[];
  readonly counts: ListedCounts;
};
