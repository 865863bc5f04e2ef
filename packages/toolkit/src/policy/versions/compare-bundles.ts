import type { QuotedClause } from "../clarity/quote-clause.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import {
  type ChangeCounts,
  type ClauseChange,
  changeOf,
  comparedClauses,
  compareVersions,
  countChanges,
  type VersionComparison,
  type VersionName,
  versionName,
} from "./compare-versions.ts";
import { matchClauses } from "./match-clauses.ts";
import { pairDocuments } from "./pair-documents.ts";

/** Two versions of a department's policies, document by document. */
export type BundleComparison = {
  readonly pairs: readonly VersionComparison[];
  /** Clauses that stand in another document now; reworded ones have `isMoved`. */
  readonly movedBetween: readonly ClauseChange[];
  /** Documents that only the old, or only the new version has. */
  readonly removed: readonly VersionName[];
  readonly added: readonly VersionName[];
  /** Over the pairs and the clauses moved between documents; the clauses of added and removed documents are not counted. */
  readonly counts: ChangeCounts;
  /** Clauses of the smaller version that have a counterpart in the other, 0–1; below {@link leastMatchedShare} these look like different policies. */
  readonly matchedShare: number;
};

/** Below this share of clauses with a counterpart, two texts look like two policies rather than two versions of one. */
export const leastMatchedShare = 0.3;

/**
 * Compares all documents of two versions: pairs them ({@link pairDocuments}), compares each pair
 * ({@link compareVersions}), and looks for what was removed from one document among what was added to the others, so
 * that a section that became a policy of its own is moved, not lost and gained.
 */
export function compareBundles(before: readonly PolicyDocument[], after: readonly PolicyDocument[]): BundleComparison {
  const { pairs, removed, added } = pairDocuments(before, after);
  const compared = pairs.map((pair) => compareVersions(pair.before, pair.after));
  const changes = compared.flatMap((pair) => pair.changes);
  const gone = [
    ...changes.flatMap((change) => (change.kind === "removed" ? [change.before] : [])),
    ...removed.flatMap(comparedClauses),
  ];
  const come = [
    ...changes.flatMap((change) => (change.kind === "added" ? [change.after] : [])),
    ...added.flatMap(comparedClauses),
  ];
  const movedBetween = before.length + after.length > 2 ? movesBetween(gone, come) : [];
  const left = compared.map((pair) => withoutMoved(pair, movedBetween));
  const counts = countChanges([...left.flatMap((pair) => pair.changes), ...movedBetween]);
  return {
    pairs: left,
    movedBetween,
    removed: removed.map((document) => versionName(document)),
    added: added.map((document) => versionName(document)),
    counts,
    matchedShare: shareMatched(before, after, counts),
  };
}

/** Likeness of a clause to one in another document, from which it is the same clause moved. */
const leastMoved = 0.8;

/** Words of a clause that can be told to have moved; shorter ones stand in every policy. */
const fewestWords = 6;

function movesBetween(gone: readonly QuotedClause[], come: readonly QuotedClause[]): readonly ClauseChange[] {
  const isLong = ({ text }: QuotedClause): boolean => text.split(/\s+/).length >= fewestWords;
  const [old, now] = [gone.filter(isLong), come.filter(isLong)];
  const pairs = matchClauses(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  return pairs.flatMap(({ before, after, likeness }) => {
    const [one, other] = [old[before], now[after]];
    if (one === undefined || other === undefined || likeness < leastMoved) return [];
    return [changeOf({ before: [one], after: [other] }, { isMoved: true, texts: { before: "", after: "" } })];
  });
}

function withoutMoved(pair: VersionComparison, moved: readonly ClauseChange[]): VersionComparison {
  const gone = new Set(moved.flatMap((change) => ("before" in change ? [change.before] : [])));
  const come = new Set(moved.flatMap((change) => ("after" in change ? [change.after] : [])));
  const changes = pair.changes.filter(
    (change) =>
      !(change.kind === "removed" && gone.has(change.before)) && !(change.kind === "added" && come.has(change.after)),
  );
  return { ...pair, changes, counts: countChanges(changes) };
}

function shareMatched(
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
  { unchanged, renumbered, moved, reworded }: ChangeCounts,
): number {
  const clauses = (documents: readonly PolicyDocument[]): number =>
    documents.reduce((sum, document) => sum + comparedClauses(document).length, 0);
  const smaller = Math.min(clauses(before), clauses(after));
  return smaller === 0 ? 0 : Math.min(1, (unchanged + renumbered + moved + reworded) / smaller);
}
