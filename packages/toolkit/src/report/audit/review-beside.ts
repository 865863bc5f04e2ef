import type { Provision } from "@evenhand/standard/provision";

type Verdict = Provision["verdict"];

/** Where a verdict stands after people read it. */
export type ReviewStatus = "first-reading" | "one-reader" | "confirmed" | "readers-differ" | "decided";

/** A verdict that somebody gave. */
export type GivenVerdict = {
  readonly who: string;
  /** ISO moment, UTC. */
  readonly at: string;
  readonly verdict: Verdict;
  /** As written; may be empty. */
  readonly reason: string;
};

/** What people and the department say of one answer, to be shown beside it. */
export type ReviewBeside = {
  readonly status: ReviewStatus;
  /** What the status means, in the language of the page. */
  readonly says: string;
  /** The verdict that holds; absent while readers differ. */
  readonly verdict?: Verdict;
  readonly readers: readonly (GivenVerdict & { readonly isBlind: boolean })[];
  readonly decision?: GivenVerdict & { readonly isByReader: boolean };
  readonly replies: readonly {
    readonly isAnswer: boolean;
    readonly who: string;
    readonly at: string;
    readonly text: string;
  }[];
  /** Readings by people of other documents, which do not count. */
  readonly otherReadings: number;
};
