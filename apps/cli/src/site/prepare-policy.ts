import type { Finding, Language, Release } from "@evenhand/standard";
import { auditDocuments } from "@evenhand/toolkit/policy/audit/audit-documents";
import { auditClarity } from "@evenhand/toolkit/policy/clarity/audit-clarity";
import { findInconsistencies } from "@evenhand/toolkit/policy/consistency/find-inconsistencies";
import type { PolicyDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import type { DocumentText, PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import { auditPage } from "../audit-page.ts";
import { type AuditedPolicy, policyBeside } from "../policy-beside.ts";

/** An audited policy in both languages, beside the findings of a release. */
export function preparePolicy(
  policy: AuditedPolicy,
  { findings, release, date }: { findings: readonly Finding[]; release: Release; date: string },
): PolicyAnswers {
  const { read, given, rubric } = policy;
  const consistency = findInconsistencies(read);
  const clarity = auditClarity(read);
  const audited = (language: Language): AuditedPolicy => ({
    ...policy,
    provisions: auditDocuments(read, rubric, { language }).provisions,
  });
  const beside = (language: Language) => policyBeside(audited(language), { findings, release, language });
  const audit = (language: Language) => {
    const found = auditDocuments(read, rubric, { language });
    return auditPage(
      { audit: found, consistency, clarity, form: undefined, reviews: new Map(), given },
      { language, date },
    );
  };
  return {
    beside: { en: beside("en"), es: beside("es") },
    audit: { en: audit("en"), es: audit("es") },
    texts: read.map(documentText),
  };
}

/** A document without its running text, which its clauses hold. */
function documentText({ name, sha256, pages, policies }: PolicyDocument): DocumentText {
  return { name, sha256, ...(pages === undefined ? {} : { pages }), policies };
}
