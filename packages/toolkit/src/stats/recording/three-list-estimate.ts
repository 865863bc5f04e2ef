import { poissonDeviance } from "../functions/poisson-deviance.ts";
import { poissonLogProbability } from "../functions/poisson-probability.ts";
import type { Refusal } from "../refusal.ts";

/** Which of three lists an event is on: `101` is on the first and the third. */
export type ListHistory = "100" | "010" | "001" | "110" | "101" | "011" | "111";

/** Events by the lists they are on. */
export type ThreeLists = Readonly<Record<ListHistory, number>>;

/** Two lists that make each other more or less likely. */
export type DependentPair = "first-second" | "first-third" | "second-third";

/** @see threeListEstimate */
export type ThreeListEstimate = {
  /** Pairs that the model lets depend on each other. */
  readonly dependent: readonly DependentPair[];
  /** Estimated number of events on no list. */
  readonly unseen: number;
  /** Seen and unseen. */
  readonly total: number;
  /** How far the model is from the seven counts, with its degrees of freedom; and Akaike's criterion. */
  readonly deviance: number;
  readonly degrees: number;
  readonly aic: number;
};

/**
 * How many events there were, from three lists that each miss some: the Poisson log-linear model of the seven counts,
 * continued to the events on no list. Each pair of lists may be let depend on each other; all three together cannot
 * be checked. The models have closed forms (with no dependence, the root of a quadratic), so there is nothing to
 * converge. Not for lists that were made from one another, and not without the other models beside it: see
 * {@link threeListEstimates}.
 *
 * Source: Fienberg (1972), Biometrika 59, 591–603; Bishop, Fienberg & Holland (1975), Discrete Multivariate Analysis,
 * ch. 6; Darroch (1958), Biometrika 45, 343–359 (no dependence).
 *
 * @param counts whole numbers
 * @param options.dependent pairs that may depend on each other; none if not given
 * @returns a refusal if there are no events, or the overlaps that the model needs are empty
 * @throws RangeError if a count is not a whole number from 0
 * @example threeListEstimate({ "100": 40, "010": 30, "001": 25, "110": 12, "101": 10, "011": 8, "111": 6 })
 *   // { unseen: 83.6345…, total: 214.6345…, deviance: 1.3437…, degrees: 3, aic: 41.2720… }
 */
export function threeListEstimate(
  counts: ThreeLists,
  { dependent = [] }: { readonly dependent?: readonly DependentPair[] } = {},
): ThreeListEstimate | Refusal {
  for (const history of histories)
    if (!(Number.isInteger(counts[history]) && counts[history] >= 0))
      throw new RangeError(`invalid count of ${history}; must be a whole number from 0: ${counts[history]}`);
  const pairs = allPairs.filter((pair) => dependent.includes(pair));
  const seen = sum(histories.map((history) => counts[history]));
  if (seen === 0) return { reason: "no_events" };
  const { unseen, fitted } = fit(counts, pairs);
  if (!Number.isFinite(unseen)) return { reason: "zero_cell", detail: "no overlap to tell the unseen from" };
  const terms = histories.map((history) => {
    const [count, mean] = [counts[history], Math.max(0, fitted[history])];
    return { deviance: 2 * poissonDeviance(count, mean), log: poissonLogProbability(count, mean) };
  });
  return {
    dependent: pairs,
    unseen,
    total: seen + unseen,
    deviance: sum(terms.map(({ deviance }) => deviance)),
    degrees: 3 - pairs.length,
    aic: -2 * sum(terms.map(({ log }) => log)) + 2 * (4 + pairs.length),
  };
}

/**
 * Every model of which pairs of lists depend on each other, best (lowest AIC) first; models that cannot be fitted are
 * left out. Show the range of totals, not the best one alone: the AIC cannot tell how the unseen differ.
 *
 * Source: see {@link threeListEstimate}.
 *
 * @throws RangeError if a count is not a whole number from 0
 * @example threeListEstimates({ "100": 5, "010": 3, "001": 2, "110": 1, "101": 0, "011": 1, "111": 1 }).length // 6
 */
export function threeListEstimates(counts: ThreeLists): readonly ThreeListEstimate[] {
  const subsets = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => allPairs.filter((_, index) => bits & (1 << index)));
  const models = subsets.map((dependent) => threeListEstimate(counts, { dependent }));
  return models
    .filter((model): model is ThreeListEstimate => !("reason" in model))
    .toSorted((left, right) => left.aic - right.aic);
}

const histories = ["100", "010", "001", "110", "101", "011", "111"] as const satisfies readonly ListHistory[];
const allPairs = ["first-second", "first-third", "second-third"] as const satisfies readonly DependentPair[];

