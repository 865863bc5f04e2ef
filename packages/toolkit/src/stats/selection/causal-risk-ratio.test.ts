import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { causalRiskRatio } from "./causal-risk-ratio.ts";

// Closed form in R 4.2.2.
test("agrees with R", () => {
  const found = causalRiskRatio(
    { count: 81, recorded: 512, encounters: 0.3 },
    { count: 203, recorded: 4890, encounters: 0.7 },
  );
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.naive).toBeCloseTo(3.81090286330049, 12);
  expect(found.ratio).toBeCloseTo(0.931034482758621, 12);
  expect(found.standardErrorLog).toBeCloseTo(0.131422172355847, 12);
  expect(found.interval?.low).toBeCloseTo(0.719613016484408, 12);
  expect(found.interval?.high).toBeCloseTo(1.20457132962991, 12);
});

const groups = fc
  .record({
    count: fc.integer({ min: 1, max: 1000 }),
    more: fc.nat(10_000),
    encounters: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ count, more, encounters }) => ({ count, recorded: count + more, encounters }));

test("is the rate ratio per encounter, whatever the scale of the encounters, and turns over when groups swap", () => {
  fc.assert(
    fc.property(groups, groups, (group, reference) => {
      const found = causalRiskRatio(group, reference);
      const swapped = causalRiskRatio(reference, group);
      const scaled = causalRiskRatio(
        { ...group, encounters: group.encounters / 7 },
        { ...reference, encounters: reference.encounters / 7 },
      );
      if (isRefusal(found) || isRefusal(swapped) || isRefusal(scaled)) throw new Error("refused");
      const ratio = found.ratio ?? 0;
      expect(ratio / (group.count / group.encounters / (reference.count / reference.encounters))).toBeCloseTo(1, 12);
      expect((swapped.ratio ?? 0) * ratio).toBeCloseTo(1, 12);
      expect((swapped.interval?.low ?? 0) * (found.interval?.high ?? 0)).toBeCloseTo(1, 9);
      expect((scaled.ratio ?? 0) / ratio).toBeCloseTo(1, 12);
      const recordedAsOften = causalRiskRatio(
        { ...group, encounters: group.recorded },
        { ...reference, encounters: reference.recorded },
      );
      expect(isRefusal(recordedAsOften) ? 0 : recordedAsOften.ratio).toBe(found.naive);
    }),
  );
});

test("without outcomes there is no interval, and what cannot be divided is refused", () => {
  const none = { count: 0, recorded: 10, encounters: 20 };
  const some = { count: 3, recorded: 10, encounters: 20 };
  expect(causalRiskRatio(none, some)).toEqual({ naive: 0, ratio: 0 });
  expect(causalRiskRatio(some, none)).toEqual({ naive: Number.POSITIVE_INFINITY, ratio: Number.POSITIVE_INFINITY });
  expect(causalRiskRatio(none, none)).toEqual({});
  expect(causalRiskRatio(some, { ...some, encounters: 0 })).toEqual({ reason: "no_exposure" });
  expect(causalRiskRatio({ ...some, recorded: 2 }, some)).toEqual({ reason: "count_exceeds_total" });
  expect(() => causalRiskRatio(some, some, { level: 1 })).toThrow("invalid level; not in (0, 1): 1");
});
