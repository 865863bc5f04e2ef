import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { knoxLoweMummoloBounds } from "./knox-lowe-mummolo-bounds.ts";
import { knoxLoweMummoloTipping } from "./knox-lowe-mummolo-tipping.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

test("at the tipping share the effect among the group is the target", () => {
  fc.assert(
    fc.property(
      share,
      share.filter((value) => value > 1e-6),
      share,
      (groupShare, referenceShare, target) => {
        const tipping = knoxLoweMummoloTipping(groupShare, referenceShare, { target });
        if (isRefusal(tipping)) throw new Error(tipping.reason);
        const stratum = { groupShare, referenceShare, groupPart: 0.5 };
        const { amongGroup } = knoxLoweMummoloBounds(stratum, tipping.discretionaryShare);
        if (!tipping.isReached) expect(amongGroup).toBeLessThan(target);
        else if (tipping.discretionaryShare === 0) expect(amongGroup).toBeGreaterThanOrEqual(target - 1e-12);
        else expect(amongGroup).toBeCloseTo(target, 9);
      },
    ),
  );
});

test("a reference group without the outcome is refused", () => {
  expect(knoxLoweMummoloTipping(0.1, 0)).toEqual({ reason: "no_reference_events" });
  expect(() => knoxLoweMummoloTipping(-0.1, 0.2)).toThrow("invalid groupShare; not in [0, 1]: -0.1");
});
