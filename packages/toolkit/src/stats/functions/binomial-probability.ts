import { incompleteBeta } from "./beta-share.ts";
import { poissonDeviance } from "./poisson-deviance.ts";
import { stirlingRemainder } from "./stirling-remainder.ts";

/**
 * Probability of at most k successes in n trials.
 *
 * Source: Abramowitz & Stegun (1964), 26.5.24: I_{1−p}(n − k, k + 1).
 *
 * @param k successes; below 0 gives 0, fractions are rounded down
 * @param n trials, a whole number
 * @param p chance of success in one trial, 0–1
 * @returns probability, 0–1
 * @throws RangeError if n is not a whole number or p is outside [0, 1]
 * @example binomialShare(1, 3, 0.5) // 0.5
 */
export function binomialShare(k: number, n: number, p: number): number {
  return binomialTails(k, n, { p, q: 1 - p }).lower;
}

/**
 * Probability of more than k successes in n trials.
 *
 * Source: as {@link binomialShare}.
 *
 * @param k successes; below 0 gives 1, fractions are rounded down
 * @param n trials, a whole number
 * @param p chance of success in one trial, 0–1
 * @returns probability, 0–1
 * @throws RangeError if n is not a whole number or p is outside [0, 1]
 * @example binomialUpperTail(2, 3, 0.5) // 0.125
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  return binomialTails(k, n, { p, q: 1 - p }).upper;
}

/**
 * Probabilities of at most k (`lower`) and of more than k successes (`upper`), for a chance whose distance from 1 is
 * known better than 1 − p can say.
 *
 * Source: as {@link binomialShare}.
 *
 * @param chance p of success and q = 1 − p of failure in one trial
 * @throws RangeError if n is not a whole number or p is outside [0, 1]
 * @example binomialTails(2, 3, { p: 0.5, q: 0.5 }) // { lower: 0.875, upper: 0.125 }
 */
export function binomialTails(
  k: number,
  n: number,
  chance: Chance,
): { readonly lower: number; readonly upper: number } {
  check(k, n, chance);
  const successes = Math.floor(k);
  if (successes < 0) return { lower: 0, upper: 1 };
  if (successes >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = incompleteBeta({ x: chance.p, y: chance.q }, successes + 1, n - successes);
  return { lower: upper, upper: lower };
}

/**
 * Logarithm of the probability of exactly k successes in n trials.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 *
 * @param k successes; −Infinity is returned where it is not a whole number from 0 to n
 * @param n trials, a whole number
 * @param p chance of success in one trial, 0–1
 * @throws RangeError if n is not a whole number or p is outside [0, 1]
 * @example binomialLogProbability(1, 2, 0.5) // -0.693147180559…
 */
export function binomialLogProbability(k: number, n: number, p: number): number {
  check(k, n, { p, q: 1 - p });
  if (!(Number.isInteger(k) && k >= 0 && k <= n)) return Number.NEGATIVE_INFINITY;
  return binomialLogDensity(k, n - k, { p, q: 1 - p });
}

/** A chance and its complement, each exact in itself. */
export type Chance = { readonly p: number; readonly q: number };

/**
 * {@link binomialLogProbability} of numbers of successes and failures that need not be whole.
 *
 * Source: as {@link binomialLogProbability}.
 *
 * @example binomialLogDensity(1, 1, { p: 0.5, q: 0.5 }) // -0.693147180559…
 */
export function binomialLogDensity(successes: number, failures: number, { p, q }: Chance): number {
  const total = successes + failures;
  if (total === 0) return 0;
  if (successes === 0) return failures * (p < 0.1 ? Math.log1p(-p) : Math.log(q));
  if (failures === 0) return successes * (q < 0.1 ? Math.log1p(-q) : Math.log(p));
  const rest = stirlingRemainder(total) - stirlingRemainder(successes) - stirlingRemainder(failures);
  const deviance = poissonDeviance(successes, total * p) + poissonDeviance(failures, total * q);
  return rest - deviance - 0.5 * Math.log(2 * Math.PI * successes * (failures / total));
}

function check(k: number, n: number, { p }: Chance): void {
  if (Number.isNaN(k)) throw new RangeError(`invalid k; must be a number: ${k}`);
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`invalid n; must be a whole number from 0: ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p; not in [0, 1]: ${p}`);
}
