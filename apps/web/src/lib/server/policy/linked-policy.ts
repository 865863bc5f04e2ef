import type { Language } from "@evenhand/standard";
import type { AuditPage, ListedDocument, QuotedWords } from "@evenhand/toolkit/report/audit/audit-page";
import type { PolicyBeside } from "@evenhand/toolkit/report/page/policy-beside";
import type { PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import type { ListedChange, VersionAnswer, VersionsPage } from "@evenhand/toolkit/report/policy-versions/versions-page";
import { addresses } from "../../addresses.ts";
import { documentParts, placeInParts } from "./document-parts.ts";

/** A place's policy in one language; every document and every quotation leads to its place in the text. */
export type LinkedPolicy = {
  readonly beside: PolicyBeside;
  readonly audit: AuditPage;
  readonly versions: readonly VersionsPage[];
};

type Link = {
  readonly clause: <Clause extends QuotedWords>(clause: Clause) => Clause;
  readonly document: <Document extends ListedDocument>(document: Document) => Document;
};

/** Links a policy's quotations to the pages of its documents. */
export function linkedPolicy(
  { beside, audit, texts, versions = [] }: PolicyAnswers,
  place: string,
  language: Language,
): LinkedPolicy {
  const link = linkTo(texts, place, language);
  return {
    beside: {
      ...beside[language],
      documents: beside[language].documents.map(link.document),
      links: beside[language].links.map((one) => ({ ...one, clauses: one.clauses.map(link.clause) })),
    },
    audit: linkedAudit(audit[language], link),
    versions: versions.map((pair) => linkedVersions(pair[language], link)),
  };
}

/** Where the texts of a place can be read. */
function linkTo(texts: PolicyAnswers["texts"], place: string, language: Language): Link {
  const to = addresses(language);
  const partsByHash = new Map(texts.map((text) => [text.sha256, documentParts(text)]));
  return {
    clause: (clause) => {
      const found = placeInParts(partsByHash.get(clause.sha256) ?? [], clause.start);
      if (found === undefined) return clause;
      return { ...clause, href: `${to.policyDocument(place, clause.sha256, found.part)}#c${found.start}` };
    },
    document: (document) =>
      partsByHash.has(document.sha256) ? { ...document, href: to.policyDocument(place, document.sha256) } : document,
  };
}

function linkedAudit(page: AuditPage, { clause, document }: Link): AuditPage {
  const { consistency, clarity } = page;
  return {
    ...page,
    documents: page.documents.map(document),
    rules: page.rules.map((rule) => ({ ...rule, clauses: rule.clauses.map(clause) })),
    ...(consistency === undefined
      ? {}
      : { consistency: consistency.map((one) => ({ ...one, clauses: one.clauses.map(clause) })) }),
    ...(clarity === undefined
      ? {}
      : {
          clarity: {
            ...clarity,
            sentences: { ...clarity.sentences, longest: clarity.sentences.longest.map(clause) },
            worst: clarity.worst.map(clause),
            mostPassive: clarity.mostPassive.map(clause),
            mostJargon: clarity.mostJargon.map(clause),
            undefinedTerms: clarity.undefinedTerms.map((term) => ({ ...term, clauses: term.clauses.map(clause) })),
          },
        }),
  };
}

function linkedVersions(page: VersionsPage, { clause, document }: Link): VersionsPage {
  const answer = (one: VersionAnswer): VersionAnswer => ({ ...one, clauses: one.clauses.map(clause) });
  const change = (one: ListedChange): ListedChange => {
    if (one.kind === "added") return { ...one, after: clause(one.after) };
    if (one.kind === "removed") return { ...one, before: clause(one.before) };
    return { ...one, before: clause(one.before), after: clause(one.after) };
  };
  return {
    ...page,
    before: page.before.map(document),
    after: page.after.map(document),
    provisions: page.provisions.map((one) => ({ ...one, before: answer(one.before), after: answer(one.after) })),
    pairs: page.pairs.map((pair) => ({ ...pair, changes: pair.changes.map(change) })),
    movedBetween: page.movedBetween.map(change),
  };
}
