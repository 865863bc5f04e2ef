import type { AnsweredRule } from "./audit-page.ts";
import { verdictOrder } from "./verdict-text.ts";

/** Questions that have the same answer, as far as people and program have come. */
export type StandingGroup<Rule> = {
  /** `readers-differ`: people read it and do not agree, so no verdict stands. */
  readonly standing: AnsweredRule["verdict"] | "readers-differ";
  readonly rules: readonly Rule[];
};

type Reviewed = Pick<AnsweredRule, "verdict" | "review">;

/** The answer that stands for now: what people agreed on or decided, else the program's. */
export const standingOf = ({ verdict, review }: Reviewed): StandingGroup<never>["standing"] =>
  review?.status === "readers-differ" ? review.status : (review?.verdict ?? verdict);

/**
 * The questions by the verdict that stands: what people agreed on or decided where they read it, else the program's. For
 * the summary of an audit, which must not count an answer that people have set aside. Groups without questions are left
 * out; a difference that nobody decided comes last.
 */
export function standingGroups<Rule extends Reviewed>(rules: readonly Rule[]): readonly StandingGroup<Rule>[] {
  const byStanding = Map.groupBy(rules, standingOf);
  return [...verdictOrder, "readers-differ" as const].flatMap((standing) => {
    const same = byStanding.get(standing);
    return same === undefined ? [] : [{ standing, rules: same }];
  });
}

/** How many answers people have settled: two readers agree, or a difference was decided. */
export const settledCount = (rules: readonly Reviewed[]): number =>
  rules.filter(({ review }) => review?.status === "confirmed" || review?.status === "decided").length;
