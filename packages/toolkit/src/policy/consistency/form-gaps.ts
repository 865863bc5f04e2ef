import type { ElementId, ElementStatus } from "@evenhand/standard/element";
import type { ForceScope } from "@evenhand/standard/release";
import { findPhrases } from "../checks/find-phrases.ts";
import { type QuotedClause, quoteClause } from "../clarity/quote-clause.ts";
import type { PolicyClause, PolicyDocument } from "../documents/policy-document.ts";
import subjects from "./form-subjects.json" with { type: "json" };
import { type Inconsistency, inconsistency } from "./inconsistency.ts";

/** What a department's form or data can record, as the gap report of a release says it. */
export type ReportingForm = {
  readonly elements: Partial<Readonly<Record<ElementId, ElementStatus>>>;
  /** By force code. Codes that are absent are unknown. */
  readonly force: Readonly<Record<string, ForceScope>>;
};

type Place = { readonly document: PolicyDocument; readonly clause: PolicyClause };

/**
 * What the policy names and the form has no place for, and the other way round: elements of a report and kinds of force.
 * A kind of force counts as recorded where any of its codes is recorded always or under conditions, and as lacking only
 * where every code of it is said to be `not_recorded`: an unknown scope gives no finding. Of what only the form has,
 * kinds of force alone are listed: a form may well have more elements than a policy spells out.
 */
export function formGaps(documents: readonly PolicyDocument[], form: ReportingForm): readonly Inconsistency[] {
  const places = documents.flatMap((document) =>
    document.policies.flatMap(({ clauses }) =>
      clauses.filter(({ kind }) => kind !== "heading").map((clause) => ({ document, clause })),
    ),
  );
  const reporting = places.filter(({ clause }) => findPhrases(subjects.reporting, wordsOfClause(clause)).length > 0);
  const elements = subjects.elements.flatMap(({ id, title, phrases }) => {
    const clauses = naming(reporting, phrases);
    const isLacking = Object.entries(form.elements).some(
      ([element, status]) => element === id && status === "not_collected",
    );
    return clauses.length > 0 && isLacking
      ? [inconsistency("policy-without-field", { id, subject: title, clauses })]
      : [];
  });
  const force = subjects.force.flatMap(({ id, title, codes, phrases }) => {
    const clauses = naming(
      places.filter(({ clause }) => clause.kind !== "definition"),
      phrases,
    );
    const scopes = codes.flatMap((code) => form.force[code] ?? []);
    const isRecorded = scopes.some((scope) => scope === "always" || scope === "if_injury_or_complaint");
    const isLacking = scopes.length > 0 && scopes.every((scope) => scope === "not_recorded");
    if (clauses.length > 0 && isLacking)
      return [inconsistency("policy-without-field", { id, subject: title, clauses })];
    const isNamed = naming(places, phrases).length > 0;
    return isRecorded && !isNamed && documents.length > 0
      ? [inconsistency("field-without-policy", { id, subject: title, clauses: [] })]
      : [];
  });
  return [...elements, ...force];
}

/** The first three clauses that say one of the phrases. */
function naming(places: readonly Place[], phrases: readonly string[]): readonly QuotedClause[] {
  return places
    .filter(({ clause }) => findPhrases(phrases, clause.text).length > 0)
    .slice(0, 3)
    .map(({ document, clause }) => quoteClause(document, clause));
}

const wordsOfClause = ({ text, leadIn = "" }: PolicyClause): string => `${leadIn} ${text}`;
