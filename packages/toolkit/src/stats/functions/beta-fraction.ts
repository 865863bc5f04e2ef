import { betaKernel } from "./beta-kernel.ts";

/**
 * I_x(a, b) by continued fraction, accurate relative to its own size; quick where x is below a / (a + b). Not for two
 * parameters far above 100,000: use {@link betaByQuadrature}.
 *
 * Source: Didonato & Morris (1992), ACM Transactions on Mathematical Software 18, 360–373, equation 9 ("bfrac").
 *
 * @param point x and y = 1 − x, each exact in itself
 * @example betaFraction({ x: 0.3, y: 0.7 }, 2, 3) // 0.3483
 */
export function betaFraction(point: { readonly x: number; readonly y: number }, a: number, b: number): number {
  const { x, y } = point;
  const kernel = betaKernel(point, a, b);
  if (kernel === 0) return 0;
  const tiny = 1e-300;
  let value = (a * (a * y - b * x + 1)) / (a + 1) || tiny;
  let c = value;
  let d = 0;
  for (let m = 1; m < 100_000; m++) {
    const width = a + 2 * m;
    const step = ((a + m - 1) / (width - 1)) * ((a + b + m - 1) / (width - 1));
    const numerator = step * m * (b - m) * x * x;
    const denominator =
      m + ((m * (b - m)) / (width - 1)) * x + ((a + m) / (width + 1)) * (a * y - b * x + 1 + m * (1 + y));
    d = 1 / (denominator + numerator * d || tiny);
    c = denominator + numerator / c || tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return Math.min(1, kernel / value);
}
