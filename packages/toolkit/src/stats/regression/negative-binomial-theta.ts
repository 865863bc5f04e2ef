import { digamma, trigamma } from "../functions/digamma.ts";
import type { Rows } from "./regression-family.ts";

/** Theta at its maximum likelihood, and the information the counts hold on it there. */
export type ThetaEstimate = { readonly theta: number; readonly information: number };

type Tally = { readonly counts: Float64Array; readonly weights: Float64Array };

const mostSteps = 200;
const runaway = 1e12;

/**
 * Maximum-likelihood theta of negative binomial counts (variance mean + mean² / theta) around fitted means, by Newton
 * steps on its logarithm.
 *
 * Source: Venables & Ripley (2002), Modern Applied Statistics with S, 7.4 (theta.ml); Lawless (1987).
 *
 * @param rows counts, their prior weights and fitted means; the means are not changed
 * @param start where to begin; unless given, from the moments
 * @returns undefined where theta grows without end, which means that the counts do not scatter more than Poisson counts
 * @example negativeBinomialTheta({ y: Float64Array.of(0, 0, 6), prior: Float64Array.of(1, 1, 1), fitted: Float64Array.of(2, 2, 2) }) // { theta: 0.18801… }
 */
export function negativeBinomialTheta(
  rows: Pick<Rows, "y" | "prior" | "fitted">,
  start = momentTheta(rows),
): ThetaEstimate | undefined {
  const tally = tallyCounts(rows);
  let theta = start;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (!(theta > 0 && theta < runaway)) return undefined;
    const { score, information } = derivatives(rows, tally, theta);
    const slope = theta * score;
    const curve = theta * theta * information - slope;
    const step = curve > 0 ? slope / curve : Math.sign(slope);
    const bounded = Math.max(-2, Math.min(2, step));
    theta *= Math.exp(bounded);
    if (Math.abs(bounded) < 1e-9) return { theta, information };
  }
  return undefined;
}

/**
 * Standard error of theta as MASS prints it, so that published tables agree to every digit: from the information one
 * Newton step before the end, where that step is below 1.2e-4. Differs from the error at the maximum by as little.
 *
 * Source: Venables & Ripley (2002), Modern Applied Statistics with S, 7.4 (theta.ml).
 *
 * @returns undefined where these steps do not settle
 * @example thetaError({ y: Float64Array.of(0, 1, 3, 8), prior: Float64Array.of(1, 1, 1, 1), fitted: Float64Array.of(3, 3, 3, 3) }) // 1.07294588…
 */
export function thetaError(rows: Pick<Rows, "y" | "prior" | "fitted">): number | undefined {
  const tally = tallyCounts(rows);
  let theta = momentTheta(rows);
  for (let steps = 0; steps < mostSteps; steps += 1) {
    theta = Math.abs(theta);
    const { score, information } = derivatives(rows, tally, theta);
    theta += score / information;
    if (Math.abs(score / information) <= Number.EPSILON ** 0.25)
      return information > 0 && theta > 0 ? 1 / Math.sqrt(information) : undefined;
  }
  return undefined;
}

function momentTheta({ y, prior, fitted }: Pick<Rows, "y" | "prior" | "fitted">): number {
  let rows = 0;
  let scatter = 0;
  for (let row = 0; row < y.length; row += 1) {
    rows += prior[row] as number;
    scatter += (prior[row] as number) * ((y[row] as number) / (fitted[row] as number) - 1) ** 2;
  }
  const theta = rows / scatter;
  return theta > 1e-6 && theta < 1e9 ? theta : 1;
}

/** Distinct counts with their summed weights: the gamma functions are needed once for each. */
function tallyCounts({ y, prior }: Pick<Rows, "y" | "prior">): Tally {
  const weightByCount = new Map<number, number>();
  for (let row = 0; row < y.length; row += 1)
    weightByCount.set(y[row] as number, (weightByCount.get(y[row] as number) ?? 0) + (prior[row] as number));
  return { counts: Float64Array.from(weightByCount.keys()), weights: Float64Array.from(weightByCount.values()) };
}

/** Score and observed information of the log-likelihood in theta, written so that a huge theta does not cancel. */
function derivatives(
  { y, prior, fitted }: Pick<Rows, "y" | "prior" | "fitted">,
  { counts, weights }: Tally,
  theta: number,
): { readonly score: number; readonly information: number } {
  let score = 0;
  let information = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const { first, second } = gammaDifferences(theta, counts[index] as number);
    score += (weights[index] as number) * first;
    information += (weights[index] as number) * second;
  }
  for (let row = 0; row < y.length; row += 1) {
    const mean = fitted[row] as number;
    const weight = prior[row] as number;
    const total = theta + mean;
    const excess = (y[row] as number) - mean;
    score -= weight * (Math.log1p(mean / theta) + excess / total);
    information -= weight * (mean / (theta * total) + excess / (total * total));
  }
  return { score, information };
}

/** ψ(θ + y) − ψ(θ), and ψ′(θ) − ψ′(θ + y): sums of 1 / (θ + k) and its square over k < y. */
function gammaDifferences(theta: number, count: number): { readonly first: number; readonly second: number } {
  let first = 0;
  let second = 0;
  if (count <= 40 && Number.isInteger(count)) {
    for (let k = count - 1; k >= 0; k -= 1) {
      first += 1 / (theta + k);
      second += 1 / ((theta + k) * (theta + k));
    }
    return { first, second };
  }
  const end = theta + count;
  if (theta < 50) return { first: digamma(end) - digamma(theta), second: trigamma(theta) - trigamma(end) };
  const inverse = 1 / theta;
  const last = 1 / end;
  const gap = count / (theta * end);
  const square = inverse * inverse + inverse * last + last * last;
  return {
    first: Math.log1p(count / theta) + gap / 2 + (gap * (inverse + last)) / 12 - fourth(inverse, last, gap) / 120,
    second: gap + (gap * (inverse + last)) / 2 + (gap * square) / 6 - fifth(inverse, last) / 30,
  };
}

/** a⁴ − b⁴ for a − b = gap, without cancelling. */
function fourth(a: number, b: number, gap: number): number {
  return gap * (a + b) * (a * a + b * b);
}

/** a⁵ − b⁵; a term so small that its own cancelling does not matter. */
function fifth(a: number, b: number): number {
  return a ** 5 - b ** 5;
}
