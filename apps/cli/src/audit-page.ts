import { codeTitle } from "@evenhand/standard/code-lists";
import type { Clause } from "@evenhand/standard/provision";
import type { Audit, AuditedProvision } from "@evenhand/toolkit/policy/audit/audit-documents";
import type { Clarity } from "@evenhand/toolkit/policy/clarity/audit-clarity";
import type { Inconsistency } from "@evenhand/toolkit/policy/consistency/inconsistency";
import { measuredPrecision } from "@evenhand/toolkit/policy/consistency/measured-precision";
import type { PolicyDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import type { FormReading } from "@evenhand/toolkit/policy/form/form-reading";
import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";
import type { Rule } from "@evenhand/toolkit/policy/rules/rule";
import type {
  AnsweredRule,
  AuditPage,
  ListedClarity,
  ListedDocument,
  ListedForm,
  QuotedWords,
} from "@evenhand/toolkit/report/audit/audit-page";
import type { ReviewBeside } from "@evenhand/toolkit/report/audit/review-beside";
import type { Language } from "./arguments.ts";
import type { GivenDocument } from "./policy-input.ts";

/** A clause with the words before its list. */
export type Quote = (clause: Clause) => QuotedWords;

/** Adds the words before its list to a clause that is an item. */
export function quoter(documents: readonly PolicyDocument[]): Quote {
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

/** A document that was given, as a page names it. */
export function listed(document: GivenDocument): ListedDocument {
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

function listedClarity(clarity: Clarity, language: Language, quote: Quote): ListedClarity {
  const { grades, sentences, passiveDuties, jargon, undefinedTerms, unusedTerms } = clarity;
  const quoted = <Sentence extends Clause>(found: readonly Sentence[]) =>
    found.map((sentence) => ({ ...sentence, ...quote(sentence) }));
  return {
    ...(grades === undefined ? {} : { grades }),
    sentences: { ...sentences, longest: quoted(sentences.longest) },
    worst: quoted(clarity.worst),
    passiveDuties: passiveDuties.length,
    mostPassive: quoted(clarity.mostPassive),
    jargon: jargon.map(({ term, plain, count }) => ({ term, plain: plain[language], count })),
    mostJargon: quoted(clarity.mostJargon),
    undefinedTerms: undefinedTerms.map((term) => ({ ...term, clauses: term.clauses.map(quote) })),
    unusedTerms: unusedTerms.map(({ term }) => term),
  };
}

function listedForm({ elements, force, ...reading }: FormReading, language: Language): ListedForm {
  const states = { always: "collected", if_injury_or_complaint: "conditional", not_recorded: "not_collected" } as const;
  return {
    ...reading,
    fields: [
      ...elements.map(({ id, status, words }) => ({
        title: codeTitle("element", id, language),
        isElement: true,
        state: status ?? ("unknown" as const),
        words,
      })),
      ...force.map(({ code, scope, words }) => ({
        title: codeTitle("force_type", code, language),
        isElement: false,
        state: scope === "occurs" || scope === "unknown" ? scope : states[scope],
        words,
      })),
    ],
  };
}

/** What an audit found, with the documents it was made from. */
export type AuditFindings = {
  readonly audit: Audit;
  readonly consistency: readonly Inconsistency[];
  readonly clarity: Clarity;
  readonly form: FormReading | undefined;
  /** What people say of each provision, by its id. */
  readonly reviews: ReadonlyMap<string, ReviewBeside>;
  readonly given: readonly GivenDocument[];
};

/** An audit as plain words and numbers, for its page. */
export function auditPage(
  { audit, consistency, clarity, form, reviews, given }: AuditFindings,
  { language, date }: { readonly language: Language; readonly date: string },
): AuditPage {
  const quote = quoter(given.filter((document) => document.isReadable));
  const byId = new Map(audit.provisions.map((provision) => [provision.id, provision]));
  return {
    language,
    date,
    rubric: audit.rubric,
    documents: given.map(listed),
    rules: rubrics[audit.rubric].rules.flatMap((rule) => {
      const provision = byId.get(rule.id);
      if (provision === undefined) return [];
      const review = reviews.get(rule.id);
      return [{ ...answered(provision, rule, language, quote), ...(review === undefined ? {} : { review }) }];
    }),
    consistency: consistency.map(({ subject, why, clauses, ...found }) => ({
      ...found,
      subject: subject[language],
      why: why[language],
      clauses: clauses.map(quote),
    })),
    consistencyPrecision: measuredPrecision,
    ...(form === undefined ? {} : { form: listedForm(form, language) }),
    clarity: listedClarity(clarity, language, quote),
  };
}
