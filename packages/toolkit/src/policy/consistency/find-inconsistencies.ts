import type { PolicyDocument } from "../documents/policy-document.ts";
import { type DocumentReference, missingReferences } from "../register/document-references.ts";
import { actConflicts } from "./act-conflicts.ts";
import { definitionConflicts } from "./definition-conflicts.ts";
import { formGaps, type ReportingForm } from "./form-gaps.ts";
import { type Inconsistency, inconsistency } from "./inconsistency.ts";
import { wordsMark } from "./words-mark.ts";

/**
 * Everything in a department's documents that does not fit together: acts prohibited here and permitted there, duties
 * left free elsewhere, terms defined differently, pointers to documents that are not there, and, when the form is given,
 * what policy and form do not share.
 */
export function findInconsistencies(
  documents: readonly PolicyDocument[],
  { form }: { readonly form?: ReportingForm } = {},
): readonly Inconsistency[] {
  const missing = missingReferences(documents)
    .filter(isSurelyADocument)
    .map(({ words, number, title, clause }) =>
      inconsistency("missing-document", {
        id: (number ?? title ?? words).toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-"),
        subject: { en: words, es: words },
        clauses: [clause],
      }),
    );
  return withOwnIds([
    ...actConflicts(documents),
    ...definitionConflicts(documents),
    ...(form === undefined ? [] : formGaps(documents, form)),
    ...missing,
  ]);
}

/** A number, or a title in quotation marks: capital letters alone also begin headings, posts and forms. */
const isSurelyADocument = ({ number, words, clause }: DocumentReference): boolean =>
  number !== undefined || new RegExp(`["“‘]${words.split(" ")[0] ?? ""}\\b`).test(clause.text);

/** Kind and subject come back for each pair of clauses; the clauses' own words tell the pairs apart for good. */
function withOwnIds(found: readonly Inconsistency[]): readonly Inconsistency[] {
  const times = new Map<string, number>();
  return found.map((one) => {
    if (one.clauses.length === 0 || one.kind === "policy-without-field") return one;
    const id = `${one.id}:${wordsMark(one.clauses.map(({ text }) => text).join("\n"))}`;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return { ...one, id: time === 1 ? id : `${id}:${time}` };
  });
}
