import { binomialLogProbability } from "./binomial-probability.ts";
import { poissonLogProbability } from "./poisson-probability.ts";

/** Gives the next random number in [0, 1); see seededRandom. */
export type Random = () => number;

/**
 * A random count from the Poisson distribution, for simulations. Exact for every mean; its cost grows with the square
 * root of the mean. Not for means above 1e12.
 *
 * Source: inversion outwards from the mode (Devroye 1986, Non-Uniform Random Variate Generation, III.2).
 *
 * @throws RangeError if the mean is not in [0, 1e12]
 * @example randomPoisson(0, () => 0.5) // 0
 */
export function randomPoisson(mean: number, random: Random): number {
  if (!(mean >= 0 && mean <= 1e12)) throw new RangeError(`invalid mean; not in [0, 1e12]: ${mean}`);
  if (mean === 0) return 0;
  const mode = Math.floor(mean);
  return invert(random(), {
    mode,
    peak: Math.exp(poissonLogProbability(mode, mean)),
    highest: Number.POSITIVE_INFINITY,
    rising: (k) => mean / (k + 1),
  });
}

/**
 * A random number of successes in n trials, for simulations. Its cost grows with the square root of n.
 *
 * Source: as {@link randomPoisson}.
 *
 * @throws RangeError if the number of trials is not whole or the chance is outside [0, 1]
 * @example randomBinomial({ trials: 10, chance: 1 }, () => 0.5) // 10
 */
export function randomBinomial(
  { trials, chance }: { readonly trials: number; readonly chance: number },
  random: Random,
): number {
  if (!(Number.isInteger(trials) && trials >= 0)) throw new RangeError(`invalid trials; must be whole: ${trials}`);
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`invalid chance; not in [0, 1]: ${chance}`);
  if (chance === 0 || trials === 0) return 0;
  if (chance === 1) return trials;
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  const odds = chance / (1 - chance);
  return invert(random(), {
    mode,
    peak: Math.exp(binomialLogProbability(mode, trials, chance)),
    highest: trials,
    rising: (k) => ((trials - k) / (k + 1)) * odds,
  });
}

/**
 * A random number from the gamma distribution with this shape and rate 1, for simulations.
 *
 * Source: Marsaglia & Tsang (2000), ACM Transactions on Mathematical Software 26, 363–372.
 *
 * @throws RangeError if the shape is not positive
 * @example randomGamma(2, () => 0.5) // 0.5619081230…
 */
export function randomGamma(shape: number, random: Random): number {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid shape; must be positive: ${shape}`);
  if (shape < 1) return randomGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = randomNormal(random);
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * A random number from the standard normal distribution, for simulations.
 *
 * Source: Box & Muller (1958), Annals of Mathematical Statistics 29, 610–611.
 *
 * @example randomNormal(() => 0.5) // -1.17741002251…
 */
export function randomNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

type Counts = {
  readonly mode: number;
  readonly peak: number;
  readonly highest: number;
  /** Probability of k + 1 over that of k. */
  readonly rising: (k: number) => number;
};

/** Takes probabilities off the draw, from the likeliest count outwards on both sides, until nothing is left of it. */
function invert(draw: number, { mode, peak, highest, rising }: Counts): number {
  let left = draw - peak;
  if (left < 0) return mode;
  let [up, above] = [mode, peak];
  let [down, below] = [mode, peak];
  while (above > 1e-20 || below > 1e-20) {
    above = up < highest ? above * rising(up) : 0;
    up += 1;
    left -= above;
    if (left < 0) return up;
    below = down > 0 ? below / rising(down - 1) : 0;
    down -= 1;
    left -= below;
    if (left < 0) return down;
  }
  return mode;
}
