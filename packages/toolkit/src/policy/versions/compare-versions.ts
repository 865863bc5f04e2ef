import { type QuotedClause, quoteClause } from "../clarity/quote-clause.ts";
import { headerDates } from "../documents/header-dates.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { diffWords, type WordMark } from "./diff-words.ts";
import { isOnlyRenumbered } from "./is-only-renumbered.ts";
import { type ClauseGroup, joinNeighbours } from "./join-neighbours.ts";
import { longestOrder } from "./longest-order.ts";
import { matchClauses } from "./match-clauses.ts";
import { type VersionDates, versionDates } from "./version-dates.ts";

/** A clause as quoted; where a sentence was cut or joined, the quotation holds the clauses after it too. */
export type ComparedClause = QuotedClause & {
  /** Ids of the further clauses in the quotation. */
  readonly joined?: readonly string[];
};

/** What became of one clause. */
export type ClauseChange =
  | {
      /** `renumbered`: only numbers of sections, capitals or punctuation differ. */
      readonly kind: "unchanged" | "moved" | "renumbered";
      readonly before: ComparedClause;
      readonly after: ComparedClause;
    }
  | {
      readonly kind: "reworded";
      readonly before: ComparedClause;
      readonly after: ComparedClause;
      readonly marks: readonly WordMark[];
      /** Whether it also stands elsewhere in the order of the document. */
      readonly isMoved: boolean;
    }
  | { readonly kind: "added"; readonly after: ComparedClause }
  | { readonly kind: "removed"; readonly before: ComparedClause };

/** How many clauses became what. */
export type ChangeCounts = Readonly<Record<ClauseChange["kind"], number>>;

/** One version, by name and dates. */
export type VersionName = {
  readonly name: string;
  readonly sha256: string;
  /** Titles of its policies. */
  readonly titles: readonly string[];
  /** Clauses compared; headings are not. */
  readonly clauses: number;
} & VersionDates;

/** Two versions compared, clause by clause, in the order of the new one; removed clauses stand where they stood. */
export type VersionComparison = {
  readonly before: VersionName;
  readonly after: VersionName;
  readonly changes: readonly ClauseChange[];
  readonly counts: ChangeCounts;
};

/**
 * Compares two versions of a policy clause by clause: unchanged, moved (same words, other place in the order), only
 * renumbered, reworded with the words marked, added, removed. A sentence cut in two or joined from two is compared as a
 * whole. Headings are not compared.
 *
 * Not for two different policies: nearly everything would be added and removed. Whether a change is good or bad is for
 * {@link provisionChanges}, from the audits of both. For several documents: {@link compareBundles}.
 */
export function compareVersions(before: PolicyDocument, after: PolicyDocument): VersionComparison {
  const [old, now] = [comparedClauses(before), comparedClauses(after)];
  const groups = matchGroups(old, now);
  const inOrder = placesInOrder(groups, policyPlaces(before), policyPlaces(after));
  const changeByAfter = new Map<number, ClauseChange>();
  for (const [place, group] of groups.entries())
    changeByAfter.set(
      group.after[0] ?? 0,
      changeOf(
        {
          before: group.before.flatMap((index) => old[index] ?? []),
          after: group.after.flatMap((index) => now[index] ?? []),
        },
        { isMoved: !inOrder.has(place), texts: { before: before.text, after: after.text } },
      ),
    );
  const changes = inReadingOrder({ old, now, groups, changeByAfter });
  return {
    before: versionName(before, old.length),
    after: versionName(after, now.length),
    changes,
    counts: countChanges(changes),
  };
}

/** A line of the header such as "Effective: 03/01/2021": the dates of a version are no rule of it. */
const mostHeaderWords = 6;
const isHeaderDate = (text: string): boolean =>
  text.split(/\s+/).length <= mostHeaderWords && Object.keys(headerDates([text])).length > 0;

/** The clauses of a document that are compared: all but headings, dates of the header, and signs without a word. */
export const comparedClauses = (document: PolicyDocument): readonly QuotedClause[] =>
  document.policies.flatMap(({ clauses }) =>
    clauses
      .filter(({ kind, text }) => kind !== "heading" && /[\p{L}\p{N}]/u.test(text) && !isHeaderDate(text))
      .map((clause) => quoteClause(document, clause)),
  );

/** Of every compared clause of a document, the place of its policy. */
const policyPlaces = (document: PolicyDocument): readonly number[] =>
  document.policies.flatMap((policy, place) => comparedClauses({ ...document, policies: [policy] }).map(() => place));

/**
 * Which groups did not move: those that stand in order within their policy. A policy of a manual that stands elsewhere
 * as a whole did not move clause by clause; a clause that went to another policy did.
 */
