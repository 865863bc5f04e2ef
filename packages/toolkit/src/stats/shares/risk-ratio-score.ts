import type { Proportion } from "./two-proportion-test.ts";

/**
 * How many standard errors the observed shares lie from a supposed ratio θ of the first share to the reference, the
 * error being that of the shares which fit θ best. Falls steadily as θ rises; 0 at the observed ratio. Not a measure of
 * the size of a difference.
 *
 * Formula: T(θ) = (p̂₁ − θp̂₀)/√(p̃₁q̃₁/n₁ + θ²p̃₀q̃₀/n₀), where p̃₀ is the smaller root of
 * (n₁ + n₀)θp² − (n₁θ + x₁ + n₀ + x₀θ)p + (x₁ + x₀) = 0 and p̃₁ = θp̃₀. Its square is Koopman's chi-square.
 *
 * Source: Koopman (1984), Biometrics 40, 513–517; Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226.
 *
 * @param ratio θ, positive
 * @throws RangeError if the ratio is not positive and finite
 * @example riskRatioScore({ count: 36, total: 40 }, { count: 16, total: 80 }, 2.939569192) // 1.95996…
 */
export function riskRatioScore(first: Proportion, reference: Proportion, ratio: number): number {
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid ratio; must be positive and finite: ${ratio}`);
  const gap = first.count / first.total - (ratio * reference.count) / reference.total;
  if (gap === 0) return 0;
  const fit = fittedShares(first, reference, ratio);
  const variance =
    (fit.first * fit.firstRest) / first.total + (ratio ** 2 * fit.reference * fit.rest) / reference.total;
  return gap / Math.sqrt(variance);
}

/**
 * The root of the quadratic, and what it leaves to 1 in each group, each from positive terms only, so that shares near
 * 1 keep their digits. The discriminant is tilt² + 4θy₁y₀, with y the people without the outcome.
 */
function fittedShares(
  first: Proportion,
  reference: Proportion,
  ratio: number,
): Readonly<Record<"first" | "firstRest" | "reference" | "rest", number>> {
  const people = first.total + reference.total;
  const without1 = first.total - first.count;
  const without0 = reference.total - reference.count;
  const tilt = people * (ratio - 1) + without1 - ratio * without0;
  const root = Math.hypot(tilt, 2 * Math.sqrt(ratio * without1 * without0));
  const linear = first.total * ratio + first.count + reference.total + reference.count * ratio;
  const share = (2 * (first.count + reference.count)) / (linear + root);
  const cross = without1 === 0 || without0 === 0 ? 0 : (2 * without1 * without0) / (root + Math.abs(tilt));
  const firstRest = tilt > 0 ? without1 + ratio * cross : without1 + (root - tilt) / 2;
  const rest = tilt > 0 ? without0 + (root + tilt) / 2 / ratio : without0 + cross;
  return { first: ratio * share, firstRest: firstRest / people, reference: share, rest: rest / people };
}
