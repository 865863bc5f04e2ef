import { gammaKernel, gammaShare, gammaTail } from "./gamma-tail.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-tail.ts";
import { solveNewton } from "./solve-newton.ts";

/** Parameters of a gamma distribution, and which side `p` is counted from. */
export type GammaOptions = {
  readonly shape: number;
  /** Inverse of the scale; 1 if absent. */
  readonly rate?: number;
  /** "upper": `p` is the probability above the quantile. */
  readonly tail?: "lower" | "upper";
};

/**
 * Quantile of the gamma distribution: the x below which a share p of it lies. With a whole shape it gives exact limits
 * of a Poisson count. Not for a shape of 0, which has no distribution.
 *
 * Source: Newton's method on the logarithm of the smaller tail, from the start of Wilson & Hilferty (1931).
 *
 * @param p probability, 0–1
 * @returns quantile, 0 or above, in units of 1 / rate
 * @throws RangeError if p is outside [0, 1] or a parameter is not positive
 * @example gammaQuantile(0.975, { shape: 1 }) // 3.688879454113…
 */
export function gammaQuantile(p: number, options: GammaOptions): number {
  const { shape, rate = 1, tail = "lower" } = options;
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p; not in [0, 1]: ${p}`);
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid shape; must be positive: ${shape}`);
  if (!(rate > 0)) throw new RangeError(`invalid rate; must be positive: ${rate}`);
  if (p === 0 || p === 1) return (p === 1) === (tail === "lower") ? Number.POSITIVE_INFINITY : 0;
  const useLower = (tail === "lower") === p <= 0.5;
  const target = p <= 0.5 ? p : 1 - p;
  const share = useLower ? gammaShare : gammaTail;
  const sign = useLower ? 1 : -1;
  const logTarget = Math.log(target);
  const logRatio = solveNewton(
    (u) => {
      const x = shape * Math.exp(u);
      const area = share(shape, x);
      return { value: sign * (Math.log(area) - logTarget), slope: (shape * gammaKernel(shape, x)) / area };
    },
    {
      low: -745,
      start: start(shape, sign * normalQuantile(target), useLower ? logTarget : Math.log1p(-target)),
      high: 700 - Math.log(Math.max(1, shape)),
      noise: 2e-16,
    },
  );
  return (shape * Math.exp(logRatio)) / rate;
}

/** First guess of ln(x / shape): Wilson & Hilferty's cube, or the leading power near 0. */
function start(shape: number, z: number, logShare: number): number {
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (cube > 0.2 && (shape > 1 || z > 0)) return 3 * Math.log(cube);
  return Math.max(-745, (logShare + logGamma(shape + 1)) / shape - Math.log(shape));
}
