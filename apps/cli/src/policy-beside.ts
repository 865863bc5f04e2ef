import type { Finding, Release } from "@evenhand/standard";
import { type AuditedProvision, auditDocuments } from "@evenhand/toolkit/policy/audit/audit-documents";
import type { PolicyClause, PolicyDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import { linkPolicyToData } from "@evenhand/toolkit/policy/links/link-policy-to-data";
import { placeDoubt } from "@evenhand/toolkit/policy/links/place-doubt";
import type { PolicyLink } from "@evenhand/toolkit/policy/links/policy-link";
import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";
import type { Rubric, Rule } from "@evenhand/toolkit/policy/rules/rule";
import type { OwnClauses } from "@evenhand/toolkit/report/letter/own-clause";
import type { DatedDocument, LinkBeside, PolicyBeside, RuleBeside } from "@evenhand/toolkit/report/page/policy-beside";
import { policySentences } from "@evenhand/toolkit/report/page/policy-sentences";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Arguments, Language } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import { type GivenDocument, readPolicies } from "./policy-input.ts";
import { showProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { Say } from "./words/words.ts";

/** Option of every command that sets a policy beside the data; it may be given several times. */
export const policyLists = ["policy"] as const;

/** An audited policy, before it meets the data. */
export type AuditedPolicy = {
  readonly rubric: Rubric;
  readonly given: readonly GivenDocument[];
  readonly read: readonly PolicyDocument[];
  readonly provisions: readonly AuditedProvision[];
};

/**
 * Reads and audits the documents that `--policy` names; undefined when there are none.
 * @throws CliError when a document is no file, none can be read, or there is no such rubric
 */
export async function policyInput(given: Arguments, terminal: Terminal, say: Say): Promise<AuditedPolicy | undefined> {
  const files = given.list("policy");
  const name = given.option("rubric");
  if (files.length === 0) {
    if (name !== undefined) throw new CliError(say("rubric-without-policy"));
    return undefined;
  }
  const rubric = Object.values(rubrics).find(({ id }) => id === (name ?? "evenhand"));
  if (rubric === undefined) throw new CliError(say("unknown-rubric", { name: name ?? "" }));
  const progress = showProgress(terminal);
  const documents = await readPolicies({ ...given, files }, { terminal, progress, say });
  progress.step(say("step-auditing"));
  const { provisions } = auditDocuments(documents.read, rubric, { language: given.language });
  progress.end();
  return { rubric, ...documents, provisions };
}

/** The links of an audited policy to a release's findings, and what a page needs to show them. */
export function policyBeside(
  { rubric, given, read, provisions }: AuditedPolicy,
  { findings, release, language }: { findings: readonly Finding[]; release: Release; language: Language },
): PolicyBeside {
  const links = linkPolicyToData(provisions, findings, { ...release, documents: read });
  const doubt = placeDoubt(read, release.agency);
  return {
    rubric: rubric.id,
    documents: given.map(dated),
    rules: rubric.rules.flatMap((rule) => {
      const provision = provisions.find(({ id }) => id === rule.id);
      return provision === undefined ? [] : [ruleBeside(rule, provision, language)];
    }),
    links: links.map((link) => ({ ...link, clauses: withLeadIns(link.clauses, read) })),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** For each element that a report must hold by the policy's own words, the first clause that says so. */
export function ownClauses(
  { read, provisions }: AuditedPolicy,
  findings: readonly Finding[],
  release: Release,
): OwnClauses {
  const asked = linkPolicyToData(provisions, findings, { ...release, documents: read }).filter(
    ({ role, stance }) => role === "record" && (stance === "asks" || stance === "asks-weakly"),
  );
  return Object.fromEntries(
    asked.flatMap(({ elements, clauses }) => {
      const [clause] = withLeadIns(clauses.slice(0, 1), read);
      return clause === undefined ? [] : elements.map(({ id }) => [id, clause]);
    }),
  );
}

function dated(document: GivenDocument): DatedDocument {
  const { name, sha256 } = document;
  if (!document.isReadable) return { name, sha256, unreadable: { reason: document.reason, detail: document.detail } };
  const { pages, confidence, policies } = document;
  return {
    name,
    sha256,
    ...(pages === undefined ? {} : { pages }),
    ...(confidence === undefined ? {} : { confidence }),
    ...datesOf(policies),
  };
}

function datesOf([only, ...others]: PolicyDocument["policies"]): Partial<DatedDocument> {
  if (only === undefined) return {};
  if (others.length > 0) return { holdsSeveral: true };
  const { effective, revised } = only;
  return { ...(effective === undefined ? {} : { effective }), ...(revised === undefined ? {} : { revised }) };
}

function ruleBeside(
  rule: Rule,
  { id, verdict, hedges, exceptions, why }: AuditedProvision,
  language: Language,
): RuleBeside {
  const isMeant = verdict === "required" || verdict === "qualified" || verdict === "contradicted";
  const meaning = isMeant ? { meaning: rule[verdict][language] } : {};
  return { id, verdict, hedges, exceptions, why, question: rule.question[language], ...meaning };
}

/** An item of a list cannot be understood without the words before the list. */
function withLeadIns(clauses: PolicyLink["clauses"], documents: readonly PolicyDocument[]): LinkBeside["clauses"] {
  return clauses.map((clause) => {
    const own = documents
      .filter(({ sha256 }) => sha256 === clause.sha256)
      .flatMap(({ policies }) => policies.flatMap((policy): readonly PolicyClause[] => policy.clauses))
      .find(({ start }) => start === clause.start);
    return own?.leadIn === undefined ? clause : { ...clause, leadIn: own.leadIn };
  });
}

/** The same for `--json`: documents, provisions, and each link with its sentences. */
export function policyJson(
  { rubric, given, provisions }: AuditedPolicy,
  { links, rules, doubt }: PolicyBeside,
  { findings, language }: { findings: readonly Finding[]; language: Language },
) {
  const words = openWords(language);
  return {
    rubric: rubric.id,
    documents: given.map((document) => ({
      name: document.name,
      sha256: document.sha256,
      pages: (document.isReadable ? document.pages : undefined) ?? null,
      readable: document.isReadable,
      reason: document.isReadable ? null : document.reason,
      ...(document.isReadable ? { policies: document.policies.map(headOf) } : { detail: document.detail }),
    })),
    provisions,
    links: links.map((link) => ({
      ...link,
      title: words.say(`policy.kind.${link.kind}`),
      says: policySentences(
        link,
        rules.find(({ id }) => id === link.rule),
        findings,
        words,
      ),
    })),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

const headOf = ({ clauses, ...head }: PolicyDocument["policies"][number]) => ({ ...head, clauses: clauses.length });
