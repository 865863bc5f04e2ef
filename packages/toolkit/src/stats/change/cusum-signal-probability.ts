import { poissonShare } from "../functions/poisson-probability.ts";
import { cusumAllowance } from "./cusum.ts";

/** A chart that is to run over periods with the same expected count. */
export type CusumPlan = {
  readonly expected: number;
  /** The count that really prevails; `expected` if left out, and then every signal is a false alarm. */
  readonly actual?: number;
  readonly ratio: number;
  readonly threshold?: number;
  readonly periods: number;
};

/**
 * How likely a {@link cusum} chart is to signal within a number of periods: with `actual` left out, the chance of a
 * false alarm; with the changed count as `actual`, the chance to notice. The sum's path is followed as a Markov chain
 * on 301 levels between 0 and the threshold, right to about 1 in 100. Not for counts that vary more than Poisson
 * counts, which signal more often, nor for expected counts that differ between periods.
 *
 * Source: Brook & Evans (1972), Biometrika 59, 539–549; Lucas (1985), Technometrics 27, 129–144.
 *
 * @returns probability, 0–1
 * @throws RangeError if a number is outside its range; periods at most 10,000
 * @example cusumSignalProbability({ expected: 4, ratio: 2, threshold: 1000, periods: 1 }) // 0
 */
export function cusumSignalProbability(plan: CusumPlan): number {
  const { expected, actual = expected, ratio, threshold = 5, periods } = plan;
  for (const [name, value] of Object.entries({ expected, actual, threshold }))
    if (!(value > 0 && value < Infinity)) throw new RangeError(`invalid ${name}; must be positive: ${value}`);
  if (!(Number.isInteger(periods) && periods >= 0 && periods <= 10_000))
    throw new RangeError(`invalid periods; not a whole number in 0–10,000: ${periods}`);
  const moves = levelMoves(plan, { actual, threshold, allowance: cusumAllowance(ratio) * expected });
  let levels = new Float64Array(size);
  levels[0] = 1;
  for (let period = 0; period < periods; period++) levels = step(levels, moves);
  return Math.min(1, Math.max(0, 1 - levels.reduce((sum, share) => sum + share, 0)));
}

const size = 301;

/** Chance that one period moves the sum by at most (d − ½) widths, for d from −size to size. */
function levelMoves(
  { ratio }: CusumPlan,
  { actual, threshold, allowance }: Readonly<Record<"actual" | "threshold" | "allowance", number>>,
): Float64Array {
  const width = (2 * threshold) / (2 * size - 1);
  return Float64Array.from({ length: 2 * size + 2 }, (_, index) => {
    const most = (index - size - 0.5) * width;
    if (ratio > 1) return poissonShare(Math.floor(allowance + most), actual);
    return 1 - poissonShare(Math.ceil(allowance - most) - 1, actual);
  });
}

function step(levels: Float64Array, moves: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(size);
  for (let from = 0; from < size; from++) {
    const share = levels[from] ?? 0;
    if (share < 1e-300) continue;
    for (let to = 0; to < size; to++) {
      const high = moves[to - from + 1 + size] ?? 0;
      const low = to === 0 ? 0 : (moves[to - from + size] ?? 0);
      next[to] = (next[to] ?? 0) + share * (high - low);
    }
  }
  return next;
}
