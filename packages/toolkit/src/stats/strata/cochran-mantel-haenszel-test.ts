import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { riskStrataRefusal } from "./strata-refusal.ts";
import type { RiskStratum } from "./stratum.ts";

/** @see cochranMantelHaenszelTest */
export type CochranMantelHaenszel = { readonly chiSquare: number; readonly degrees: 1; readonly p: number };

/**
 * Whether two groups' shares differ within strata by more than chance, without continuity correction. Finds
 * differences that point the same way in most strata; not those that cancel, and not how large a difference is.
 *
 * Formula: (Σ(x₁ − E x₁))²/ΣVar x₁ with E x₁ = m·n₁/N and Var x₁ = n₁n₀m(N − m)/(N²(N − 1)), m = x₁ + x₀.
 *
 * Source: Cochran (1954), Biometrics 10, 417–451; Mantel & Haenszel (1959), JNCI 22, 719–748.
 *
 * @returns a refusal if no stratum holds both groups, or all or none of the people in each had the outcome
 * @throws RangeError if a number is not finite
 * @example cochranMantelHaenszelTest([
 *   { count1: 8, total1: 60, count0: 5, total0: 70 },
 *   { count1: 15, total1: 80, count0: 20, total0: 200 },
 *   { count1: 30, total1: 210, count0: 12, total0: 150 },
 * ]) // { chiSquare: 8.56393…, p: 0.003428… }
 */
export function cochranMantelHaenszelTest(strata: readonly RiskStratum[]): CochranMantelHaenszel | Refusal {
  const refusal = riskStrataRefusal(strata);
  if (isRefusal(refusal)) return refusal;
  let gap = 0;
  let variance = 0;
  for (const { count1, total1, count0, total0 } of strata) {
    const people = total1 + total0;
    if (total1 === 0 || total0 === 0 || people <= 1) continue;
    const events = count1 + count0;
    gap += (count1 * total0 - count0 * total1) / people;
    variance += ((total1 / people) * (total0 / people) * events * (people - events)) / (people - 1);
  }
  if (variance === 0) return { reason: "no_events", detail: "all or none had the outcome in every stratum" };
  const chiSquare = gap ** 2 / variance;
  return { chiSquare, degrees: 1, p: chiSquareTail(chiSquare, 1) };
}
