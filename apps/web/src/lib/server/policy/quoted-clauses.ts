import type { AnsweredRule, AuditPage } from "@evenhand/toolkit/report/audit/audit-page";
import { isContradiction } from "@evenhand/toolkit/report/audit/consistency-section";

/** Who quotes a clause: questions with their answers, and clauses that may contradict each other. */
export type Quoting = {
  readonly rules: readonly AnsweredRule[];
  readonly unfit: readonly string[];
};

/**
 * Who quotes each clause of a document, by the place where the clause begins.
 *
 * @param sha256 of the document
 */
export function quotedClauses({ rules, consistency = [] }: AuditPage, sha256: string): ReadonlyMap<number, Quoting> {
  const own = <Quoter extends Pick<AnsweredRule, "clauses">>(quoters: readonly Quoter[]) =>
    quoters.flatMap((quoter) =>
      quoter.clauses.filter((clause) => clause.sha256 === sha256).map(({ start }) => [start, quoter] as const),
    );
  const byRule = Map.groupBy(own(rules), ([start]) => start);
  const byUnfit = Map.groupBy(own(consistency.filter(isContradiction)), ([start]) => start);
  const starts = new Set([...byRule.keys(), ...byUnfit.keys()]);
  return new Map(
    Array.from(starts, (start) => [
      start,
      {
        rules: unique(byRule.get(start) ?? []),
        unfit: unique(byUnfit.get(start) ?? []).map(({ subject }) => subject),
      },
    ]),
  );
}

const unique = <Quoter>(found: readonly (readonly [number, Quoter])[]): readonly Quoter[] => [
  ...new Set(found.map(([, quoter]) => quoter)),
];
