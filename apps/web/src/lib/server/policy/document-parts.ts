import type { DocumentText } from "@evenhand/toolkit/report/place-answers";

type Policy = DocumentText["policies"][number];

/** One clause of a document, as it stands there. */
export type TextClause = Policy["clauses"][number];

/** A page's worth of a document: whole policies, or a stretch of a long one. */
export type DocumentPart = {
  readonly policies: readonly (Omit<Policy, "clauses"> & {
    readonly clauses: readonly TextClause[];
    /** Its beginning stands on an earlier page. */
    readonly isContinued: boolean;
  })[];
};

/** Most clauses of one page: about thirty printed pages. */
const mostClauses = 600;

/**
 * A document in pages of at most `most` clauses, all of it and in its order; a document of any size has at least one.
 *
 * @param most whole number, at least 1
 */
export function documentParts({ policies }: DocumentText, most = mostClauses): readonly DocumentPart[] {
  const pieces = policies.flatMap((policy) => piecesOf(policy, most));
  const parts: { policies: DocumentPart["policies"]; count: number }[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    const { length } = piece.clauses;
    if (last === undefined || last.count + length > most) parts.push({ policies: [piece], count: length });
    else parts.splice(-1, 1, { policies: [...last.policies, piece], count: last.count + length });
  }
  return parts.length === 0 ? [{ policies: [] }] : parts.map(({ policies: own }) => ({ policies: own }));
}

function piecesOf({ clauses, ...head }: Policy, most: number): DocumentPart["policies"] {
  const count = Math.max(1, Math.ceil(clauses.length / most));
  return Array.from({ length: count }, (_, index) => ({
    ...head,
    clauses: clauses.slice(index * most, (index + 1) * most),
    isContinued: index > 0,
  }));
}

/** Where a character of a document stands: the number of the page, from 1, and the clause that holds it. */
export function placeInParts(
  parts: readonly DocumentPart[],
  start: number,
): { readonly part: number; readonly start: number } | undefined {
  const before = parts.flatMap(({ policies }, index) =>
    policies.flatMap(({ clauses }) =>
      clauses.flatMap((clause) => (clause.start <= start ? [{ part: index + 1, start: clause.start }] : [])),
    ),
  );
  return before.reduce<(typeof before)[number] | undefined>(
    (best, one) => (best === undefined || one.start > best.start ? one : best),
    undefined,
  );
}
