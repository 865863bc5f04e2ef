import { betaKernel } from "./beta-kernel.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { logOnePlusRemainder } from "./log-one-plus-remainder.ts";

const nodes = gaussLegendre(20);
const panels = 4;

/**
 * I_x(a, b) for two large parameters and an x at or below about a / (a + b): the density is integrated from x downwards
 * until nothing is left of it. Its cost does not grow with the parameters. Not for parameters below 1,000.
 *
 * Source: Press et al. (2007), Numerical Recipes, 6.4 ("betaiapprox"), with the density relative to its value at x.
 *
 * @param point x and y = 1 − x, each exact in itself
 * @example betaByQuadrature({ x: 0.5, y: 0.5 }, 1e6, 1e6) // 0.5000000000…
 */
export function betaByQuadrature(point: { readonly x: number; readonly y: number }, a: number, b: number): number {
  const { x, y } = point;
  const slope = (a * y - b * x) / (x * y);
  const curvature = a / x ** 2 + b / y ** 2;
  const steepness = Math.max(0, slope);
  const reach = Math.min(x, 90 / (steepness + Math.sqrt(steepness ** 2 + 90 * curvature)));
  const panel = reach / panels;
  let sum = 0;
  for (let index = 0; index < panels; index++) {
    for (const { position, weight } of nodes) {
      const shift = panel * (index + 0.5 + position / 2);
      const logRatio = a * logOnePlusRemainder(-shift / x) + b * logOnePlusRemainder(shift / y) - slope * shift;
      sum += (weight * Math.exp(logRatio)) / ((x - shift) * (y + shift));
    }
  }
  return Math.min(1, betaKernel(point, a, b) * sum * (panel / 2));
}
