import type { Verdict } from "./verdicts.ts";

/** What a verdict was given on. */
type Basis = {
  /** Which audit: the hash of its documents, rubric and provisions. */
  readonly audit: string;
  /** Which documents, by which rubric: readings of other documents do not count together. */
  readonly documents: string;
};

/** What can happen to a verdict. */
export type ReviewAct =
  | ({ readonly kind: "machine-read"; readonly verdict: Verdict; readonly reason: string } & Basis)
  | ({
      readonly kind: "person-read";
      readonly verdict: Verdict;
      readonly reason: string;
      /** Whether the reader judged without seeing the machine's verdict. */
      readonly isBlind: boolean;
      /** Hash of the sheet it came on. */
      readonly sheet: string;
    } & Basis)
  /** A difference between two readers is decided. */
  | { readonly kind: "decided"; readonly verdict: Verdict; readonly reason: string }
  /** The department says something about the verdict; its words are kept as they are. */
  | { readonly kind: "department-replied"; readonly text: string }
  /** What the audit's authors answer to a reply. */
  | { readonly kind: "reply-answered"; readonly text: string };

/** One line of the history: who did what, when, on which provision. */
export type ReviewEvent = ReviewAct & {
  /** ISO moment, UTC, such as `2024-05-01T09:30:00Z`. */
  readonly at: string;
  /** Name or code of the person, or the program. */
  readonly who: string;
  /** Id of the rule. */
  readonly provision: string;
};

/** An event of one kind. */
export type EventOf<Kind extends ReviewEvent["kind"]> = ReviewEvent & { readonly kind: Kind };

/** Everything that happened, oldest first. Lines are only ever added at the end. */
export type ReviewHistory = readonly ReviewEvent[];
