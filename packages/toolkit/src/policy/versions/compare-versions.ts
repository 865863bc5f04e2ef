import { type QuotedClause, quoteClause } from "../clarity/quote-clause.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { diffWords, type WordMark } from "./diff-words.ts";
import { longestOrder } from "./longest-order.ts";
import { matchClauses, matchKey } from "./match-clauses.ts";

/** What became of one clause. */
export type ClauseChange =
  | { readonly kind: "unchanged" | "moved"; readonly before: QuotedClause; readonly after: QuotedClause }
  | {
      readonly kind: "reworded";
      readonly before: QuotedClause;
      readonly after: QuotedClause;
      readonly marks: readonly WordMark[];
      /** Whether it also stands elsewhere in the order of the document. */
      readonly isMoved: boolean;
      /** Whether only numbers of sections, capitals or signs differ. */
      readonly isOnlyRenumbered: boolean;
    }
  | { readonly kind: "added"; readonly after: QuotedClause }
  | { readonly kind: "removed"; readonly before: QuotedClause };

/** One version, by name and dates. */
export type VersionName = {
  readonly name: string;
  readonly sha256: string;
  /** ISO date it takes effect, else the date of its revision, as its header says. */
  readonly date?: string;
};

/** Two versions compared, clause by clause, in the order of the new one; removed clauses stand where they stood. */
export type VersionComparison = {
  readonly before: VersionName;
  readonly after: VersionName;
  readonly changes: readonly ClauseChange[];
  readonly counts: Readonly<Record<ClauseChange["kind"], number>>;
};

/**
 * Compares two versions of a policy clause by clause: unchanged, moved (same words, other place in the order), reworded
 * with the words marked, added, removed. New numbers of sections alone change nothing. Headings are not compared.
 *
 * Not for two different policies: nearly everything would be added and removed. Whether a change is good or bad is for
 * {@link provisionChanges}, from the audits of both.
 */
export function compareVersions(before: PolicyDocument, after: PolicyDocument): VersionComparison {
  const old = clausesOf(before);
  const now = clausesOf(after);
  const pairs = matchClauses(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  const inOrder = longestOrder(pairs.map((pair) => pair.before));
  const changeByAfter = new Map<number, ClauseChange>();
  const matched = new Set<number>();
  for (const [place, pair] of pairs.entries()) {
    const [one, other] = [old[pair.before], now[pair.after]];
    if (one === undefined || other === undefined) continue;
    matched.add(pair.before);
    changeByAfter.set(pair.after, changeOf(one, other, !inOrder.has(place)));
  }
  const changes = inReadingOrder(old, now, { pairs, changeByAfter, matched });
  return { before: versionName(before), after: versionName(after), changes, counts: count(changes) };
}

const clausesOf = (document: PolicyDocument): readonly QuotedClause[] =>
  document.policies.flatMap(({ clauses }) =>
    clauses.filter(({ kind }) => kind !== "heading").map((clause) => quoteClause(document, clause)),
  );

function changeOf(before: QuotedClause, after: QuotedClause, isMoved: boolean): ClauseChange {
  const plain = (text: string): string =>
    text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, " ").trim();
  if (plain(before.text) === plain(after.text)) return { kind: isMoved ? "moved" : "unchanged", before, after };
  const isOnlyRenumbered = matchKey(before.text) === matchKey(after.text);
  return { kind: "reworded", before, after, marks: diffWords(before.text, after.text), isMoved, isOnlyRenumbered };
}

type Matches = {
  readonly pairs: readonly { readonly before: number; readonly after: number }[];
  readonly changeByAfter: ReadonlyMap<number, ClauseChange>;
  readonly matched: ReadonlySet<number>;
};

/** The new version's order, each removed clause after the clause that it followed in the old version. */
function inReadingOrder(
  old: readonly QuotedClause[],
  now: readonly QuotedClause[],
  { pairs, changeByAfter, matched }: Matches,
): readonly ClauseChange[] {
  const afterByBefore = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const removedAfter = new Map<number, ClauseChange[]>();
  let anchor = -1;
  for (const [index, clause] of old.entries()) {
    anchor = afterByBefore.get(index) ?? anchor;
    if (!matched.has(index))
      removedAfter.set(anchor, [...(removedAfter.get(anchor) ?? []), { kind: "removed", before: clause }]);
  }
  const own = now.flatMap((clause, index): ClauseChange[] => [
    changeByAfter.get(index) ?? { kind: "added", after: clause },
    ...(removedAfter.get(index) ?? []),
  ]);
  return [...(removedAfter.get(-1) ?? []), ...own];
}

function versionName({ name, sha256, policies }: PolicyDocument): VersionName {
  const date = policies.map(({ effective, revised }) => effective ?? revised).find((found) => found !== undefined);
  return { name, sha256, ...(date === undefined ? {} : { date }) };
}

function count(changes: readonly ClauseChange[]): VersionComparison["counts"] {
  const of = (kind: ClauseChange["kind"]): number => changes.filter((change) => change.kind === kind).length;
  return {
    unchanged: of("unchanged"),
    moved: of("moved"),
    reworded: of("reworded"),
    added: of("added"),
    removed: of("removed"),
  };
}
