import { poissonShare } from "../functions/poisson-probability.ts";
import { solveBracketed } from "../functions/solve-bracketed.ts";
import type { Refusal } from "../refusal.ts";

/** @see halfOfForceHolders */
export type HalfOfForceHolders = {
  /** The fewest units that together account for at least half of the events. */
  readonly units: number;
  /** All units counted. */
  readonly of: number;
  readonly events: number;
  /** How many units would account for half if all had the same underlying rate and only chance made them differ. */
  readonly unitsByChance: number;
};

/**
 * The fewest units that account for half of all events, beside the number that chance alone would give. Even if every
 * officer used force equally often, fewer than half would account for half of it, and far fewer where most have one
 * event or none: a sentence that leaves this out overstates. Not for units of different exposure (a part-time officer
 * has fewer events without a lower rate), and not a ranking: it names nobody.
 *
 * Formula: with X ~ Poisson(μ), k the largest count with P(X ≥ k − 1) ≥ ½, chance gives
 * n·[P(X > k) + (½ − P(X ≥ k))·μ/k] units of n, rounded up. μ is the mean count; where units without events are not in
 * the list, μ/(1 − e^−μ) is, and the number is divided by 1 − e^−μ.
 *
 * Source: the Lorenz curve of a Poisson count, from Σ_{j≥k} j·P(X = j) = μ·P(X ≥ k − 1).
 *
 * @param counts events of each unit; whole numbers
 * @param options.listed `all` if units without events are in the list; `with-events` if the records name only units
 *   that had one
 * @returns `no_events` if there are none
 * @throws RangeError if a count is not a whole number, or is 0 where only units with events are listed
 * @example halfOfForceHolders([9, 4, 1, 1, 1, 0, 0, 0]) // { units: 1, of: 8, events: 16, unitsByChance: 3 }
 */
export function halfOfForceHolders(
  counts: readonly number[],
  { listed = "all" }: { readonly listed?: "all" | "with-events" } = {},
): HalfOfForceHolders | Refusal {
  const least = listed === "all" ? 0 : 1;
  for (const count of counts)
    if (!(Number.isSafeInteger(count) && count >= least))
      throw new RangeError(`invalid count; must be a whole number, at least ${least}: ${count}`);
  const events = counts.reduce((sum, count) => sum + count, 0);
  if (events === 0) return { reason: "no_events" };

  const mean = events / counts.length;
  const share = listed === "all" ? chanceShare(mean) : truncatedChanceShare(mean);
  const unitsByChance = Math.max(1, Math.ceil(counts.length * share - 1e-9));
  return { units: fewestForHalf(counts, events), of: counts.length, events, unitsByChance };
}

function fewestForHalf(counts: readonly number[], events: number): number {
  const sorted = Float64Array.from(counts).sort().reverse();
  let held = 0;
  let units = 0;
  for (const count of sorted) {
    if (2 * held >= events) break;
    held += count;
    units += 1;
  }
  return units;
}

/** Share of all units, those without events included, that hold half of the events by chance. */
function chanceShare(mean: number): number {
  let k = Math.max(1, Math.floor(mean) - 1);
  while (poissonShare(k - 1, mean) <= 0.5) k += 1;
  while (k > 1 && poissonShare(k - 2, mean) > 0.5) k -= 1;
  const atLeastK = 1 - poissonShare(k - 1, mean);
  return 1 - poissonShare(k, mean) + ((0.5 - atLeastK) * mean) / k;
}

function truncatedChanceShare(meanOfListed: number): number {
  if (meanOfListed <= 1) return 0.5;
  const mean = solveBracketed((x) => x + meanOfListed * Math.expm1(-x), {
    low: Math.min(1, meanOfListed - 1),
    high: meanOfListed,
  });
  return chanceShare(mean) / -Math.expm1(-mean);
}
