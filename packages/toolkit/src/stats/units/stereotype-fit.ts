import { type CholeskyFactor, choleskyFactor, choleskyInverse, choleskySolve } from "../matrices/cholesky.ts";
import type { Refusal } from "../refusal.ts";
import { connectedUnits } from "./connected-units.ts";
import { type OfficerIncident, stereotypeArrangements } from "./stereotype-arrangements.ts";
import { scoresOf, stereotypeLikelihood } from "./stereotype-likelihood.ts";
import { stereotypeMoments } from "./stereotype-moments.ts";

/** @see stereotypeFit */
export type StereotypeFitOptions = {
  readonly officers: number;
  /** One number per level of force, 0 first, rising: by policy rank, not estimated. */
  readonly scores: readonly number[];
  /** Standard deviation of propensities before any incident is seen. */
  readonly priorDeviation?: number;
};

/** @see stereotypeFit */
export type StereotypeFit = {
  readonly officers: readonly OfficerPropensity[];
  /** Log of likelihood times prior at the estimates, without the prior's constant. */
  readonly logPosteriorKernel: number;
};

/** One officer's estimate, on the scale of the model. */
export type OfficerPropensity = {
  readonly propensity: number;
  readonly deviation: number;
  /** Officers with the same number are joined by shared incidents; others cannot be compared. */
  readonly network: number;
};

const largestNetwork = 2000;
const steps = 100;

/**
 * How strongly each officer tends to higher force than colleagues at the same incidents: the most probable propensities
 * under a normal prior, with the standard deviations of the normal approximation there. Only differences within a
 * network mean anything; an officer who shared no informative incident keeps the prior. Not a ranking, not a finding,
 * and not for networks of more than 2,000 officers.
 *
 * Formula: maximise conditional log likelihood − Σλ²/(2·priorDeviation²), a concave function, by Newton's method, one
 * network at a time; deviations from the inverse of the negative Hessian.
 *
 * Source: Ridgeway (2026), JASA, doi 10.1080/01621459.2025.2597050, with fixed scores.
 *
 * @param incidents officers by place from 0, and levels
 * @returns `not_converged` if Newton's method does not settle
 * @throws RangeError if an officer is listed twice in an incident or is out of range, a level has no score, the prior
 *   deviation is not positive or a network is too large
 * @example stereotypeFit([{ officers: [0, 1], levels: [1, 0] }], { officers: 2, scores: [0, 1] }) // {
 *   officers: [{ propensity: 0.33741…, network: 0 }, { propensity: -0.33741…, network: 0 }],
 * }
 */
export function stereotypeFit(
  incidents: readonly OfficerIncident[],
  { officers, scores, priorDeviation = 1 }: StereotypeFitOptions,
): StereotypeFit | Refusal {
  if (!(priorDeviation > 0 && Number.isFinite(priorDeviation)))
    throw new RangeError(`invalid priorDeviation; must be finite and positive: ${priorDeviation}`);
  const informative = incidents.filter((incident) => new Set(scoresOf(incident, scores)).size > 1);
  const networks = connectedUnits(
    officers,
    informative.map((incident) => incident.officers),
  );
  const found = networks.map((network) => ({ propensity: 0, deviation: priorDeviation, network }));
  for (const [network, members] of membersOf(networks)) {
    if (members.length < 2) continue;
    const shared = informative.filter((incident) => networks[incident.officers[0] ?? -1] === network);
    const fitted = fitNetwork(shared, { members, scores, precision: priorDeviation ** -2 });
    if (fitted === undefined) return { reason: "not_converged", detail: `network of officer ${network}` };
    for (const [place, officer] of members.entries())
      found[officer] = { propensity: fitted.values[place] ?? 0, deviation: fitted.deviations[place] ?? 0, network };
  }
  const propensities = found.map(({ propensity }) => propensity);
  const prior = propensities.reduce((sum, value) => sum + (value / priorDeviation) ** 2 / 2, 0);
  const { logLikelihood } = stereotypeLikelihood(incidents, { propensities, scores });
  return { officers: found, logPosteriorKernel: logLikelihood - prior };
}

