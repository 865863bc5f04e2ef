import acts from "./acts.json" with { type: "json" };

/** Something that a policy forbids or allows, orders or leaves free: a row of `acts.json`. */
export type Act = {
  readonly id: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly phrases: readonly string[];
  /** Words of which the clause or a title above it must have one. */
  readonly about?: readonly string[];
  /** Whether a condition with such words only names the act ("when another officer uses excessive force"). */
  readonly hasOwnCondition?: boolean;
  /** Words that make a clause speak of something else. */
  readonly notHere?: readonly string[];
  /** Other subjects (scopes.json) that are no other subject for this act. */
  readonly alsoUnder?: readonly string[];
};

/** Acts that policies forbid or allow. */
export const bannedActs: readonly Act[] = acts.bans;

/** Acts that policies order or leave free. */
export const requiredActs: readonly Act[] = acts.duties;

/** Words that tie an act to situations in which deadly force is allowed. */
export const deadlyWords: readonly string[] = acts.deadly;
