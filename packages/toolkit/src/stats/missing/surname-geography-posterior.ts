import type { Refusal } from "../refusal.ts";

/** People of one group: in one area, and in all areas together. */
export type AreaPopulation = { readonly inArea: number; readonly inAll: number };

/**
 * Probability of each group for a person of a given surname living in a given area (Bayesian improved surname
 * geocoding): P(group | surname, area) ∝ P(group | surname) · P(area | group). Without a surname, the area's own mix.
 * Add the probabilities up over many people; never assign a person the likeliest group, which biases every
 * comparison, and never store the result beside a person in public data. Assumes that surname and area are
 * independent within a group. Not for officers, and not where the surname list does not fit the population.
 *
 * Source: Elliott et al. (2009), Health Services and Outcomes Research Methodology 9, 69–83; Chen et al. (2019),
 * Fairness Under Unawareness (bias of thresholds).
 *
 * @param surnameShares share of people with the surname in each group; undefined if the surname is not known
 * @param populations of the same groups, in the same order; a group of nobody has probability 0
 * @returns probabilities that sum to 1, or a refusal if nobody fits both
 * @throws RangeError if lengths differ, a number is negative or not finite, or a share exceeds 1
 * @example surnameGeographyPosterior([0.6, 0.4], [{ inArea: 10, inAll: 100 }, { inArea: 30, inAll: 100 }])
 *   // [0.3333…, 0.6666…]
 */
export function surnameGeographyPosterior(
  surnameShares: readonly number[] | undefined,
  populations: readonly AreaPopulation[],
): readonly number[] | Refusal {
  if (surnameShares !== undefined && surnameShares.length !== populations.length)
    throw new RangeError(
      `invalid surnameShares; one for each population: ${surnameShares.length}, ${populations.length}`,
    );
  for (const share of surnameShares ?? [])
    if (!(0 <= share && share <= 1)) throw new RangeError(`invalid surname share; not in [0, 1]: ${share}`);
  for (const { inArea, inAll } of populations) {
    if (!(inArea >= 0 && inAll >= 0 && Number.isFinite(inArea + inAll)))
      throw new RangeError(`invalid population; must be finite numbers, not negative: ${inArea}, ${inAll}`);
    if (inArea > inAll) return { reason: "count_exceeds_total", detail: `${inArea} in the area, ${inAll} in all` };
  }
  const weights = populations.map(({ inArea, inAll }, index) => {
    if (inArea === 0) return 0;
    return surnameShares === undefined ? inArea : ((surnameShares[index] ?? 0) * inArea) / inAll;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return { reason: "no_overlap", detail: "no group has both the surname and people in the area" };
  return weights.map((weight) => weight / total);
}

/**
 * Expected number of people of each group: the sum of their probabilities. The right use of the probabilities; counts
 * of likeliest groups are biased. Carries the error of the model, which no interval here shows.
 *
 * Source: Chen et al. (2019), Fairness Under Unawareness: Assessing Disparity When Protected Class Is Unobserved.
 *
 * @param posteriors one list for each person, groups in the same order
 * @throws RangeError if the lists differ in length
 * @example expectedGroupCounts([[0.25, 0.75], [0.5, 0.5]]) // [0.75, 1.25]
 */
export function expectedGroupCounts(posteriors: readonly (readonly number[])[]): readonly number[] {
  const groups = posteriors[0]?.length ?? 0;
  const counts = new Array<number>(groups).fill(0);
  for (const posterior of posteriors) {
    if (posterior.length !== groups)
      throw new RangeError(`invalid posteriors; lists of one length: ${groups}, ${posterior.length}`);
    posterior.forEach((probability, index) => {
      counts[index] = (counts[index] ?? 0) + probability;
    });
  }
  return counts;
}
