/** One incident with several officers: who was there, and the level of force each used. */
export type OfficerIncident = {
  /** Places of the officers in the list of propensities, each at most once. */
  readonly officers: readonly number[];
  /** Level of each of them: 0 is none, and a place in the list of scores. */
  readonly levels: readonly number[];
};

/** The distinct levels of an incident and all ways to have handed out the first few of them, in order of size. */
export type Arrangements = {
  readonly levels: readonly ArrangedLevel[];
  /** For each state, how many officers have a level. */
  readonly layers: Uint16Array;
  /** For each state, the logarithm of the sum of exp(Σ score·propensity) over its arrangements. */
  readonly logSums: Float64Array;
};

/** One distinct level: how many officers have it, and how far apart in the table states lie that differ by one. */
export type ArrangedLevel = { readonly score: number; readonly count: number; readonly stride: number };

const mostStates = 4_000_000;

/**
 * Sums over all distinct ways of handing out the levels of an incident to its officers, by adding one officer at a time
 * (dynamic programme over how many officers have each level). The last entry of `logSums` is the denominator of the
 * conditional likelihood. Takes time in proportion to ∏(kⱼ + 1), kⱼ officers at level j: not for incidents of hundreds
 * of officers at four levels.
 *
 * Formula: S(u) = Σⱼ S(u − eⱼ)·exp(sⱼ·λ of officer |u|), kept as logarithms.
 *
 * Source: Ridgeway (2026), JASA, doi 10.1080/01621459.2025.2597050.
 *
 * @param propensities of the incident's officers, in its order
 * @param levelScores score of each officer's level
 * @throws RangeError if the table would hold more than 4,000,000 states
 * @example stereotypeArrangements([0.3, -0.2, 0.8], [0, 1, 1]).levels // [
 *   { score: 0, count: 1, stride: 1 }, { score: 1, count: 2, stride: 2 },
 * ]
 */
export function stereotypeArrangements(propensities: readonly number[], levelScores: readonly number[]): Arrangements {
  const levels: ArrangedLevel[] = [];
  let states = 1;
  for (const score of [...new Set(levelScores)].sort((a, b) => a - b)) {
    const count = levelScores.filter((other) => other === score).length;
    levels.push({ score, count, stride: states });
    states *= count + 1;
  }
  if (states > mostStates)
    throw new RangeError(`invalid incident; its table must not exceed ${mostStates} states: ${states}`);

  const logSums = new Float64Array(states);
  const layers = new Uint16Array(states);
  for (let state = 1; state < states; state++) {
    let layer = 0;
    for (const { count, stride } of levels) layer += Math.floor(state / stride) % (count + 1);
    layers[state] = layer;
    logSums[state] = logSumInto(state, { levels, logSums, propensity: propensities[layer - 1] ?? 0 });
  }
  return { levels, layers, logSums };
}

/**
 * Whether some officer has the level in this state.
 *
 * @example hasLevel(2, { score: 1, count: 2, stride: 2 }) // true
 */
export function hasLevel(state: number, { count, stride }: ArrangedLevel): boolean {
  return Math.floor(state / stride) % (count + 1) > 0;
}

type Table = Pick<Arrangements, "levels" | "logSums"> & { readonly propensity: number };

function logSumInto(state: number, { levels, logSums, propensity }: Table): number {
  let sum = Number.NEGATIVE_INFINITY;
  for (const level of levels) {
    if (!hasLevel(state, level)) continue;
    const term = (logSums[state - level.stride] ?? 0) + level.score * propensity;
    const top = Math.max(sum, term);
    sum = top + Math.log1p(Math.exp(Math.min(sum, term) - top));
  }
  return sum;
}
