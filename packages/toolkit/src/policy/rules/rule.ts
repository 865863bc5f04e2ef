import type { CoveredSubject } from "../checks/covered-subject.ts";
import type { Modality } from "../checks/modality.ts";

/** The same words in both languages that readers see. */
export type Bilingual = { readonly en: string; readonly es: string };

/** Where a rule comes from. Grade S: the wording was seen; K: known, to be checked against the original. */
export type RuleSource = { readonly title: string; readonly grade: "S" | "K"; readonly says?: string };

/** A short policy text of our own with the verdict it must get. */
export type RuleTest = {
  readonly title?: string;
  /** One line a clause; lines that begin with "-" are items of the line before. */
  readonly text: string;
  readonly verdict: "required" | "qualified" | "contradicted" | "silent" | "cannot-tell" | "covered-elsewhere";
  readonly present?: boolean | null;
  readonly why: string;
};

/** One way in which a clause can speak of the rule's subject. Groups list phrases, or `@concept` of concepts.json. */
export type RuleStatement = {
  readonly id: string;
  /**
   * What it shows: the thing is required, weakened, contradicted, spoken of but not enough, or one part of what
   * `together` joins.
   */
  readonly means: "required" | "qualified" | "contradicted" | "insufficient" | "part";
  /** The clause must define one of these terms. */
  readonly defines?: readonly string[];
  /** Every group must stand in the clause or its lead-in; the first is the act whose modality counts. */
  readonly says: readonly (readonly string[])[];
  /** Every group must stand in the clause, the titles above it or its neighbours. */
  readonly about?: readonly (readonly string[])[];
  /** None of these may stand in the clause. */
  readonly not?: readonly string[];
  /** None of these may stand in the titles above the clause. */
  readonly notUnder?: readonly string[];
  readonly modality?: readonly Modality[];
  /** Every exception must say one of `each`, one at least one of `any`, and none may say one of `never` (where given); `none` = there is no exception. */
  readonly exceptions?: {
    readonly none?: boolean;
    readonly some?: boolean;
    readonly each?: readonly string[];
    readonly any?: readonly string[];
    readonly never?: readonly string[];
  };
  /** The act must stand in the clause's own words, not only in its lead-in. */
  readonly inOwnWords?: boolean;
  /** It states a meaning or a value: vague words and exceptions do not weaken it. */
  readonly isStatedFact?: boolean;
  /** It is weaker, but leaves a clean clause elsewhere as it is. */
  readonly standsAside?: boolean;
  /** Words that are no weakening here although the shared lists have them. */
  readonly notHedges?: readonly string[];
  /** Scopes (scopes.json) that make this clause too narrow, by its words or by the titles above it. */
  readonly limitedBy?: {
    readonly words?: readonly string[];
    readonly titles?: readonly string[];
    /** Words in the nearest two titles under which an outer title limits nothing. */
    readonly unlessUnder?: readonly string[];
  };
  /** What a defined term means counts as said where the term is used. */
  readonly readsDefinitions?: boolean;
  readonly because: Bilingual;
};

/** A rule: one question asked of a policy, as data. */
export type Rule = {
  readonly id: string;
  readonly question: Bilingual;
  readonly sources: readonly RuleSource[];
  readonly required: Bilingual;
  readonly qualified: Bilingual;
  readonly contradicted: Bilingual;
  /** Where public standards disagree. */
  readonly disagreement?: Bilingual;
  readonly wording: Bilingual;
  /** Subjects of coverage.json: where the documents rule on none of them, they are not the policy that would say it. */
  readonly livesIn?: readonly CoveredSubject[];
  /** A clause without one of these is not looked at. */
  readonly topic: readonly string[];
  /** Words that need a person where no statement fits. */
  readonly unclear?: readonly string[];
  /** Vague words of this rule besides the shared list. */
  readonly hedges?: readonly string[];
  readonly statements: readonly RuleStatement[];
  /** Parts that together show a thing: `{ parts: ["bans-airway", "bans-blood"], means: "required" }`. */
  readonly together?: readonly {
    readonly parts: readonly string[];
    readonly means: "required" | "qualified" | "contradicted";
    readonly because: Bilingual;
  }[];
  /** Whether a clause too narrow in scope still counts as a weakened form. */
  readonly limited: "qualified" | "insufficient";
  /** Scopes that are another subject for this rule: a clause so limited says nothing of it. */
  readonly otherScopes?: readonly string[];
  /** Whether one clause that allows the act outweighs clauses that forbid it. */
  readonly contradictionWins: boolean;
  readonly tests: readonly RuleTest[];
};

/** A set of rules asked together. */
export type Rubric = {
  readonly id: "evenhand" | "eight-cant-wait";
  /** Binary rubrics also answer present: yes, no or cannot tell. */
  readonly isBinary: boolean;
  readonly rules: readonly Rule[];
};
