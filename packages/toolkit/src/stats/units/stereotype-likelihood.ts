import { type OfficerIncident, stereotypeArrangements } from "./stereotype-arrangements.ts";

/** How strongly each officer tends to higher force than colleagues, and how far apart the levels of force are. */
export type StereotypeModel = {
  /** One number per officer, λ. Only differences between officers who share incidents mean anything. */
  readonly propensities: readonly number[];
  /** One number per level of force, 0 first, not falling. */
  readonly scores: readonly number[];
};

/** @see stereotypeLikelihood */
export type StereotypeLikelihood = {
  readonly logLikelihood: number;
  /** For each incident, the logarithm of the sum over all distinct ways its levels could have been handed out. */
  readonly logDenominators: readonly number[];
};

/**
 * How likely it is that, of the officers at each incident, those who used more force did so, given which levels were
 * used. Whatever the officers share (place, time, the person, the call) drops out. Compares officers with colleagues
 * present: not how often anyone uses force, not whether force was right, and nothing about race. Incidents in which all
 * used the same level say nothing.
 *
 * Formula: Σ over incidents of [Σᵢ s(yᵢ)λᵢ − log Σ over distinct permutations y* of y of exp(Σᵢ s(y*ᵢ)λᵢ)].
 *
 * Source: Ridgeway (2026), JASA, doi 10.1080/01621459.2025.2597050.
 *
 * @param incidents officers and levels; where officers who used none are not recorded, number the levels from the lowest
 *   recorded one
 * @throws RangeError if an officer is listed twice in an incident, has no propensity, or a level has no score
 * @example stereotypeLikelihood([{ officers: [0, 1], levels: [3, 0] }], {
 *   propensities: [1, -1], scores: [0, 1, 1.5, 2],
 * }) // { logLikelihood: -0.018149…, logDenominators: [2.018149…] }
 */
export function stereotypeLikelihood(
  incidents: readonly OfficerIncident[],
  { propensities, scores }: StereotypeModel,
): StereotypeLikelihood {
  let logLikelihood = 0;
  const logDenominators = incidents.map((incident) => {
    const present = propensitiesOf(incident, propensities);
    const levelScores = scoresOf(incident, scores);
    const denominator = stereotypeArrangements(present, levelScores).logSums.at(-1) ?? 0;
    if (new Set(levelScores).size > 1)
      logLikelihood += present.reduce((sum, value, place) => sum + value * (levelScores[place] ?? 0), -denominator);
    return denominator;
  });
  return { logLikelihood, logDenominators };
}

/**
 * Scores of the levels that the officers of an incident used, in the incident's order.
 *
 * @throws RangeError if the lists differ in length or a level has no score
 * @example scoresOf({ officers: [4, 7], levels: [2, 0] }, [0, 1, 1.5]) // [1.5, 0]
 */
export function scoresOf({ officers, levels }: OfficerIncident, scores: readonly number[]): readonly number[] {
  if (officers.length !== levels.length)
    throw new RangeError(`invalid levels; one for each of ${officers.length} officers: ${levels.length}`);
  return levels.map((level) => {
    const score = scores[level];
    if (score === undefined || !Number.isFinite(score))
      throw new RangeError(`invalid level; needs a score, one of ${scores.length}: ${level}`);
    return score;
  });
}

function propensitiesOf({ officers }: OfficerIncident, propensities: readonly number[]): readonly number[] {
  if (new Set(officers).size !== officers.length)
    throw new RangeError(`invalid officers; each at most once in an incident: ${officers}`);
  return officers.map((officer) => {
    const propensity = propensities[officer];
    if (propensity === undefined || !Number.isFinite(propensity))
      throw new RangeError(`invalid officer; needs a propensity, one of ${propensities.length}: ${officer}`);
    return propensity;
  });
}
