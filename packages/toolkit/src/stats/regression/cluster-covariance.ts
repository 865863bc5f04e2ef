import { sandwichProduct } from "../matrices/multiply.ts";
import { weightedCrossProduct } from "../matrices/weighted-cross-product.ts";
import type { Refusal } from "../refusal.ts";
import { placeCovariance } from "./place-coefficients.ts";
import type { CoefficientCovariance, ScoredFit } from "./regression-fit.ts";

/** A covariance from clusters, with how many there are: with fewer than 40 use Student's t on clusters − 1. */
export type ClusterCovariance = CoefficientCovariance & { readonly clusters: number };

/**
 * Covariance of coefficients for rows that come in groups (officers, neighbourhoods) within which anything may be
 * correlated. CR0 sums scores within clusters, CR1 multiplies by G / (G − 1), CR1S further by (N − 1) / (N − K).
 * CR0 and CR1 do not change when rows with the same predictors are added together within a cluster. Not with few
 * clusters: below 40 use t(G − 1), below 10 do not publish a p value from it.
 *
 * Source: Liang & Zeger (1986), Biometrika 73, 13–22; Cameron & Miller (2015), J. Human Resources 50, 317–372.
 *
 * @param clusters one key per row
 * @returns a refusal "too_few_clusters" with fewer than two, "too_few_units" where CR1S has no degrees of freedom
 * @throws RangeError if there is not one key per row
 * @example clusterCovariance({ design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, observations: 2, scores: Float64Array.of(-1, 1), workingWeights: Float64Array.of(2, 2), basis: { conditioned: { rows: 2, values: Float64Array.of(1, 1), kept: [0], aliased: [], turn: undefined }, inverse: Float64Array.of(0.25) } }, ["a", "b"], { kind: "CR1" }) // { standardErrors: [0.5], clusters: 2 }
 */
export function clusterCovariance(
  fit: ScoredFit,
  clusters: ArrayLike<string | number>,
  { kind }: { readonly kind: "CR0" | "CR1" | "CR1S" },
): ClusterCovariance | Refusal {
  const { basis, design, scores, observations } = fit;
  const { conditioned, inverse } = basis;
  if (clusters.length !== design.rows)
    throw new RangeError(`invalid clusters; must have ${design.rows} values: ${clusters.length}`);
  const { places, count } = numberClusters(clusters, fit.workingWeights);
  if (count < 2) return { reason: "too_few_clusters", detail: `${count}` };
  const size = conditioned.kept.length;
  if (kind === "CR1S" && observations <= size)
    return { reason: "too_few_units", detail: `${observations} rows for ${size} coefficients` };
  const sums = new Float64Array(count * size);
  for (let column = 0; column < size; column += 1) {
    const at = column * design.rows;
    const from = column * count;
    for (let row = 0; row < design.rows; row += 1) {
      const place = from + (places[row] as number);
      sums[place] = (sums[place] as number) + (conditioned.values[at + row] as number) * (scores[row] as number);
    }
  }
  const meat = weightedCrossProduct(sums, count, new Float64Array(count).fill(1));
  const small = kind === "CR0" ? 1 : count / (count - 1);
  const scale = kind === "CR1S" ? (small * (observations - 1)) / (observations - size) : small;
  return { ...placeCovariance(design, basis, { inner: sandwichProduct(inverse, meat, size), scale }), clusters: count };
}

/** Rows without information belong to a cluster too, but do not make one. */
function numberClusters(
  clusters: ArrayLike<string | number>,
  weights: Float64Array,
): { readonly places: Int32Array; readonly count: number } {
  const placeByKey = new Map<string | number, number>();
  const places = new Int32Array(clusters.length);
  for (let row = 0; row < clusters.length; row += 1) {
    if (weights[row] === 0) continue;
    const key = clusters[row] as string | number;
    let place = placeByKey.get(key);
    if (place === undefined) {
      place = placeByKey.size;
      placeByKey.set(key, place);
    }
    places[row] = place;
  }
  return { places, count: placeByKey.size };
}