function membersOf(networks: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  for (const [officer, network] of networks.entries()) {
    const list = members.get(network);
    if (list === undefined) members.set(network, [officer]);
    else list.push(officer);
  }
  return members;
}

type Network = { readonly members: readonly number[]; readonly scores: readonly number[]; readonly precision: number };
type Fitted = { readonly values: Float64Array; readonly deviations: readonly number[] };

function fitNetwork(incidents: readonly OfficerIncident[], network: Network): Fitted | undefined {
  const size = network.members.length;
  if (size > largestNetwork)
    throw new RangeError(`invalid incidents; a network must not exceed ${largestNetwork} officers: ${size}`);
  const placeByOfficer = new Map(network.members.map((officer, place) => [officer, place]));
  const local = incidents.map((incident) => ({
    places: incident.officers.map((officer) => placeByOfficer.get(officer) ?? 0),
    levelScores: scoresOf(incident, network.scores),
  }));
  let values: Float64Array = new Float64Array(size);
  let current = kernelAt(local, values, network.precision);
  for (let step = 0; step < steps; step++) {
    const { gradient, curvature } = slopesAt(local, values, network.precision);
    const factor = choleskyFactor(curvature, size);
    if (factor === undefined) return undefined;
    const move = choleskySolve(factor, gradient);
    if (move.every((change) => Math.abs(change) < 1e-9)) return { values, deviations: deviationsOf(factor) };
    const next = climb(values, move, current, (at) => kernelAt(local, at, network.precision));
    if (next === undefined) return undefined;
    ({ values, value: current } = next);
  }
  return undefined;
}

type LocalIncident = { readonly places: readonly number[]; readonly levelScores: readonly number[] };

function kernelAt(incidents: readonly LocalIncident[], values: Float64Array, precision: number): number {
  let sum = values.reduce((total, value) => total - (precision * value ** 2) / 2, 0);
  for (const { places, levelScores } of incidents) {
    const propensities = places.map((place) => values[place] ?? 0);
    sum += propensities.reduce((total, value, index) => total + value * (levelScores[index] ?? 0), 0);
    sum -= stereotypeArrangements(propensities, levelScores).logSums.at(-1) ?? 0;
  }
  return sum;
}

function slopesAt(incidents: readonly LocalIncident[], values: Float64Array, precision: number) {
  const size = values.length;
  const gradient = values.map((value) => -precision * value);
  const curvature = new Float64Array(size * size);
  for (let place = 0; place < size; place++) curvature[place * size + place] = precision;
  for (const { places, levelScores } of incidents) {
    const { means, covariances } = stereotypeMoments(
      places.map((place) => values[place] ?? 0),
      levelScores,
    );
    for (const [one, place] of places.entries()) {
      gradient[place] = (gradient[place] ?? 0) + (levelScores[one] ?? 0) - (means[one] ?? 0);
      for (const [other, column] of places.entries()) {
        const at = place * size + column;
        curvature[at] = (curvature[at] ?? 0) + (covariances[one]?.[other] ?? 0);
      }
    }
  }
  return { gradient, curvature };
}

/** Halves the step until the function no longer falls; rounding at the top is allowed for. */
function climb(
  from: Float64Array,
  move: Float64Array,
  value: number,
  kernel: (at: Float64Array) => number,
): { readonly values: Float64Array; readonly value: number } | undefined {
  for (let share = 1; share > 1e-9; share /= 2) {
    const values = from.map((start, place) => start + share * (move[place] ?? 0));
    const reached = kernel(values);
    if (reached >= value - 1e-12 * (1 + Math.abs(value))) return { values, value: reached };
  }
  return undefined;
}

function deviationsOf(factor: CholeskyFactor): readonly number[] {
  const inverse = choleskyInverse(factor);
  return Array.from({ length: factor.size }, (_, place) => Math.sqrt(inverse[place * factor.size + place] ?? 0));
}
