import { scaledErrorFunctionComplement } from "./error-function.ts";
import { logOnePlusRemainder } from "./log-one-plus-remainder.ts";

const terms = 26;
const coefficients = expansionCoefficients();

/**
 * Both tails of the regularised incomplete gamma function for a large shape and a limit near it, by Temme's uniform
 * expansion: ½ erfc(±η √(a/2)) ± exp(−½aη²) S(η) / √(2πa), with ½η² = x/a − 1 − ln(x/a). Its cost does not grow with
 * the shape. Not for shapes below 25 or limits more than 40% from the shape.
 *
 * Source: Temme (1979), SIAM Journal on Mathematical Analysis 10, 757–766; recursion of Gil, Segura & Temme (2012),
 * SIAM Journal on Scientific Computing 34, A2965–A2981.
 *
 * @throws RangeError if the shape or the limit is outside the range of the expansion
 * @example temmeGamma(1e9, 1e9) // { lower: 0.50000420522…, upper: 0.49999579477… }
 */
export function temmeGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (!(a >= 25)) throw new RangeError(`invalid a; must be at least 25: ${a}`);
  const excess = (x - a) / a;
  if (!(Math.abs(excess) <= 0.4)) throw new RangeError(`invalid x; not within 40% of ${a}: ${x}`);
  const halfSquare = -logOnePlusRemainder(excess);
  const exponential = Math.exp(-a * halfSquare);
  const eta = Math.sign(excess) * Math.sqrt(2 * halfSquare);
  const half = 0.5 * scaledErrorFunctionComplement(Math.sqrt(a * halfSquare));
  const rest = correction(a, eta) / Math.sqrt(2 * Math.PI * a);
  if (excess >= 0) {
    const upper = exponential * (half + rest);
    return { lower: 1 - upper, upper };
  }
  const lower = exponential * (half - rest);
  return { lower, upper: 1 - lower };
}

function correction(a: number, eta: number): number {
  const b = new Array<number>(terms).fill(0);
  b[terms - 1] = coefficients[terms] ?? 0;
  b[terms - 2] = coefficients[terms - 1] ?? 0;
  for (let m = terms - 2; m >= 1; m--) b[m - 1] = (coefficients[m] ?? 0) + ((m + 1) * (b[m + 1] ?? 0)) / a;
  const sum = b.reduceRight((total, coefficient) => total * eta + coefficient, 0);
  return sum / (1 + (b[1] ?? 0) / a);
}

/** Taylor coefficients of η / (λ − 1) in η, where ½η² = λ − 1 − ln λ: 1, −1/3, 1/12, −2/135, … */
function expansionCoefficients(): readonly number[] {
  const lambda = [0, 1];
  for (let k = 2; k <= terms + 1; k++) {
    let sum = lambda[k - 1] ?? 0;
    for (let j = 2; j < k; j++) sum -= j * (lambda[j] ?? 0) * (lambda[k - j + 1] ?? 0);
    lambda.push(sum / (k + 1));
  }
  const reciprocal = [1];
  for (let k = 1; k <= terms; k++) {
    let sum = 0;
    for (let j = 1; j <= k; j++) sum -= (lambda[j + 1] ?? 0) * (reciprocal[k - j] ?? 0);
    reciprocal.push(sum);
  }
  return reciprocal;
}
