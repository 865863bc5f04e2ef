import type { Clause } from "@evenhand/standard/provision";
import type { Audit, AuditedProvision } from "@evenhand/toolkit/policy/audit/audit-documents";
import type { Clarity } from "@evenhand/toolkit/policy/clarity/audit-clarity";
import type { PolicyDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";
import type { Rule } from "@evenhand/toolkit/policy/rules/rule";
import type { AnsweredRule, AuditPage, ListedDocument, QuotedWords } from "@evenhand/toolkit/report/audit/audit-page";
import type { Language } from "./arguments.ts";
import type { GivenDocument } from "./policy-input.ts";

type Quote = (clause: Clause) => QuotedWords;

/** Adds the words before its list to a clause that is an item. */
function quoter(documents: readonly PolicyDocument[]): Quote {
  const key = (sha256: string, start: number) => `${sha256} ${start}`;
  const leadIns = new Map(
    documents.flatMap(({ sha256, policies }) =>
      policies.flatMap(({ clauses }) =>
        clauses.flatMap(({ start, leadIn }) => (leadIn === undefined ? [] : [[key(sha256, start), leadIn] as const])),
      ),
    ),
  );
  return (clause) => {
    const leadIn = leadIns.get(key(clause.sha256, clause.start));
    return leadIn === undefined ? clause : { ...clause, leadIn };
  };
}

function listed(document: GivenDocument): ListedDocument {
  const { name, sha256 } = document;
  if (!document.isReadable) return { name, sha256, unreadable: { reason: document.reason, detail: document.detail } };
  const { pages, confidence } = document;
  return {
    name,
    sha256,
    ...(pages === undefined ? {} : { pages }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

function meaningOf(rule: Rule, verdict: AuditedProvision["verdict"], language: Language): string | undefined {
  if (verdict === "required" || verdict === "qualified" || verdict === "contradicted") return rule[verdict]?.[language];
  return undefined;
}

function answered(provision: AuditedProvision, rule: Rule, language: Language, quote: Quote): AnsweredRule {
  const meaning = meaningOf(rule, provision.verdict, language);
  return {
    ...provision,
    clauses: provision.clauses.map(quote),
    question: rule.question[language],
    ...(meaning === undefined ? {} : { meaning }),
    wording: rule.wording[language],
    ...(rule.disagreement === undefined ? {} : { disagreement: rule.disagreement[language] }),
    sources: rule.sources.map(({ title, grade }) => ({ title, isChecked: grade === "S" })),
  };
}

/** An audit as plain words and numbers, for its page. */
export function auditPage(
  {
    audit,
    clarity,
    given,
  }: { readonly audit: Audit; readonly clarity: Clarity; readonly given: readonly GivenDocument[] },
  { language, date }: { readonly language: Language; readonly date: string },
): AuditPage {
  const quote = quoter(given.filter((document) => document.isReadable));
  const byId = new Map(audit.provisions.map((provision) => [provision.id, provision]));
  const grade = clarity.grades?.fleschKincaid;
  return {
    language,
    date,
    rubric: audit.rubric,
    documents: given.map(listed),
    rules: rubrics[audit.rubric].rules.flatMap((rule) => {
      const provision = byId.get(rule.id);
      return provision === undefined ? [] : [answered(provision, rule, language, quote)];
    }),
    clarity: {
      ...(grade === undefined ? {} : { grade }),
      sentences: clarity.sentences,
      worst: clarity.worst.map((clause) => ({ ...quote(clause), words: clause.words, grade: clause.grade })),
    },
  };
}
