import { missingRateRatioBounds } from "../../stats/missing/missing-rate-ratio-bounds.ts";
import { dispersedRateRatio } from "../../stats/rates/dispersed-rate-ratio.ts";
import { rateDifference } from "../../stats/rates/rate-difference.ts";
import { rateInterval } from "../../stats/rates/rate-interval.ts";
import { rateRatio } from "../../stats/rates/rate-ratio.ts";
import { isRefusal } from "../../stats/refusal.ts";
import type { Estimator } from "./compare-groups.ts";
import type { CompareOptions, GroupCount } from "./group-count.ts";
import { compareRule } from "./rule.ts";

const countOf = ({ count, exposure }: GroupCount) => ({ count, exposure });

/**
 * Compares rates: events per resident, stop or arrest. When what is counted comes in clusters (several uses of force on
 * one person) the dispersion widens every interval. Not for events that are part of the exposure: use
 * {@link shareEstimator}.
 */
export function rateEstimator(options: Pick<CompareOptions, "missing" | "dispersion" | "level">): Estimator {
  const { missing = 0, dispersion = 1, level = compareRule("level") } = options;
  return {
    smallest: compareRule("smallExposure"),
    tooSmall: "small-exposure",
    needsEvents: true,
    rate: ({ count, exposure }) => {
      const value = count / exposure;
      if (dispersion > 1) return { value };
      const interval = rateInterval(count, exposure, { level });
      return isRefusal(interval) ? interval : { value, interval };
    },
    ratio: (group, other) =>
      dispersion > 1 ? dispersedRateRatio(group, other, { dispersion, level }) : rateRatio(group, other, { level }),
    difference: (group, other) => {
      if (dispersion > 1) return { value: group.count / group.exposure - other.count / other.exposure };
      const difference = rateDifference(group, other, { level });
      return isRefusal(difference) ? undefined : { value: difference.difference, interval: difference.interval };
    },
    range: (group, other) => {
      if (missing === 0) return undefined;
      const bounds = missingRateRatioBounds(countOf(group), countOf(other), { missing });
      return isRefusal(bounds) ? undefined : bounds.bounds;
    },
  };
}
