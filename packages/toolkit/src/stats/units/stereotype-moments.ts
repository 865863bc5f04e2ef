import { type Arrangements, hasLevel, stereotypeArrangements } from "./stereotype-arrangements.ts";

/** @see stereotypeMoments */
export type StereotypeMoments = {
  readonly logDenominator: number;
  /** Expected score of each officer. */
  readonly means: readonly number[];
  /** Covariance of the scores of each pair of officers. */
  readonly covariances: readonly (readonly number[])[];
};

/**
 * Mean and covariance of officers' scores when an incident's levels are handed out at random, in proportion to
 * exp(Σ score·propensity): the slope and curvature of the conditional likelihood. Walks the table of arrangements
 * backwards as a Markov chain, so that all numbers stay probabilities. Not for an incident whose officers all used the
 * same level: its covariances are 0.
 *
 * Formula: P(officer |u| has level j | state u) = exp(log S(u − eⱼ) + sⱼλ − log S(u)).
 *
 * Source: Ridgeway (2026), JASA, doi 10.1080/01621459.2025.2597050; backward sampling as in any hidden Markov chain.
 *
 * @param propensities of the incident's officers
 * @param levelScores score of each officer's level
 * @throws RangeError as {@link stereotypeArrangements}
 * @example stereotypeMoments([0, 0], [0, 1]).covariances // [[0.25, -0.25], [-0.25, 0.25]]
 */
export function stereotypeMoments(propensities: readonly number[], levelScores: readonly number[]): StereotypeMoments {
  const table = stereotypeArrangements(propensities, levelScores);
  const steps = stepProbabilities(table, propensities);
  const reached = reachProbabilities(table, steps);
  const officers = propensities.length;
  const means = new Array<number>(officers).fill(0);
  const products = propensities.map(() => new Array<number>(officers).fill(0));
  for (let first = 0; first < officers; first++) addProducts({ table, steps, reached, first, means, products });
  const covariances = products.map((row, one) =>
    row.map((_, other) => {
      const product = products[Math.min(one, other)]?.[Math.max(one, other)] ?? 0;
      return product - (means[one] ?? 0) * (means[other] ?? 0);
    }),
  );
  return { logDenominator: table.logSums.at(-1) ?? 0, means, covariances };
}

/** For each level, and each state, the probability that the officer who came last has that level. */
function stepProbabilities(table: Arrangements, propensities: readonly number[]): readonly Float64Array[] {
  const { levels, layers, logSums } = table;
  return levels.map((level) => {
    const step = new Float64Array(logSums.length);
    for (let state = 1; state < step.length; state++) {
      if (!hasLevel(state, level)) continue;
      const propensity = propensities[(layers[state] ?? 0) - 1] ?? 0;
      const before = (logSums[state - level.stride] ?? 0) + level.score * propensity;
      step[state] = Math.exp(before - (logSums[state] ?? 0));
    }
    return step;
  });
}

/** Probability that a random arrangement passes through each state. */
function reachProbabilities({ levels, logSums }: Arrangements, steps: readonly Float64Array[]): Float64Array {
  const reached = new Float64Array(logSums.length);
  reached[reached.length - 1] = 1;
  for (let state = reached.length - 1; state > 0; state--)
    for (const [place, { stride }] of levels.entries()) {
      const step = steps[place]?.[state] ?? 0;
      if (step > 0) reached[state - stride] = (reached[state - stride] ?? 0) + (reached[state] ?? 0) * step;
    }
  return reached;
}

type Walk = {
  readonly table: Arrangements;
  readonly steps: readonly Float64Array[];
  readonly reached: Float64Array;
  /** The officer whose score is followed through the later states. */
  readonly first: number;
  readonly means: number[];
  readonly products: readonly number[][];
};

/** Expected products of one officer's score with those of all later ones. */
function addProducts({ table, steps, reached, first, means, products }: Walk): void {
  const { levels, layers } = table;
  const row = products[first] ?? [];
  const expected = new Float64Array(reached.length);
  for (let state = 1; state < reached.length; state++) {
    const officer = (layers[state] ?? 0) - 1;
    if (officer < first) continue;
    let mean = 0;
    let product = 0;
    for (const [place, { score, stride }] of levels.entries()) {
      const step = steps[place]?.[state] ?? 0;
      if (step === 0) continue;
      const carried = officer === first ? score : (expected[state - stride] ?? 0);
      mean += step * carried;
      product += step * carried * score;
    }
    expected[state] = mean;
    row[officer] = (row[officer] ?? 0) + (reached[state] ?? 0) * product;
    if (officer === first) means[first] = (means[first] ?? 0) + (reached[state] ?? 0) * mean;
  }
}
