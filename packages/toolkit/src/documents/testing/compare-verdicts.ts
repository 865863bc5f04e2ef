import { auditDocuments } from "../../policy/audit/audit-documents.ts";
import type { PolicyDocument } from "../../policy/documents/policy-document.ts";
import { rubrics } from "../../policy/rules/rubrics.ts";

/** How many provisions two readings of one document were asked for, and a line on each that they answer differently. */
export type ComparedVerdicts = { readonly provisions: number; readonly differences: readonly string[] };

/** Asks both rubrics of two readings of one document. */
export function compareVerdicts(one: PolicyDocument, other: PolicyDocument): ComparedVerdicts {
  const pairs = Object.values(rubrics).flatMap((rubric) => {
    const second = new Map(auditDocuments([other], rubric).provisions.map((provision) => [provision.id, provision]));
    return auditDocuments([one], rubric).provisions.map((first) => ({ rubric, first, second: second.get(first.id) }));
  });
  const differences = pairs
    .filter(({ first, second }) => first.verdict !== second?.verdict)
    .map(({ rubric, first, second }) => {
      const words = [first, second].map(
        (provision) =>
          `\n    ${provision?.verdict}: ${provision?.clauses.map(({ page, text }) => `p. ${page ?? "-"} ${text.slice(0, 300)}`).join(" | ")}`,
      );
      return `${rubric.id} ${first.id}${words.join("")}`;
    });
  return { provisions: pairs.length, differences };
}
