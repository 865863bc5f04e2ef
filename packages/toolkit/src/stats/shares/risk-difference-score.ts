import { solveBracketed } from "../functions/solve-bracketed.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * How many standard errors the observed shares lie from a supposed difference δ = first − reference, the error being
 * that of the shares which fit δ best, enlarged by N/(N − 1). Falls steadily as δ rises; 0 at the observed difference.
 * Not a measure of the size of a difference.
 *
 * Formula: T(δ) = (p̂₁ − p̂₀ − δ)/√((p̃₁q̃₁/n₁ + p̃₀q̃₀/n₀)·N/(N − 1)), where p̃₁ = p̃₀ + δ and p̃₀ is the root of
 * Farrington and Manning's cubic at which the likelihood is largest.
 *
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226; Farrington & Manning (1990), Statistics in
 * Medicine 9, 1447–1454.
 *
 * @param difference δ, between −1 and 1
 * @throws RangeError if the difference is not in [−1, 1]
 * @example riskDifferenceScore({ count: 56, total: 70 }, { count: 48, total: 80 }, 0.0528297132) // 1.95996…
 */
export function riskDifferenceScore(first: Proportion, reference: Proportion, difference: number): number {
  if (!(difference >= -1 && difference <= 1)) throw new RangeError(`invalid difference; not in [-1, 1]: ${difference}`);
  const gap = first.count / first.total - reference.count / reference.total - difference;
  if (gap === 0) return 0;
  if (difference < 0) return -riskDifferenceScore(reference, first, -difference);
  if (first.count + reference.count > (first.total + reference.total) / 2)
    return riskDifferenceScore(without(reference), without(first), difference);
  const room = 1 - difference;
  const share = fittedReferenceShare(first, reference, difference);
  const people = first.total + reference.total;
  const variance = ((share + difference) * (room - share)) / first.total + (share * (1 - share)) / reference.total;
  return gap / Math.sqrt((variance * people) / (people - 1));
}

/** The same people, counted by not having the outcome: the rarer of the two keeps more digits. */
function without({ count, total }: Proportion): Proportion {
  return { count: total - count, total };
}

/** Root of the cubic in its range, found as the zero of the likelihood's slope, which falls steadily and keeps digits. */
function fittedReferenceShare(first: Proportion, reference: Proportion, difference: number): number {
  const room = 1 - difference;
  const slope = (share: number): number =>
    part(first.count, share + difference) +
    part(reference.count, share) -
    part(first.total - first.count, room - share) -
    part(reference.total - reference.count, 1 - share);
  if (room === 0 || slope(0) <= 0) return 0;
  if (slope(room) >= 0) return room;
  return solveBracketed(slope, { low: 0, high: room });
}

function part(count: number, share: number): number {
  return count === 0 ? 0 : count / share;
}
