/**
 * Root of a function by Brent's method that ends, as R's `uniroot` does, once it is known to an absolute tolerance; so
 * it returns the number R returns, not the root. Only to reproduce R: use {@link solveBracketed}.
 *
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4, in the form of Netlib's `zeroin`.
 *
 * @param bracket two points at which the signs differ, and the absolute tolerance
 * @throws RangeError if the function has one sign at both ends
 * @example looseRoot((x) => x - 0.3, { low: 0, high: 1, tolerance: 0.1 }) // 0.3
 */
export function looseRoot(
  f: (x: number) => number,
  { low, high, tolerance }: { readonly low: number; readonly high: number; readonly tolerance: number },
): number {
  let last: Point = { x: low, value: f(low) };
  let best: Point = { x: high, value: f(high) };
  if (last.value === 0) return low;
  if (best.value === 0) return high;
  if (last.value > 0 === best.value > 0)
    throw new RangeError(`invalid bracket; signs must differ: ${last.value}, ${best.value}`);
  let other = last;
  for (let count = 0; count < 1000; count++) {
    const previous = best.x - last.x;
    if (Math.abs(other.value) < Math.abs(best.value)) [last, best, other] = [best, other, best];
    const closeness = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (other.x - best.x) / 2;
    if (Math.abs(half) <= closeness || best.value === 0) return best.x;
    const mayBend = Math.abs(previous) >= closeness && Math.abs(last.value) > Math.abs(best.value);
    const bent = mayBend ? interpolate({ last, best, other }, { previous, closeness }) : undefined;
    const step = bent ?? half;
    const taken = Math.abs(step) < closeness ? (step > 0 ? closeness : -closeness) : step;
    last = best;
    best = { x: best.x + taken, value: f(best.x + taken) };
    if (best.value > 0 === other.value > 0) other = last;
  }
  return best.x;
}

type Point = { readonly x: number; readonly value: number };

/** The step to where a line or an inverse parabola meets zero; undefined if it leads too far. */
function interpolate(
  { last, best, other }: Readonly<Record<"last" | "best" | "other", Point>>,
  { previous, closeness }: { readonly previous: number; readonly closeness: number },
): number | undefined {
  const width = other.x - best.x;
  let p: number;
  let q: number;
  if (last.x === other.x) {
    const slope = best.value / last.value;
    p = width * slope;
    q = 1 - slope;
  } else {
    const far = last.value / other.value;
    const near = best.value / other.value;
    const slope = best.value / last.value;
    p = slope * (width * far * (far - near) - (best.x - last.x) * (near - 1));
    q = (far - 1) * (near - 1) * (slope - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  const within = p < 0.75 * width * q - Math.abs(closeness * q) / 2 && p < Math.abs((previous * q) / 2);
  return within ? p / q : undefined;
}
