/** Where to look for a root, and how closely. */
export type Bracket = {
  readonly low: number;
  readonly high: number;
  /** Largest relative error of the root. */
  readonly tolerance?: number;
  /** Largest absolute error of the root; 0 if absent. */
  readonly absoluteTolerance?: number;
  readonly maximumSteps?: number;
};

/**
 * Root of a continuous function between two points where its sign differs, by Brent's method. Never leaves the
 * bracket and never needs more than about 100 calls for ordinary functions. Not for functions that touch zero without
 * crossing it, and not for several roots: it finds one of them.
 *
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
 *
 * @throws RangeError if the bracket is not a range, or the function has one sign (or NaN) at both ends
 * @example solveBracketed((x) => x * x - 2, { low: 0, high: 2 }) // 1.414213562373…
 */
export function solveBracketed(f: (x: number) => number, bracket: Bracket): number {
  const { low, high, tolerance = 1e-15, absoluteTolerance = 0, maximumSteps = 300 } = bracket;
  if (!(low <= high)) throw new RangeError(`invalid bracket; low must not exceed high: ${low}, ${high}`);
  let a = low;
  let b = high;
  let valueA = f(a);
  let valueB = f(b);
  if (valueA === 0) return a;
  if (valueB === 0) return b;
  if (!(valueA < 0 !== valueB < 0) || Number.isNaN(valueA) || Number.isNaN(valueB)) {
    throw new RangeError(`invalid bracket; signs must differ at ${low} and ${high}: ${valueA}, ${valueB}`);
  }
  let c = a;
  let valueC = valueA;
  let step = b - a;
  let previous = step;
  for (let count = 0; count < maximumSteps; count++) {
    if (valueB < 0 === valueC < 0) {
      c = a;
      valueC = valueA;
      step = b - a;
      previous = step;
    }
    if (Math.abs(valueC) < Math.abs(valueB)) {
      [a, b, c] = [b, c, b];
      [valueA, valueB, valueC] = [valueB, valueC, valueB];
    }
    const closeness =
      2 * Number.EPSILON * Math.abs(b) + 0.5 * tolerance * Math.abs(b) + 0.5 * absoluteTolerance + Number.MIN_VALUE;
    const middle = 0.5 * (c - b);
    if (Math.abs(middle) <= closeness || valueB === 0) return b;
    const proposed = interpolate({ a, b, c, valueA, valueB, valueC });
    const limit = Math.min(3 * Math.abs(middle) - Math.abs(closeness), Math.abs(previous));
    const usable = Math.abs(previous) >= closeness && Math.abs(valueA) > Math.abs(valueB);
    if (usable && proposed / middle > 0 && 2 * Math.abs(proposed) < limit) {
      previous = step;
      step = proposed;
    } else {
      step = middle;
      previous = middle;
    }
    a = b;
    valueA = valueB;
    b += Math.abs(step) > closeness ? step : Math.sign(middle) * closeness;
    valueB = f(b);
  }
  return b;
}

type Points = Readonly<Record<"a" | "b" | "c" | "valueA" | "valueB" | "valueC", number>>;

/** Step from b towards the root: inverse quadratic through three points, or the secant through two; NaN if neither. */
function interpolate({ a, b, c, valueA, valueB, valueC }: Points): number {
  const s = valueB / valueA;
  const middle = 0.5 * (c - b);
  if (a === c) return (2 * middle * s) / (s - 1) || Number.NaN;
  const q = valueA / valueC;
  const r = valueB / valueC;
  const p = s * (2 * middle * q * (q - r) - (b - a) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1));
}
