import { isRefusal, type Refusal } from "../refusal.ts";
import { fisherTest } from "./fisher-test.ts";
import { twoByTwoChiSquare } from "./two-by-two-chi-square.ts";
import type { Proportion } from "./two-proportion-test.ts";

/** @see twoByTwoTest */
export type TwoByTwoTest = { readonly p: number; readonly method: "n-minus-1-chi-square" | "fisher-mid-p" };

/**
 * Whether two groups' shares differ by more than chance, by the test that suits the size of the table: the N − 1
 * chi-square when every expected count is at least 1, else Fisher's mid-p. Not a measure of how large a difference is:
 * see {@link riskRatio} and {@link riskDifference}.
 *
 * Source: Campbell (2007), Statistics in Medicine 26, 3661–3675; Lancaster (1961), JASA 56, 223–234.
 *
 * @returns a refusal if a group is empty, or all or none of the people had the outcome
 * @throws RangeError if a number is not finite
 * @example twoByTwoTest({ count: 7, total: 34 }, { count: 1, total: 34 }) // { p: 0.02498…, method: "n-minus-1-chi-square" }
 */
export function twoByTwoTest(first: Proportion, reference: Proportion): TwoByTwoTest | Refusal {
  const chiSquare = twoByTwoChiSquare(first, reference, { correction: "n-minus-1" });
  if (isRefusal(chiSquare)) return chiSquare;
  if (chiSquare.smallestExpected >= 1) return { p: chiSquare.p, method: "n-minus-1-chi-square" };
  const fisher = fisherTest(first, reference);
  return isRefusal(fisher) ? fisher : { p: fisher.midP, method: "fisher-mid-p" };
}
