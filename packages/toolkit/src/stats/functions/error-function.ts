/**
 * The error function, 2/√π ∫₀ˣ exp(−t²) dt. Not for tails: use {@link errorFunctionComplement}.
 *
 * Source: Abramowitz & Stegun (1964), 7.1.6, all terms positive.
 *
 * @example errorFunction(0.5) // 0.52049987781304…
 */
export function errorFunction(x: number): number {
  const size = Math.abs(x);
  const value = size < 1.5 ? series(size) : 1 - errorFunctionComplement(size);
  return x < 0 ? -value : value;
}

/**
 * 1 − erf(x), accurate relative to its own size until it underflows near x = 26.6.
 *
 * Source: Abramowitz & Stegun (1964), 7.1.6 below 1.5 and the contracted continued fraction 7.1.14 above.
 *
 * @example errorFunctionComplement(2) // 0.0046777349810472…
 * @example errorFunctionComplement(-0.5) // 1.52049987781304…
 */
export function errorFunctionComplement(x: number): number {
  if (x < 1.5) return x < 0 ? 1 + errorFunction(-x) : 1 - series(x);
  return x > 27.5 ? 0 : squareExponential(x) * scaledErrorFunctionComplement(x);
}

/**
 * exp(x²) · erfc(x) for x from 0: the tail with its exponential taken out, so that it never underflows.
 *
 * Source: as {@link errorFunctionComplement}.
 *
 * @throws RangeError if x is negative
 * @example scaledErrorFunctionComplement(100) // 0.00564161378298…
 */
export function scaledErrorFunctionComplement(x: number): number {
  if (!(x >= 0)) throw new RangeError(`invalid x; must not be negative: ${x}`);
  if (x < 1.5) return Math.exp(x * x) * (1 - series(x));
  if (x > 1e8) return 1 / (x * Math.sqrt(Math.PI));
  let b = x * x + 0.5;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 500; n++) {
    const numerator = -n * (n - 0.5);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return (value * x) / Math.sqrt(Math.PI);
}

function series(x: number): number {
  const square = 2 * x * x;
  let term = x;
  let sum = x;
  for (let n = 1; n < 200 && term > sum * 1e-17; n++) {
    term *= square / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** exp(−x²) with the rounding error of x² put back, which matters where x² is in the hundreds. */
function squareExponential(x: number): number {
  const coarse = Math.round(x * 1024) / 1024;
  return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
}
