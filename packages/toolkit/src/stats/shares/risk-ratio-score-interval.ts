import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import { riskRatioScore } from "./risk-ratio-score.ts";
import { scoreLimit } from "./score-limit.ts";
import type { Proportion } from "./two-proportion-test.ts";

/** @see riskRatioScoreInterval */
export type ScoreOptions = IntervalOptions & {
  /** What the variance of the score is multiplied by. */
  readonly varianceFactor?: number;
};

/**
 * The ratios of two shares that the score test does not reject, with the variance multiplied by a factor. Not to be
 * called by its factor in reports: use {@link koopmanInterval} (factor 1) or {@link miettinenNurminenRatioInterval}.
 *
 * Formula: the θ with |T(θ)|/√factor ≤ z; see {@link riskRatioScore}.
 *
 * Source: Koopman (1984), Biometrics 40, 513–517; Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226.
 *
 * @returns limits of the ratio; low is 0 if the first count is 0, high is Infinity if the reference count is 0
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example riskRatioScoreInterval({ count: 9, total: 10 }, { count: 3, total: 10 }) // { low: 1.35323…, high: 8.46766… }
 */
export function riskRatioScoreInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95, varianceFactor = 1 }: ScoreOptions = {},
): Interval | Refusal {
  const reach = levelScore(level) * Math.sqrt(varianceFactor);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;

  const score = (ratio: number): number => riskRatioScore(first, reference, ratio);
  const start = inner(first) / inner(reference);
  return {
    low: first.count === 0 ? 0 : scoreLimit(score, reach, start),
    high: reference.count === 0 ? Number.POSITIVE_INFINITY : scoreLimit(score, -reach, start),
  };
}

function inner({ count, total }: Proportion): number {
  return (count + 0.5) / (total + 1);
}
