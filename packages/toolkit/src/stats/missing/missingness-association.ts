import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { exactAssociationP } from "./exact-association-p.ts";

/** Records of one group, and how many of them lack the value. */
export type MissingGroup = { readonly missing: number; readonly total: number };

/** @see missingnessAssociation */
export type MissingnessAssociation = {
  /** Share of each group's records that lack the value; undefined for a group without records. */
  readonly shares: readonly (number | undefined)[];
  /** Undefined if nothing or everything is missing, or fewer than two groups have records. */
  readonly chiSquare?: number;
  readonly degrees?: number;
  readonly p?: number;
  /** Strength of the association, 0–1; too high in small tables. */
  readonly cramerV?: number;
  /** The same corrected for the bias of small tables. */
  readonly correctedCramerV?: number;
  /** True if an expected count is below 5: then go by `exactP`, not `p`. */
  readonly isSparse: boolean;
  /** Fisher's exact p; only for sparse tables, and undefined if the table is too large to sum. */
  readonly exactP?: number;
};

/**
 * How a value's missing records are spread over groups: shares, Pearson's chi-square, Cramér's V with and without
 * Bergsma's correction, and Fisher's exact test where the table is too sparse for the chi-square. A small p says that
 * the missing are not spread evenly; it does not say why, and a large one is no evidence of evenness. Not for several
 * fields at once without an adjustment for multiplicity.
 *
 * Source: Little (1988), JASA 83, 1198–1202; Bergsma (2013), Journal of the Korean Statistical Society 42, 323–328.
 *
 * @param groups whole numbers
 * @throws RangeError if missing is not a whole number in [0, total]
 * @example missingnessAssociation([{ missing: 0, total: 12 }, { missing: 2, total: 15 }, { missing: 1, total: 9 }])
 *   // { chiSquare: 1.6727…, degrees: 2, p: 0.4332…, correctedCramerV: 0, isSparse: true, exactP: 0.4579… }
 */
export function missingnessAssociation(groups: readonly MissingGroup[]): MissingnessAssociation {
  for (const { missing, total } of groups)
    if (!(0 <= missing && missing <= total && Number.isInteger(missing) && Number.isInteger(total)))
      throw new RangeError(`invalid missing; not a whole number in [0, ${total}]: ${missing}`);
  const shares = groups.map(({ missing, total }) => (total === 0 ? undefined : missing / total));
  const filled = groups.filter((group) => group.total > 0);
  const total = filled.reduce((sum, group) => sum + group.total, 0);
  const missing = filled.reduce((sum, group) => sum + group.missing, 0);
  const exactP = () => exactAssociationP(filled.map((group) => ({ count: group.missing, total: group.total })));
  if (filled.length < 2 || missing === 0 || missing === total)
    return { shares, isSparse: true, ...optionalP(exactP()) };

  const chiSquare = missingChiSquare(filled);
  const degrees = filled.length - 1;
  const isSparse = (Math.min(...filled.map((group) => group.total)) * Math.min(missing, total - missing)) / total < 5;
  return {
    shares,
    chiSquare,
    degrees,
    p: chiSquareTail(chiSquare, degrees),
    cramerV: Math.sqrt(chiSquare / total),
    correctedCramerV: correctedCramerV(chiSquare, filled.length, total),
    isSparse,
    ...(isSparse ? optionalP(exactP()) : {}),
  };
}

const optionalP = (exactP: number | undefined) => (exactP === undefined ? {} : { exactP });

/**
 * Pearson's chi-square of missing by group. Not for groups without records.
 *
 * @example missingChiSquare([{ missing: 0, total: 5 }, { missing: 5, total: 5 }]) // 10
 */
export function missingChiSquare(groups: readonly MissingGroup[]): number {
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const missing = groups.reduce((sum, group) => sum + group.missing, 0);
  return groups.reduce((sum, group) => {
    const gap = (group.missing * (total - missing) - (group.total - group.missing) * missing) / total;
    return sum + (((gap / missing) * gap) / (total - missing)) * (total / group.total) * total;
  }, 0);
}

/**
 * Cramér's V of a table of two rows, corrected for its bias in small tables. Not for tables of more rows.
 *
 * Source: Bergsma (2013), Journal of the Korean Statistical Society 42, 323–328.
 *
 * @returns 0–1
 * @example correctedCramerV(16.9319673668417, 3, 750) // 0.1411…
 */
export function correctedCramerV(chiSquare: number, groups: number, total: number): number {
  const association = Math.max(0, chiSquare / total - (groups - 1) / (total - 1));
  const rows = groups - (groups - 1) ** 2 / (total - 1);
  const columns = 2 - 1 / (total - 1);
  const room = Math.min(rows - 1, columns - 1);
  return room > 0 ? Math.min(1, Math.sqrt(association / room)) : 0;
}
