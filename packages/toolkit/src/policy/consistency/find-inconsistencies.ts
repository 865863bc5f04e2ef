import type { PolicyDocument } from "../documents/policy-document.ts";
import { missingReferences } from "../register/document-references.ts";
import { actConflicts } from "./act-conflicts.ts";
import { definitionConflicts } from "./definition-conflicts.ts";
import { formGaps, type ReportingForm } from "./form-gaps.ts";
import { type Inconsistency, inconsistency } from "./inconsistency.ts";

/**
 * Everything in a department's documents that does not fit together: acts prohibited here and permitted there, duties
 * left free elsewhere, terms defined differently, pointers to documents that are not there, and, when the form is given,
 * what policy and form do not share.
 */
export function findInconsistencies(
  documents: readonly PolicyDocument[],
  { form }: { readonly form?: ReportingForm } = {},
): readonly Inconsistency[] {
  const missing = missingReferences(documents).map(({ words, number, title, clause }) =>
    inconsistency("missing-document", {
      id: (number ?? title ?? words).toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-"),
      subject: { en: words, es: words },
      clauses: [clause],
    }),
  );
  return [
    ...actConflicts(documents),
    ...definitionConflicts(documents),
    ...(form === undefined ? [] : formGaps(documents, form)),
    ...missing,
  ];
}
