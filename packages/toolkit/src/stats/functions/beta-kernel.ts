import { poissonDeviance } from "./poisson-deviance.ts";
import { stirlingRemainder } from "./stirling-remainder.ts";

/**
 * x^a (1 − x)^b / B(a, b): the density of a beta distribution times x (1 − x), without overflow or cancellation for
 * large parameters.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 *
 * @param point x and y = 1 − x, each exact in itself
 * @example betaKernel({ x: 0.5, y: 0.5 }, 1, 1) // 0.25
 */
export function betaKernel(point: { readonly x: number; readonly y: number }, a: number, b: number): number {
  return Math.exp(logBetaKernel(point, a, b));
}

/**
 * The logarithm of {@link betaKernel}, for tails beyond the smallest number.
 *
 * Source: as {@link betaKernel}.
 *
 * @example logBetaKernel({ x: 0.5, y: 0.5 }, 1, 1) // -1.386294361119…
 */
export function logBetaKernel(point: { readonly x: number; readonly y: number }, a: number, b: number): number {
  const total = a + b;
  const rest = stirlingRemainder(total) - stirlingRemainder(a) - stirlingRemainder(b);
  const deviance = poissonDeviance(a, total * point.x) + poissonDeviance(b, total * point.y);
  return rest - deviance + 0.5 * Math.log(Math.min(a, b) * (Math.max(a, b) / total)) - 0.5 * Math.log(2 * Math.PI);
}
