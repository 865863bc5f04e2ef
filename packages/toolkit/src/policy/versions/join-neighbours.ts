import type { QuotedClause } from "../clarity/quote-clause.ts";
import type { ClausePair } from "./clause-pair.ts";
import { gramLikeness, keyGrams, matchKey } from "./match-key.ts";

/** Clauses of the old version and those that continue them, by their places; more than one where a sentence was cut or joined. */
export type ClauseGroup = { readonly before: readonly number[]; readonly after: readonly number[] };

/** Letters between two clauses of one paragraph or list: a line end and a marker. */
const nearLetters = 12;

/** At most this many clauses are joined to one. */
const mostJoined = 6;

/** Share of a neighbour's words that must stand in the other version's clause. */
const leastHeld = 0.7;

/**
 * Where a sentence was cut in two, or two were made one, the pair takes in the neighbour that no clause continues: the
 * words did not go, only the point between them did. A neighbour is taken in when most of its words stand in the other
 * clause and the whole is then more alike.
 *
 * Not for pairs with the same words: what stands beside those is new or gone.
 */
export function joinNeighbours(
  pairs: readonly ClausePair[],
  old: readonly QuotedClause[],
  now: readonly QuotedClause[],
): readonly ClauseGroup[] {
  const taken = { before: new Set(pairs.map(({ before }) => before)), after: new Set(pairs.map(({ after }) => after)) };
  return pairs.map(({ before, after, likeness }) => {
    const [one, other] = [old[before], now[after]];
    if (likeness === 1 || one === undefined || other === undefined) return { before: [before], after: [after] };
    const cut = grown(after, { list: now, whole: one, taken: taken.after });
    if (cut.length > 1) return { before: [before], after: cut };
    return { before: grown(before, { list: old, whole: other, taken: taken.before }), after: [after] };
  });
}

type Growing = {
  readonly list: readonly QuotedClause[];
  /** The clause of the other version. */
  readonly whole: QuotedClause;
  /** Places that belong to a pair already; joined ones are added. */
  readonly taken: Set<number>;
};

function grown(place: number, { list, whole, taken }: Growing): readonly number[] {
  const target = keyGrams(matchKey(whole.text));
  let [from, to] = [place, place];
  const likenessOf = (start: number, end: number): number =>
    gramLikeness(
      target,
      keyGrams(
        list
          .slice(start, end + 1)
          .map(({ text }) => matchKey(text))
          .join(" "),
      ),
    );
  const canTake = (at: number, beside: number): boolean => {
    const [neighbour, own] = [list[at], list[beside]];
    if (neighbour === undefined || own === undefined || taken.has(at) || to - from + 1 >= mostJoined) return false;
    return isBeside(neighbour, own) && holds(target, neighbour) && isBetter(likenessOf, { from, to, at });
  };
  while (canTake(to + 1, to)) taken.add(++to);
  while (canTake(from - 1, from)) taken.add(--from);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const isBetter = (
  likenessOf: (start: number, end: number) => number,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
): boolean => likenessOf(Math.min(from, at), Math.max(to, at)) > likenessOf(from, to);

function isBeside(one: QuotedClause, other: QuotedClause): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return (
    first.sha256 === second.sha256 && first.document === second.document && second.start - first.end <= nearLetters
  );
}

function holds(target: readonly string[], { text }: QuotedClause): boolean {
  const words = matchKey(text).split(" ");
  const held = new Set(target);
  return words.length >= 2 && words.filter((word) => held.has(word)).length >= leastHeld * words.length;
}
