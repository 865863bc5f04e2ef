import { findPhrases } from "../checks/find-phrases.ts";
import { type QuotedClause, quoteClause } from "../clarity/quote-clause.ts";
import type { PolicyClause, PolicyDocument, PolicyText } from "../documents/policy-document.ts";
import { type Inconsistency, inconsistency } from "./inconsistency.ts";
import { meaningWords, sharedPart } from "./meaning-words.ts";
import meanings from "./meanings.json" with { type: "json" };

type Definition = {
  readonly term: string;
  readonly meaning: ReadonlySet<string>;
  /** Of its first sentence alone. */
  readonly opening: ReadonlySet<string>;
  /** Whether it says "only", "and nothing else". */
  readonly isNarrow: boolean;
  /** Whether it says what a unit, a paper or a thing is, by which nobody acts otherwise. */
  readonly isDescription: boolean;
  /** Whether it holds for its policy only, or its list of definitions lets another meaning hold elsewhere. */
  readonly isYielding: boolean;
  readonly quote: QuotedClause;
  readonly policy: PolicyText;
};

const fewestWords = 5;
const fewestAfterMeans = 2;
const mostShared = 0.4;

/**
 * Terms that are defined differently in two places. Two definitions differ where the shorter one shares less than two
 * fifths of its words with the longer: other spelling, order, words of the same meaning (`meanings.json`) or a longer
 * list are no difference, nor are two descriptions of a unit, a form or a thing. Where one says "only", the longer one is measured instead. A list that lets another meaning
 * hold elsewhere ("unless the context shows otherwise"), or a meaning "for purposes of this policy", is in no conflict with another policy. Words only: whether the
 * difference matters is for a person to say.
 */
export function definitionConflicts(documents: readonly PolicyDocument[]): readonly Inconsistency[] {
  const byTerm = Map.groupBy(documents.flatMap(definitionsOf), ({ term }) => term);
  return [...byTerm].flatMap(([term, definitions]) =>
    differences(definitions).map((pair) =>
      inconsistency("definition", {
        id: term.replaceAll(" ", "-"),
        subject: { en: term, es: term },
        clauses: pair.map(({ quote }) => quote),
      }),
    ),
  );
}

const known = new WeakMap<PolicyDocument, readonly Definition[]>();

/** The definitions of each term in each policy; what follows under the same term adds to it. */
function definitionsOf(document: PolicyDocument): readonly Definition[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = document.policies.flatMap((policy) => policyDefinitions(document, policy));
  known.set(document, found);
  return found;
}

function policyDefinitions(document: PolicyDocument, policy: PolicyText): readonly Definition[] {
  const found: Definition[] = [];
  let isYielding = false;
  let above: string | undefined;
  for (const clause of policy.clauses) {
    if (clause.kind !== "definition" || clause.term === undefined) {
      if (findPhrases(meanings.yields, clause.text).length > 0) isYielding = true;
      else if (clause.kind === "heading") isYielding = false;
      if (clause.kind !== "item") above = undefined;
      continue;
    }
    const term = termKey(clause.term);
    const own = definitionOf(clause, { term, quote: quoteClause(document, clause), policy, isYielding });
    const index = found.findLastIndex((before) => before.term === term);
    const first = found[index];
    if (first === undefined || (above !== term && opensWith(clause.text, clause.term))) found.push(own);
    else found[index] = { ...first, meaning: new Set([...first.meaning, ...own.meaning]) };
    above = term;
  }
  return found.filter(
    ({ term, meaning, quote }) =>
      term.length > 2 &&
      meaning.size >= (/\b(?:means?|defined as)\b/i.test(quote.text) ? fewestAfterMeans : fewestWords),
  );
}

const opensWith = (text: string, term: string): boolean =>
  text
    .replace(/^\W*(?:the |an? )?\W*/i, "")
    .toLowerCase()
    .startsWith(term.toLowerCase().replace(/^\W+/, ""));

function definitionOf(
  { text, term = "" }: PolicyClause,
  place: Pick<Definition, "term" | "quote" | "policy" | "isYielding">,
): Definition {
  const meaning = text.toLowerCase().replaceAll(term.toLowerCase(), " ");
  const opening = new Set([...meaningWords(meaning)].filter((word) => !meaningWords(term).has(word)));
  return {
    ...place,
    meaning: opening,
    opening,
    isYielding: place.isYielding || findPhrases(meanings.limits, meaning).length > 0,
    isNarrow: findPhrases(meanings.narrows, meaning).length > 0,
    isDescription: findPhrases(meanings.describes, meaning.replace(opener, "")).some(({ start }) => start === 0),
  };
}

/** What stands between a term and its meaning: "(SWAT) Team: ", " means, ". */
const opener = /^\W*(?:[^:]{0,30}:)?\W*(?:(?:is|are|means?|refers? to)\b\W*)?/i;

/** Each definition that differs from an earlier one, with the first that it differs from; one wording once. */
function differences(definitions: readonly Definition[]): readonly (readonly [Definition, Definition])[] {
  const seen = new Set<string>();
  return definitions.flatMap((other, index) => {
    const one = definitions.slice(0, index).find((before) => isDifferent(before, other));
    if (one === undefined || seen.has(wordingOf(other))) return [];
    for (const shown of [one, other]) seen.add(wordingOf(shown));
    return [[one, other] as const];
  });
}

const wordingOf = ({ meaning }: Definition): string => [...meaning].toSorted().join(" ");

function isDifferent(one: Definition, other: Definition): boolean {
  if (one.policy !== other.policy && (one.isYielding || other.isYielding)) return false;
  if (one.isDescription && other.isDescription && !one.isNarrow && !other.isNarrow) return false;
  const isNarrowed = one.isNarrow !== other.isNarrow;
  const of = isNarrowed ? "longer" : "shorter";
  const pairs = [one.meaning, one.opening].map((words) => [words, other.meaning] as const);
  return [...pairs, [one.meaning, other.opening] as const].every(
    ([first, second]) => sharedPart(first, second, of) < mostShared,
  );
}

const termKey = (term: string): string =>
  term
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(?<=[^s])s$/, "");
