import { solveBracketed } from "../functions/solve-bracketed.ts";

/**
 * The ratio at which a falling score statistic takes a given value, searched on the logarithm of the ratio from a
 * starting ratio outwards. Not for a statistic that rises or is flat.
 *
 * Source: the inversion of a score test, Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226; Brent's method.
 *
 * @param score statistic as a function of the ratio, falling
 * @param target value the score shall take
 * @param start positive ratio from which the search widens
 * @throws RangeError if the score does not take the value for a ratio between e⁻⁷⁰⁰ and e⁷⁰⁰
 * @example scoreLimit((ratio) => -Math.log(ratio), -1, 1) // 2.71828…
 */
export function scoreLimit(score: (ratio: number) => number, target: number, start: number): number {
  const excess = (logRatio: number): number => score(Math.exp(logRatio)) - target;
  const origin = Math.log(start);
  const direction = excess(origin) > 0 ? 1 : -1;
  let near = origin;
  for (let width = 0.25; width <= 1024; width *= 2) {
    const far = Math.max(-700, Math.min(700, origin + direction * width));
    if (excess(far) * direction <= 0)
      return Math.exp(
        solveBracketed(excess, { low: Math.min(near, far), high: Math.max(near, far), tolerance: 1e-13 }),
      );
    near = far;
  }
  throw new RangeError(`invalid score; must reach the target: ${target}`);
}
