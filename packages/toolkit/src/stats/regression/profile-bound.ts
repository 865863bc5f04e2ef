import { type BiasReducedPoint, type BiasReducedProblem, biasReducedFit } from "./bias-reduced-fit.ts";

/** Which coefficient, how far the penalised likelihood may fall, and on which side. */
export type ProfileQuestion = { readonly place: number; readonly cut: number; readonly side: -1 | 1 };

const mostWidenings = 60;
const mostSteps = 100;

/**
 * Where, on one side of its estimate, the penalised likelihood with one coefficient held and the others at their best
 * has fallen to `cut`. Internal to {@link firthLogistic} and {@link firthPoisson}.
 *
 * Source: Heinze & Schemper (2002), Statistics in Medicine 21, 2409–2419.
 *
 * @returns undefined if no such place is found; coefficients to start again from if the likelihood rises above its
 * supposed top on the way, which then was only a lower hill
 * @example profileBound({ family: { name: "poisson", hasCurvature: false, start: (y, prior, into) => into.set(y.map((count) => Math.log(count + 0.1))), bound: (y) => (y === 0 ? "below" : "none"), evaluate: ({ y, linear, fitted, weight, score }) => { y.forEach((count, row) => { fitted[row] = Math.exp(linear[row]); weight[row] = fitted[row]; score[row] = count - fitted[row]; }); return 2 * y.reduce((sum, count, row) => sum + count * Math.log(count / fitted[row]) - score[row], 0); } }, values: Float64Array.of(1, 1), y: Float64Array.of(1, 3), offset: Float64Array.of(0, 0), prior: Float64Array.of(1, 1), halfSlope: () => 0.5, logLikelihood: (count, linear) => count * linear - Math.exp(linear) }, { coefficients: Float64Array.of(0.8109302162163288), penalised: 0.04639, inverse: Float64Array.of(0.2222), iterations: 1 }, { place: 0, cut: -1.8743, side: 1 }) // 1.6…
 */
export function profileBound(
  problem: BiasReducedProblem,
  best: BiasReducedPoint,
  { place, cut, side }: ProfileQuestion,
): number | Float64Array | undefined {
  const size = best.coefficients.length;
  const center = best.coefficients[place] as number;
  const width = Math.sqrt(best.inverse[place * size + place] as number);
  let inner = { at: center, above: best.penalised - cut, start: best.coefficients };
  let reach = width;
  for (let widening = 0; widening < mostWidenings; widening += 1, reach *= 1.5) {
    const outer = height(problem, { place, cut, at: center + side * reach, start: inner.start });
    if (outer === undefined) return undefined;
    if (outer.above > best.penalised - cut + 1e-7) return outer.start;
    if (outer.above < 0) return close(problem, { place, cut }, inner, outer);
    inner = outer;
  }
  return undefined;
}

type Height = { readonly at: number; readonly above: number; readonly start: Float64Array };

function height(
  problem: BiasReducedProblem,
  { place, cut, at, start }: { place: number; cut: number; at: number; start: Float64Array },
): Height | undefined {
  const held = start.slice();
  held[place] = at;
  const point = biasReducedFit(problem, held, place);
  return point && { at, above: point.penalised - cut, start: point.coefficients };
}

/** Illinois' false position between a place above the cut and one below. */
function close(
  problem: BiasReducedProblem,
  { place, cut }: { place: number; cut: number },
  inside: Height,
  outside: Height,
): number | undefined {
  let inner = inside;
  let outer = outside;
  for (let step = 0; step < mostSteps; step += 1) {
    const at = outer.at + ((inner.at - outer.at) * outer.above) / (outer.above - inner.above);
    const next = height(problem, { place, cut, at, start: inner.start });
    if (next === undefined) return undefined;
    if (Math.abs(next.above) < 1e-10 || Math.abs(outer.at - inner.at) < 1e-12 * Math.abs(at)) return at;
    if (next.above > 0) {
      inner = next;
      outer = { ...outer, above: outer.above / 2 };
    } else {
      outer = next;
      inner = { ...inner, above: inner.above / 2 };
    }
  }
  return undefined;
}
