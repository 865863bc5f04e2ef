import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/** `n-minus-1`: times (N − 1)/N; `yates`: each cell moved by half a count towards what is expected. */
export type ChiSquareCorrection = "none" | "n-minus-1" | "yates";

/** @see twoByTwoChiSquare */
export type TwoByTwoChiSquare = {
  readonly chiSquare: number;
  readonly degrees: 1;
  readonly p: number;
  /** Smallest expected count of the four cells. */
  readonly smallestExpected: number;
};

/**
 * Chi-square test that two groups have the same share. Plain Pearson by default; `n-minus-1` keeps its level down to
 * expected counts of 1, `yates` is too cautious and only for comparison. Not below an expected count of 1: use
 * {@link fisherTest}. Not a measure of how large a difference is.
 *
 * Formula: (|x₁ − E x₁| − c)²·N³/(n₁n₀m(N − m)), m = x₁ + x₀; c = 0, or with Yates the smaller of ½ and |x₁ − E x₁|.
 *
 * Source: Pearson (1900), Philosophical Magazine 50, 157–175; Yates (1934), JRSS Supplement 1, 217–235; N − 1: Campbell
 * (2007), Statistics in Medicine 26, 3661–3675.
 *
 * @returns a refusal if a group is empty, or all or none of the people had the outcome
 * @throws RangeError if a number is not finite
 * @example twoByTwoChiSquare({ count: 7, total: 34 }, { count: 1, total: 34 }) // { chiSquare: 5.1, p: 0.02392…, smallestExpected: 4 }
 */
export function twoByTwoChiSquare(
  first: Proportion,
  reference: Proportion,
  { correction = "none" }: { readonly correction?: ChiSquareCorrection } = {},
): TwoByTwoChiSquare | Refusal {
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  const people = first.total + reference.total;
  const events = first.count + reference.count;
  const fewer = Math.min(events, people - events);
  if (fewer === 0) return { reason: events === 0 ? "no_events" : "zero_cell", detail: "all or none had the outcome" };

  const gap = Math.abs(first.count * reference.total - reference.count * first.total) / people;
  const moved = correction === "yates" ? Math.max(0, gap - 0.5) : gap;
  const variance = ((first.total / people) * (reference.total / people) * events * (people - events)) / people;
  const factor = correction === "n-minus-1" ? (people - 1) / people : 1;
  const chiSquare = (moved ** 2 / variance) * factor;
  const smallestExpected = (Math.min(first.total, reference.total) * fewer) / people;
  return { chiSquare, degrees: 1, p: chiSquareTail(chiSquare, 1), smallestExpected };
}
