import type { PolicyDocument } from "../documents/policy-document.ts";
import { gramLikeness, keyGrams, matchKey } from "./match-key.ts";

/** A document of the old version and the one of the new version that continues it. */
export type DocumentPair = { readonly before: PolicyDocument; readonly after: PolicyDocument };

/** Which documents of two versions belong together, and which stand alone. */
export type PairedDocuments = {
  readonly pairs: readonly DocumentPair[];
  readonly removed: readonly PolicyDocument[];
  readonly added: readonly PolicyDocument[];
};

/** Likeness of text, with what name, number and title add, from which two documents belong together. */
const least = 0.45;

/**
 * Pairs the documents of two versions of a department's policies: most alike in words first, helped by the same file
 * name, number or title. One document on each side is a pair whatever it says: the person who gave them says so.
 *
 * Not for telling whether two documents are versions of one policy: see {@link BundleComparison.matchedShare}.
 */
export function pairDocuments(before: readonly PolicyDocument[], after: readonly PolicyDocument[]): PairedDocuments {
  const [only, alone] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && only !== undefined && alone !== undefined)
    return { pairs: [{ before: only, after: alone }], removed: [], added: [] };
  const [old, now] = [before.map(describe), after.map(describe)];
  const candidates = old
    .flatMap((one) => now.map((other) => ({ one, other, score: scoreOf(one, other) })))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score);
  const taken = new Set<Described>();
  const pairs = candidates.flatMap(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ before: one.document, after: other.document }];
  });
  const alones = (all: readonly Described[]): readonly PolicyDocument[] =>
    all.flatMap((one) => (taken.has(one) ? [] : [one.document]));
  return {
    pairs: pairs.toSorted((a, b) => after.indexOf(a.after) - after.indexOf(b.after)),
    removed: alones(old),
    added: alones(now),
  };
}

type Described = {
  readonly document: PolicyDocument;
  /** Different pairs of neighbouring words. */
  readonly grams: ReadonlySet<string>;
  readonly title: readonly string[];
};

function describe(document: PolicyDocument): Described {
  const grams = new Set<string>();
  for (const { clauses } of document.policies)
    for (const { text } of clauses)
      for (const gram of keyGrams(matchKey(text))) if (gram.includes(" ")) grams.add(gram);
  return { document, grams, title: keyGrams(matchKey(document.policies[0]?.title ?? "")) };
}

function scoreOf(one: Described, other: Described): number {
  const [few, many] = one.grams.size < other.grams.size ? [one, other] : [other, one];
  const shared = [...few.grams].filter((gram) => many.grams.has(gram)).length;
  const text = (2 * shared) / Math.max(1, one.grams.size + other.grams.size);
  const [policy, later] = [one.document.policies[0], other.document.policies[0]];
  const isSameNumber = policy?.number !== undefined && policy.number === later?.number;
  const isSameName = one.document.name === other.document.name;
  return text + 0.2 * gramLikeness(one.title, other.title) + (isSameNumber ? 0.15 : 0) + (isSameName ? 0.15 : 0);
}
