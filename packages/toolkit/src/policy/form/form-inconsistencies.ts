import { findPhrases } from "../checks/find-phrases.ts";
import { formGaps } from "../consistency/form-gaps.ts";
import type { Inconsistency } from "../consistency/inconsistency.ts";
import type { PolicyClause, PolicyDocument, PolicyText } from "../documents/policy-document.ts";
import fields from "./form-fields.json" with { type: "json" };
import type { FormReading } from "./form-reading.ts";
import { reportingForm } from "./reporting-form.ts";
import { sayFormGap } from "./say-form-gap.ts";

/**
 * What policy and reporting form do not share. What the policy names is looked for only where it speaks of force, so
 * that the age of a missing person is not taken for a field of the force report; what only the form has is compared with
 * every word of the documents.
 */
export function formInconsistencies(documents: readonly PolicyDocument[], form: FormReading): readonly Inconsistency[] {
  const asked = reportingForm(form);
  const named = formGaps(documents.map(aboutForce), asked).filter(({ kind }) => kind === "policy-without-field");
  const unnamed = formGaps(documents, asked).filter(({ kind }) => kind === "field-without-policy");
  return [...named, ...unnamed].map((found) => sayFormGap(found, form));
}

function aboutForce(document: PolicyDocument): PolicyDocument {
  return {
    ...document,
    policies: document.policies.map((policy) => ({
      ...policy,
      clauses: policy.clauses.filter((clause) => speaksOfForce(policy, clause)),
    })),
  };
}

const speaksOfForce = ({ title }: PolicyText, { text, section, leadIn = "" }: PolicyClause): boolean =>
  findPhrases(fields.aboutForce, [title, ...section, leadIn, text].join(" / ")).length > 0;
