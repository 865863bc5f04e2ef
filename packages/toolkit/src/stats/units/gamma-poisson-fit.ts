import { digamma } from "../functions/digamma.ts";
import { logOnePlusRemainder } from "../functions/log-one-plus-remainder.ts";
import { stirlingRemainder } from "../functions/stirling-remainder.ts";
import type { Refusal } from "../refusal.ts";
import type { GammaPrior } from "./gamma-posterior.ts";
import { checkUnits, sumUnits, type UnitCount } from "./unit-count.ts";

/** Units differ no more than chance would make them: all share one rate, and no spread can be estimated. */
export type NoHeterogeneity = Refusal & { readonly reason: "no_heterogeneity"; readonly meanRate: number };

const lowestShape = 2 ** -20;
const highestShape = 2 ** 44;

/**
 * The spread of underlying rates among units, as a gamma distribution, by maximum likelihood. Equal to a negative
 * binomial regression with only an intercept and the exposures. Not for fewer than about 20 units when the result is
 * used as if it were known.
 *
 * Formula: count ~ Poisson(λ·exposure), λ ~ Gamma(a, a/m). For each a the mean m solves
 * Σ(y − em)/(1 + em/a) = 0; a is where Σ[ψ(a + y) − ψ(a) + log(a/(a + em)) − (y − em)/(a + em)] changes sign, and the
 * likelihood there exceeds that of a single rate. The search covers shapes from 2⁻²⁰ to 2⁴⁴.
 *
 * Source: Clayton & Kaldor (1987), Biometrics 43, 671–681.
 *
 * @param units counts and exposures; a unit with neither is allowed and says nothing
 * @returns `no_heterogeneity`, with the common rate, where chance explains the spread; `too_few_units` below two,
 *   `no_exposure` if a unit has a count without exposure, `no_events`
 * @throws RangeError if a count or exposure is negative or not finite
 * @example gammaPoissonFit([
 *   { count: 12, exposure: 300 }, { count: 0, exposure: 60 }, { count: 40, exposure: 510 }, { count: 3, exposure: 90 },
 * ]) // { shape: 4.2535…, rate: 93.573… }
 */
export function gammaPoissonFit(units: readonly UnitCount[]): GammaPrior | NoHeterogeneity | Refusal {
  checkUnits(units);
  if (units.some((unit) => unit.exposure === 0 && unit.count > 0)) return { reason: "no_exposure" };
  const exposed = units.filter((unit) => unit.exposure > 0);
  if (exposed.length < 2) return { reason: "too_few_units", detail: "at least two units are needed" };
  const total = sumUnits(exposed);
  if (total.count === 0) return { reason: "no_events" };

  const single = total.count / total.exposure;
  let best: GammaPrior | undefined;
  let bestGain = 0;
  for (const shape of stationaryShapes(exposed)) {
    const mean = meanGivenShape(exposed, shape);
    const gain = gainOverSingleRate(exposed, { shape, mean, single });
    if (gain <= bestGain) continue;
    bestGain = gain;
    best = { shape, rate: shape / mean };
  }
  return best ?? { reason: "no_heterogeneity", detail: "units differ no more than chance would", meanRate: single };
}

/** Shapes at which the profile likelihood has a maximum. */
function stationaryShapes(units: readonly UnitCount[]): readonly number[] {
  const found: number[] = [];
  let low = lowestShape;
  let lowScore = shapeScore(units, low);
  while (low < highestShape) {
    const high = low * 4;
    const highScore = shapeScore(units, high);
    if (lowScore > 0 && highScore <= 0) found.push(bisect(units, low, high));
    low = high;
    lowScore = highScore;
  }
  return found;
}

function bisect(units: readonly UnitCount[], from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 60 && high / low > 1 + 1e-13; step++) {
    const middle = Math.sqrt(low * high);
    if (shapeScore(units, middle) > 0) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** Derivative of the profile log likelihood by the shape. */
function shapeScore(units: readonly UnitCount[], shape: number): number {
  const mean = meanGivenShape(units, shape);
  let sum = 0;
  for (const { count, exposure } of units) {
    const expected = exposure * mean;
    sum += digammaRise(shape, count) + logOnePlusRemainder(relativeGap(count, expected, shape));
  }
  return sum;
}

/** ψ(a + y) − ψ(a) − log(1 + y/a), without cancellation where the shape is large. */
function digammaRise(shape: number, count: number): number {
  if (count === 0) return 0;
  const top = shape + count;
  if (shape < 30) return digamma(top) - digamma(shape) - Math.log1p(count / shape);
  const [a, b] = [1 / shape, 1 / top];
  const gap = (count / shape) * b;
  const squares = a ** 2 + b ** 2;
  return gap * (1 / 2 + (a + b) * (1 / 12 - squares / 120 + (squares ** 2 - (a * b) ** 2) / 252));
}

/** Newton's method kept between the lowest and the highest rate, where the only root lies. */
function meanGivenShape(units: readonly UnitCount[], shape: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const { count, exposure } of units) {
    low = Math.min(low, count / exposure);
    high = Math.max(high, count / exposure);
  }
  const total = sumUnits(units);
  let mean = total.count / total.exposure;
  for (let step = 0; step < 200; step++) {
    let score = 0;
    let slope = 0;
    for (const { count, exposure } of units) {
      const spread = 1 + (exposure * mean) / shape;
      score += (count - exposure * mean) / spread;
      slope += (exposure * (1 + count / shape)) / spread ** 2;
    }
    if (score > 0) low = mean;
    else high = mean;
    const newton = mean + score / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - mean) <= 1e-15 * mean) return next;
    mean = next;
  }
  return mean;
}

/** Log likelihood under the gamma spread less that under one rate, written so that large terms do not cancel. */
function gainOverSingleRate(
  units: readonly UnitCount[],
  { shape, mean, single }: { readonly shape: number; readonly mean: number; readonly single: number },
): number {
  let gain = sumUnits(units).count * logOnePlusRemainder((mean - single) / single);
  for (const { count, exposure } of units) {
    const expected = exposure * mean;
    gain += (shape + count) * logOnePlusRemainder(relativeGap(count, expected, shape));
    gain += (count - expected) ** 2 / (shape + expected) - Math.log1p(count / shape) / 2;
    gain += stirlingRemainder(shape + count) - stirlingRemainder(shape);
  }
  return gain;
}

function relativeGap(count: number, expected: number, shape: number): number {
  return Math.max(-1 + Number.EPSILON, (count - expected) / (shape + expected));
}
