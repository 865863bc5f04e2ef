import type { Clause } from "@evenhand/standard/provision";
import type { Release } from "@evenhand/standard/release";
import type { PolicyDocument, PolicyText } from "../documents/policy-document.ts";
import type { PolicyTiming } from "./policy-link.ts";

/** The policy that a clause stands in: a manual holds many. */
export function policyOf(clause: Clause, documents: readonly PolicyDocument[]): PolicyText | undefined {
  return documents
    .filter(({ sha256 }) => sha256 === clause.sha256)
    .flatMap(({ policies }) => policies)
    .find(({ clauses }) => clauses.some(({ start }) => start === clause.start));
}

/**
 * The date of a clause's policy beside the dates of the records. The date is the version's (revised, else effective);
 * the clause may be older than it, and a header may be wrong. Undefined where the header gives no date.
 */
export function policyTiming(
  clause: Clause | undefined,
  documents: readonly PolicyDocument[],
  period: Release["period"],
): PolicyTiming | undefined {
  const policy = clause && policyOf(clause, documents);
  const date = policy?.revised ?? policy?.effective;
  if (date === undefined) return undefined;
  if (period === undefined) return { date, is: "records-undated" };
  if (date <= period.from) return { date, is: "before-records" };
  return { date, is: date > period.to ? "after-records" : "within-records" };
}
