import type { Finding, Language, Release } from "@evenhand/standard";
import { auditDocuments } from "@evenhand/toolkit/policy/audit/audit-documents";
import { auditClarity } from "@evenhand/toolkit/policy/clarity/audit-clarity";
import { findInconsistencies } from "@evenhand/toolkit/policy/consistency/find-inconsistencies";
import type { PolicyDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import { formInconsistencies } from "@evenhand/toolkit/policy/form/form-inconsistencies";
import type { FormReading } from "@evenhand/toolkit/policy/form/form-reading";
import type { ReviewHistory } from "@evenhand/toolkit/policy/review/review-event";
import type { DocumentText, PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import type { Arguments } from "../arguments.ts";
import { auditPage } from "../audit-page.ts";
import { readFormOption } from "../form-input.ts";
import { type AuditedPolicy, policyBeside, policyInput } from "../policy-beside.ts";
import { documentsId } from "../review/open-audit.ts";
import { readReviewOption, reviewsBeside } from "../review-beside.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";
import type { PlaceSettings } from "./place-settings.ts";
import { prepareVersions, type ReadVersions, readVersionPairs } from "./prepare-versions.ts";

/** A place's policy with all that stands beside it, read and not yet met with the data. */
export type PlacePolicy = {
  readonly policy: AuditedPolicy;
  readonly form: FormReading | undefined;
  readonly history: ReviewHistory | undefined;
  readonly versions: readonly ReadVersions[];
};

/**
 * Reads a place's policy, and the form, the people's review and the versions that its settings name; undefined without a
 * policy.
 *
 * @throws CliError when one of them cannot be used
 */
export async function placePolicy(
  settings: PlaceSettings,
  { given, terminal, say }: { readonly given: Arguments; readonly terminal: Terminal; readonly say: Say },
): Promise<PlacePolicy | undefined> {
  const policy = await policyInput(given, terminal, say);
  if (policy === undefined) return undefined;
  return {
    policy,
    form: await readFormOption({ given, terminal, say }),
    history: await readReviewOption(given),
    versions: await readVersionPairs(settings.versions, { given, terminal, say }),
  };
}

/** An audited policy in both languages, beside the findings of a release. */
export function preparePolicy(
  { policy, form, history, versions }: PlacePolicy,
  { findings, release, date }: { findings: readonly Finding[]; release: Release; date: string },
): PolicyAnswers {
  const { read, given, rubric } = policy;
  const consistency = [...findInconsistencies(read), ...(form === undefined ? [] : formInconsistencies(read, form))];
  const clarity = auditClarity(read);
  const documents = documentsId({
    rubric: rubric.id,
    documents: read.map(({ name, sha256 }) => ({ name, sha256, readable: true })),
  });
  const made = (language: Language) => {
    const audit = auditDocuments(read, rubric, { language });
    const reviews = reviewsBeside(history, audit.provisions, { language, documents });
    return {
      beside: policyBeside({ ...policy, provisions: audit.provisions }, { findings, release, language }),
      audit: auditPage({ audit, consistency, clarity, form, reviews, given }, { language, date }),
    };
  };
  const [english, spanish] = [made("en"), made("es")];
  return {
    beside: { en: english.beside, es: spanish.beside },
    audit: { en: english.audit, es: spanish.audit },
    texts: textsOf([...read, ...versions.flatMap(({ before, after }) => [...before.read, ...after.read])]),
    ...(versions.length === 0 ? {} : { versions: prepareVersions(versions, rubric, date) }),
  };
}

/** Each document once, without its running text, which its clauses hold. */
function textsOf(documents: readonly PolicyDocument[]): readonly DocumentText[] {
  const isFirst = ({ sha256 }: PolicyDocument, index: number): boolean =>
    documents.findIndex((one) => one.sha256 === sha256) === index;
  return documents.filter(isFirst).map(({ name, sha256, pages, policies }) => ({
    name,
    sha256,
    ...(pages === undefined ? {} : { pages }),
    policies,
  }));
}