function placesInOrder(
  groups: readonly ClauseGroup[],
  oldPolicies: readonly number[],
  newPolicies: readonly number[],
): ReadonlySet<number> {
  const placed = groups.map((group, place) => {
    const [before, after] = [group.before[0] ?? 0, group.after[0] ?? 0];
    return { place, before, policy: oldPolicies[before] ?? 0, later: newPolicies[after] ?? 0 };
  });
  const byPolicies = [...Map.groupBy(placed, ({ policy, later }) => `${policy} ${later}`).values()];
  const mostShared = byPolicies.toSorted((a, b) => b.length - a.length);
  const taken = new Set<string>();
  return new Set(
    mostShared.flatMap((own) => {
      const [first] = own;
      const ends = [`old ${first?.policy}`, `new ${first?.later}`];
      if (ends.some((end) => taken.has(end))) return [];
      for (const end of ends) taken.add(end);
      const inOrder = longestOrder(own.map(({ before }) => before));
      return own.flatMap(({ place }, index) => (inOrder.has(index) ? [place] : []));
    }),
  );
}

function matchGroups(old: readonly QuotedClause[], now: readonly QuotedClause[]): readonly ClauseGroup[] {
  const pairs = matchClauses(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  return joinNeighbours(pairs, old, now);
}

/**
 * What became of clauses that belong together.
 * @param texts the whole texts of the two documents, from which joined clauses are quoted
 */
export function changeOf(
  { before, after }: { readonly before: readonly QuotedClause[]; readonly after: readonly QuotedClause[] },
  {
    isMoved,
    texts,
  }: { readonly isMoved: boolean; readonly texts: { readonly before: string; readonly after: string } },
): ClauseChange {
  const sides = { before: joinedClause(before, texts.before), after: joinedClause(after, texts.after) };
  const words = { before: spoken(before), after: spoken(after) };
  if (words.before === words.after) return { kind: isMoved ? "moved" : "unchanged", ...sides };
  if (isOnlyRenumbered(words.before, words.after)) return { kind: "renumbered", ...sides };
  return { kind: "reworded", ...sides, marks: diffWords(words.before, words.after), isMoved };
}

function joinedClause(clauses: readonly QuotedClause[], text: string): ComparedClause {
  const [first, ...rest] = clauses;
  const last = rest.at(-1);
  if (first === undefined) throw new RangeError("invalid clauses; must be at least one");
  if (last === undefined) return first;
  return { ...first, end: last.end, text: text.slice(first.start, last.end), joined: rest.map(({ id }) => id) };
}

/** The words of clauses without the signs that one writer sets in another way. */
const spoken = (clauses: readonly QuotedClause[]): string =>
  clauses
    .map(({ text }) => text)
    .join(" ")
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, " ")
    .trim();

type Matched = {
  readonly old: readonly QuotedClause[];
  readonly now: readonly QuotedClause[];
  readonly groups: readonly ClauseGroup[];
  readonly changeByAfter: ReadonlyMap<number, ClauseChange>;
};

/** The new version's order, each removed clause after the clause that it followed in the old version. */
function inReadingOrder({ old, now, groups, changeByAfter }: Matched): readonly ClauseChange[] {
  const afterByBefore = new Map(
    groups.flatMap((group) => group.before.map((before) => [before, group.after[0] ?? 0] as const)),
  );
  const joined = new Set(groups.flatMap((group) => group.after.slice(1)));
  const removedAfter = new Map<number, ClauseChange[]>();
  let anchor = -1;
  for (const [index, clause] of old.entries()) {
    const own = afterByBefore.get(index);
    anchor = own ?? anchor;
    if (own !== undefined) continue;
    const beside = removedAfter.get(anchor);
    if (beside === undefined) removedAfter.set(anchor, [{ kind: "removed", before: clause }]);
    else beside.push({ kind: "removed", before: clause });
  }
  const own = now.flatMap((clause, index): ClauseChange[] =>
    joined.has(index)
      ? []
      : [changeByAfter.get(index) ?? { kind: "added", after: clause }, ...(removedAfter.get(index) ?? [])],
  );
  return [...(removedAfter.get(-1) ?? []), ...own];
}

/** A version by its name, titles and dates. */
export const versionName = (document: PolicyDocument, clauses = comparedClauses(document).length): VersionName => ({
  name: document.name,
  sha256: document.sha256,
  titles: document.policies.map(({ number, title }) =>
    number === undefined || title.startsWith(number) ? title : `${number} ${title}`,
  ),
  clauses,
  ...versionDates(document),
});

/** How many changes are of each kind. */
export function countChanges(changes: readonly ClauseChange[]): ChangeCounts {
  const of = (kind: ClauseChange["kind"]): number => changes.filter((change) => change.kind === kind).length;
  return {
    unchanged: of("unchanged"),
    renumbered: of("renumbered"),
    moved: of("moved"),
    reworded: of("reworded"),
    added: of("added"),
    removed: of("removed"),
  };
}