type Fit = { readonly unseen: number; readonly fitted: ThreeLists };

function fit(counts: ThreeLists, pairs: readonly DependentPair[]): Fit {
  const [pair] = pairs;
  if (pair === undefined) return independentFit(counts);
  if (pairs.length === 3) return saturatedFit(counts);
  // The list that stands apart: outside the only pair, or in both of two.
  const apart = pairs.length === 1 ? outside(pair) : outside(allPairs.find((one) => !pairs.includes(one)) ?? pair);
  const turned = swapWithThird(counts, apart);
  const { unseen, fitted } = pairs.length === 1 ? onePairFit(turned) : twoPairFit(turned);
  return { unseen, fitted: swapWithThird(fitted, apart) };
}

const outside = (pair: DependentPair): 0 | 1 | 2 => (pair === "second-third" ? 0 : pair === "first-third" ? 1 : 2);

function swapWithThird(counts: ThreeLists, list: 0 | 1 | 2): ThreeLists {
  const turn = (history: string): ListHistory => {
    const marks = [...history];
    [marks[list], marks[2]] = [marks[2] ?? "", marks[list] ?? ""];
    return marks.join("") as ListHistory;
  };
  return recordOf((history) => counts[turn(history)]);
}

function recordOf(read: (history: ListHistory) => number): ThreeLists {
  return Object.fromEntries(histories.map((history) => [history, read(history)])) as Record<ListHistory, number>;
}

/** The unseen u solve (u + M − n₁)(u + M − n₂)(u + M − n₃) = (u + M)² u, whose cubes cancel. */
function independentFit(counts: ThreeLists): Fit {
  const listed = [0, 1, 2].map((list) =>
    sum(histories.filter((history) => history[list] === "1").map((one) => counts[one])),
  );
  const seen = sum(histories.map((history) => counts[history]));
  const [a = 0, b = 0, c = 0] = listed.map((count) => seen - count);
  const overlap = sum(listed) - seen;
  if (overlap === 0) return { unseen: Number.POSITIVE_INFINITY, fitted: counts };
  const linear = a * b + a * c + b * c - seen * seen;
  const root = Math.sqrt(linear * linear + 4 * overlap * a * b * c);
  const unseen = linear > 0 ? (linear + root) / (2 * overlap) : (2 * a * b * c) / (root - linear);
  const total = seen + unseen;
  const fitted = recordOf((history) =>
    listed.reduce((mean, count, list) => (mean * (history[list] === "1" ? count : total - count)) / total, total),
  );
  return { unseen, fitted };
}

/** First and second depend on each other, the third on neither. */
function onePairFit(counts: ThreeLists): Fit {
  const without = counts["100"] + counts["010"] + counts["110"];
  const withThird = counts["101"] + counts["011"] + counts["111"];
  const both = (on: ListHistory, off: ListHistory): number => counts[on] + counts[off];
  const part = (sumOfBoth: number, side: number): number =>
    without + withThird === 0 ? 0 : (sumOfBoth * side) / (without + withThird);
  const fitted = {
    "001": counts["001"],
    "100": part(both("100", "101"), without),
    "101": part(both("100", "101"), withThird),
    "010": part(both("010", "011"), without),
    "011": part(both("010", "011"), withThird),
    "110": part(both("110", "111"), without),
    "111": part(both("110", "111"), withThird),
  };
  return { unseen: product(counts["001"], without, withThird), fitted };
}

/** The third depends on the first and on the second, which are independent given the third. */
function twoPairFit(counts: ThreeLists): Fit {
  const all = counts["001"] + counts["101"] + counts["011"] + counts["111"];
  const first = { on: counts["101"] + counts["111"], off: counts["001"] + counts["011"] };
  const second = { on: counts["011"] + counts["111"], off: counts["001"] + counts["101"] };
  const part = (one: number, other: number): number => (all === 0 ? 0 : (one * other) / all);
  const fitted = {
    ...counts,
    "001": part(first.off, second.off),
    "101": part(first.on, second.off),
    "011": part(first.off, second.on),
    "111": part(first.on, second.on),
  };
  return { unseen: product(counts["100"], counts["010"], counts["110"]), fitted };
}

function saturatedFit(counts: ThreeLists): Fit {
  const ones = counts["111"] * counts["100"] * counts["010"];
  return { unseen: product(ones, counts["001"], counts["110"] * counts["101"] * counts["011"]), fitted: counts };
}

/** a·b/c, Infinity if c is 0: without the overlap nothing bounds the unseen. */
const product = (a: number, b: number, c: number): number => (c === 0 ? Number.POSITIVE_INFINITY : (a / c) * b);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
