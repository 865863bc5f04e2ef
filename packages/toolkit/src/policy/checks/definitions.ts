import type { PolicyDocument } from "../documents/policy-document.ts";
import { conceptPhrases } from "./concept-phrases.ts";
import { findPhrases } from "./find-phrases.ts";

/** What the documents say their own terms mean: term in small letters → the words of every definition. */
export type Definitions = ReadonlyMap<string, readonly string[]>;

/** Collects the definitions of all documents, with the list items that belong to each. */
export function collectDefinitions(documents: readonly PolicyDocument[]): Definitions {
  const found = new Map<string, string[]>();
  for (const { policies } of documents)
    for (const { clauses } of policies)
      for (const [index, clause] of clauses.entries()) {
        if (clause.term === undefined || clause.term.trim().length < 4) continue;
        const items = itemsAfter(clauses.slice(index + 1, index + 12));
        const term = clause.term.trim().toLowerCase();
        found.set(term, [...(found.get(term) ?? []), [clause.text, ...items].join(" ")]);
      }
  return found;
}

/**
 * The defined terms that mean one of the phrases: a "neck lock" defined by the carotid arteries. Broad terms ("force",
 * "technique") are left out: their definitions list many things, and a rule on force is not a rule on each.
 */
export function termsMeaning(phrases: readonly string[], definitions: Definitions): readonly string[] {
  const known = termsByPhrases.get(definitions) ?? new Map<readonly string[], readonly string[]>();
  termsByPhrases.set(definitions, known);
  const terms = known.get(phrases) ?? findTerms(phrases, definitions);
  known.set(phrases, terms);
  return terms;
}

const termsByPhrases = new WeakMap<Definitions, Map<readonly string[], readonly string[]>>();

function findTerms(phrases: readonly string[], definitions: Definitions): readonly string[] {
  return [...definitions].flatMap(([term, meanings]) =>
    findPhrases(broad, term).length === 0 && meanings.some((meaning) => findPhrases(phrases, meaning).length > 0)
      ? [`${plain(term)}*`]
      : [],
  );
}

const broad = conceptPhrases(["@broad-terms"]);

/** A term without the signs that mean something in a phrase. */
const plain = (term: string): string =>
  term
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();

function itemsAfter(
  clauses: readonly { readonly kind: string; readonly text: string; readonly term?: string }[],
): string[] {
  const end = clauses.findIndex(({ kind, term }) => kind === "heading" || kind === "definition" || term !== undefined);
  return clauses
    .slice(0, end < 0 ? undefined : end)
    .filter(({ kind }) => kind === "item")
    .map(({ text }) => text);
}
