import type { Refusal } from "../refusal.ts";
import { proportionRefusal } from "../shares/proportion-refusal.ts";
import type { RateStratum, RiskStratum } from "./stratum.ts";

/**
 * Why strata of people allow no comparison within strata, or undefined if they do. An empty group in some strata is
 * no hindrance, in all of them it is.
 *
 * Source: the list of reasons, {@link Reason}.
 *
 * @throws RangeError if a number is not finite
 * @example riskStrataRefusal([{ count1: 1, total1: 9, count0: 0, total0: 0 }]) // { reason: "no_overlap" }
 */
export function riskStrataRefusal(strata: readonly RiskStratum[]): Refusal | undefined {
  for (const { count1, total1, count0, total0 } of strata) {
    const refusal = proportionRefusal({ count: count1, total: total1 }, { count: count0, total: total0 });
    if (refusal !== undefined && refusal.reason !== "no_exposure") return refusal;
  }
  return strata.some(({ total1, total0 }) => total1 > 0 && total0 > 0) ? undefined : { reason: "no_overlap" };
}

/**
 * Why strata of rates allow no comparison within strata, or undefined if they do. Events without exposure are refused:
 * they have no rate.
 *
 * Source: the list of reasons, {@link Reason}.
 *
 * @throws RangeError if a number is not finite
 * @example rateStrataRefusal([{ count1: 1, exposure1: 0, count0: 2, exposure0: 50 }]) // { reason: "no_exposure" }
 */
export function rateStrataRefusal(strata: readonly RateStratum[]): Refusal | undefined {
  for (const [index, stratum] of strata.entries()) {
    for (const [name, value] of Object.entries(stratum))
      if (typeof value === "number" && !Number.isFinite(value))
        throw new RangeError(`invalid ${name}; must be a finite number: ${value}`);
    const { count1, exposure1, count0, exposure0 } = stratum;
    if (count1 < 0 || exposure1 < 0 || count0 < 0 || exposure0 < 0) return { reason: "negative_input" };
    if ((exposure1 === 0 && count1 > 0) || (exposure0 === 0 && count0 > 0))
      return { reason: "no_exposure", detail: `events without exposure in stratum ${index + 1}` };
  }
  return strata.some(({ exposure1, exposure0 }) => exposure1 > 0 && exposure0 > 0)
    ? undefined
    : { reason: "no_overlap" };
}
