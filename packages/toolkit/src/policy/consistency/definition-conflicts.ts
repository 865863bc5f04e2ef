import { type QuotedClause, quoteClause } from "../clarity/quote-clause.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { type Inconsistency, inconsistency } from "./inconsistency.ts";

type Definition = {
  readonly term: string;
  readonly meaning: ReadonlySet<string>;
  readonly quote: QuotedClause;
  readonly document: PolicyDocument;
};

const fewestWords = 5;
const mostShared = 0.6;
const small = new Set(
  "a an and any are as at be by for from has have in is it its not of on or that the their this to when which who with will shall may if he she they his her him them".split(
    " ",
  ),
);

/**
 * Terms that are defined differently in two places. Two definitions differ where the shorter one shares less than three
 * fifths of its words with the longer: other spelling, order or a longer list is no difference. Words only: whether the
 * difference matters is for a person to say.
 */
export function definitionConflicts(documents: readonly PolicyDocument[]): readonly Inconsistency[] {
  const byTerm = Map.groupBy(documents.flatMap(definitionsOf), ({ term }) => term);
  return [...byTerm].flatMap(([term, definitions]) => {
    const pair = firstDifference(definitions);
    return pair === undefined
      ? []
      : [
          inconsistency("definition", {
            id: term.replaceAll(" ", "-"),
            subject: { en: term, es: term },
            clauses: pair.map(({ quote }) => quote),
          }),
        ];
  });
}

/** The first definition of each term in each policy; what follows under the same term adds to it. */
function definitionsOf(document: PolicyDocument): Definition[] {
  return document.policies.flatMap(({ clauses }) => {
    const found = new Map<string, Definition>();
    for (const clause of clauses) {
      if (clause.kind !== "definition" || clause.term === undefined) continue;
      const term = termKey(clause.term);
      const own = wordSet(clause.text.replace(clause.term, " "));
      const before = found.get(term);
      if (before === undefined) found.set(term, { term, meaning: own, quote: quoteClause(document, clause), document });
      else found.set(term, { ...before, meaning: new Set([...before.meaning, ...own]) });
    }
    return [...found.values()].filter(({ term, meaning }) => term.length > 2 && meaning.size >= fewestWords);
  });
}

function firstDifference(definitions: readonly Definition[]): readonly [Definition, Definition] | undefined {
  for (const [index, one] of definitions.entries())
    for (const other of definitions.slice(index + 1))
      if (sharedPart(one.meaning, other.meaning) < mostShared) return [one, other];
  return undefined;
}

function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.min(one.size, other.size);
}

const termKey = (term: string): string =>
  term
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(?<=[^s])s$/, "");
const wordSet = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter((word) => !small.has(word))
      .map((word) => word.replace(/(?:ing|ed|es|s|ly)$/, "")),
  );
