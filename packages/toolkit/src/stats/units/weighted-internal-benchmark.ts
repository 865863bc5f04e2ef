import { type DesignMatrix, designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { logisticRegression } from "../regression/logistic-regression.ts";
import { robustCovariance } from "../regression/robust-covariance.ts";

/** Contacts of an officer and of peers, one entry per contact in each list. */
export type BenchmarkContacts = {
  /** Whether the contact is the officer's. */
  readonly own: readonly boolean[];
  /** Whether it ended in the event that is compared. */
  readonly event: readonly boolean[];
  /** What could make contacts differ: place, time, assignment, reason; an intercept among them. */
  readonly design: DesignMatrix;
};

/** @see weightedInternalBenchmark */
export type WeightedInternalBenchmark = {
  /** Share of the officer's contacts with the event. */
  readonly share: number;
  /** Share of the peers' contacts, weighted to look like the officer's. */
  readonly peerShare: number;
  /** Logarithm of the odds ratio of officer to weighted peers, adjusted once more for the predictors. */
  readonly logOddsRatio: number;
  readonly standardError: number;
  readonly score: number;
  /** Number of equally weighted peer contacts that would carry as much information. */
  readonly peerEffectiveSize: number;
  /** Largest difference of a predictor's mean, officer less weighted peers, in its standard deviations. */
  readonly largestImbalance: number;
};

/**
 * As {@link internalBenchmark}, where contacts have too many features to sort them into cells: peers' contacts are
 * weighted by how much they look like the officer's, and the comparison is adjusted for the features once more, so that
 * either of the two models may be wrong (doubly robust). Not to be shown with an effective size below 100 peers, fewer
 * than 75 contacts or an imbalance above 0.1; never a finding.
 *
 * Formula: p(x) = P(own | x) by logistic regression; weights 1 for the officer, p/(1 − p) for peers; weighted logistic
 * regression of the event on x and own, errors of the HC0 form; effective size (Σw)²/Σw².
 *
 * Source: Ridgeway & MacDonald (2009), JASA 104, 661–668; Kang & Schafer (2007), Statistical Science 22, 523–539.
 *
 * @param contacts lists of one length
 * @returns `no_overlap` where the features tell the officer's contacts from all others, or what the weighted regression
 *   refuses, such as `separated` where the officer has no event
 * @throws RangeError if lists differ in length or the officer or the peers have no contact
 * @example weightedInternalBenchmark({
 *   own: [true, true, true, false, false, false, false, false],
 *   event: [true, true, false, true, false, false, false, false],
 *   design: { rows: 8, columns: ["all"], values: new Float64Array(8).fill(1) },
 * }) // { share: 0.6666…, peerShare: 0.2, logOddsRatio: 2.07944…, peerEffectiveSize: 5 }
 */
export function weightedInternalBenchmark(contacts: BenchmarkContacts): WeightedInternalBenchmark | Refusal {
  const { own, event, design } = contacts;
  for (const [name, list] of Object.entries({ own, event }))
    if (list.length !== design.rows)
      throw new RangeError(`invalid ${name}; must have ${design.rows} values: ${list.length}`);
  if (!(own.includes(true) && own.includes(false)))
    throw new RangeError("invalid own; must hold contacts of the officer and of peers");

  const flags = Float64Array.from(own, Number);
  const chance = logisticRegression({ design, y: flags });
  if (isRefusal(chance)) return { reason: "no_overlap", detail: chance.detail ?? chance.reason };
  const weights = chance.fitted.map((share, row) => (own[row] ? 1 : share / (1 - share)));

  const columns = design.columns.map((name, column) => ({ name, values: columnOf(design, column) }));
  const outcome = logisticRegression({
    design: designMatrix([...columns, { name: "own contact", values: flags }]),
    y: Float64Array.from(event, Number),
    weights,
  });
  if (isRefusal(outcome)) return outcome;
  const robust = robustCovariance(outcome, { kind: "HC0" });
  if (isRefusal(robust)) return robust;
  const logOddsRatio = outcome.coefficients.at(-1) ?? null;
  const standardError = robust.standardErrors.at(-1) ?? null;
  if (logOddsRatio === null || standardError === null || !(standardError > 0)) return { reason: "aliased" };

  const peers = weights.map((weight, row) => (own[row] ? 0 : weight));
  const events = Float64Array.from(event, Number);
  return {
    share: weightedMean(events, flags),
    peerShare: weightedMean(events, peers),
    logOddsRatio,
    standardError,
    score: logOddsRatio / standardError,
    peerEffectiveSize: sum(peers) ** 2 / sum(peers.map((weight) => weight ** 2)),
    largestImbalance: Math.max(...columns.map(({ values }) => imbalance(values, flags, peers))),
  };
}

function columnOf({ values, rows }: DesignMatrix, column: number): Float64Array {
  return values.subarray(column * rows, (column + 1) * rows);
}

function imbalance(values: Float64Array, own: Float64Array, peers: Float64Array): number {
  const mean = sum(values) / values.length;
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
  if (!(deviation > 1e-12 * Math.abs(mean))) return 0;
  return Math.abs(weightedMean(values, own) - weightedMean(values, peers)) / deviation;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  return sum(values.map((value, row) => value * (weights[row] ?? 0))) / sum(weights);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
