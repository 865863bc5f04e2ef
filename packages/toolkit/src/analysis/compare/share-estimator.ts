import { missingRiskRatioBounds } from "../../stats/missing/missing-risk-ratio-bounds.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { riskDifference } from "../../stats/shares/risk-difference.ts";
import { riskRatio } from "../../stats/shares/risk-ratio.ts";
import { shareEstimate } from "../../stats/shares/share-estimate.ts";
import { twoByTwoTest } from "../../stats/shares/two-by-two-test.ts";
import type { Estimator } from "./compare-groups.ts";
import type { GroupCount } from "./group-count.ts";
import { compareRule } from "./rule.ts";

const proportion = ({ count, exposure }: GroupCount) => ({ count, total: exposure });

/**
 * Compares shares: of the people of a group, how many had the outcome. Not for rates per resident or stop: use
 * {@link rateEstimator}.
 *
 * @param options.missing people whose group is not known, and how many of them had the outcome
 */
export function shareEstimator(
  options: { readonly missing?: { readonly count: number; readonly total: number }; readonly level?: number } = {},
): Estimator {
  const { missing = { count: 0, total: 0 }, level = compareRule("level") } = options;
  return {
    smallest: compareRule("smallTotal"),
    tooSmall: "few-records",
    needsEvents: false,
    rate: ({ count, exposure }) => {
      const estimate = shareEstimate(count, exposure, { level });
      return isRefusal(estimate) ? estimate : { value: estimate.share, interval: estimate.interval };
    },
    ratio: (group, other) => {
      const [first, reference] = [proportion(group), proportion(other)];
      if (other.count === 0) return { reason: group.count === 0 ? "no_events" : "no_reference_events" };
      const estimate = riskRatio(first, reference, { level });
      if (isRefusal(estimate)) return estimate;
      const test = twoByTwoTest(first, reference);
      return isRefusal(test) ? { ...estimate, p: 1 } : { ...estimate, p: test.p };
    },
    difference: (group, other) => {
      const estimate = riskDifference(proportion(group), proportion(other), { level });
      return isRefusal(estimate) ? undefined : { value: estimate.difference, interval: estimate.interval };
    },
    range: (group, other) => {
      if (missing.total === 0) return undefined;
      const bounds = missingRiskRatioBounds(proportion(group), proportion(other), { missing });
      return isRefusal(bounds) ? undefined : bounds.bounds;
    },
  };
}
