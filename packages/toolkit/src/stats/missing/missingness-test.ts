import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { correctedCramerV, type MissingGroup, missingChiSquare } from "./missingness-association.ts";

export type { MissingGroup };

/** @see missingnessTest */
export type Missingness = {
  /** Pearson's chi-square of missing by group. */
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
  /** Strength of the association, 0–1, corrected for the bias of small tables. */
  readonly cramerV: number;
  /** Share of each group's records that lack the value, in the order given; undefined for a group without records. */
  readonly shares: readonly (number | undefined)[];
};

/**
 * Whether a value is missing more often in some groups than in others. A small p says that the missing are not spread
 * evenly, so known records do not stand for all; it does not say why. Not for sparse tables: undefined when an
 * expected count is below 5; {@link missingnessAssociation} answers those with Fisher's exact test. Not evidence of
 * evenness when p is large.
 *
 * Source: Little (1988), JASA 83, 1198–1202; Cramér's V corrected as in Bergsma (2013), Journal of the Korean
 * Statistical Society 42, 323–328.
 *
 * @param groups at least two
 * @returns undefined if there are fewer than two groups with records, nothing or everything is missing, or the table
 *   is too sparse
 * @throws RangeError if missing is not in [0, total]
 * @example missingnessTest([{ missing: 10, total: 200 }, { missing: 40, total: 300 }, { missing: 12, total: 250 }])?.p
 *   // 0.00021…
 */
export function missingnessTest(groups: readonly MissingGroup[]): Missingness | undefined {
  for (const { missing, total } of groups)
    if (!(0 <= missing && missing <= total)) throw new RangeError(`invalid missing; not in [0, ${total}]: ${missing}`);
  const filled = groups.filter((group) => group.total > 0);
  const total = filled.reduce((sum, group) => sum + group.total, 0);
  const missing = filled.reduce((sum, group) => sum + group.missing, 0);
  if (filled.length < 2 || missing === 0 || missing === total) return undefined;

  const share = missing / total;
  const smallest = Math.min(...filled.map((group) => group.total)) * Math.min(share, 1 - share);
  if (smallest < 5) return undefined;
  const chiSquare = missingChiSquare(filled);
  const degrees = filled.length - 1;
  return {
    chiSquare,
    degrees,
    p: chiSquareTail(chiSquare, degrees),
    cramerV: correctedCramerV(chiSquare, filled.length, total),
    shares: groups.map((group) => (group.total === 0 ? undefined : group.missing / group.total)),
  };
}
