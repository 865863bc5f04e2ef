import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { kitagawaDecomposition } from "./kitagawa-decomposition.ts";

const strata = fc.array(
  fc.record({
    count1: fc.integer({ min: 0, max: 500 }),
    exposure1: fc.integer({ min: 1, max: 1e6 }),
    count0: fc.integer({ min: 0, max: 500 }),
    exposure0: fc.integer({ min: 1, max: 1e6 }),
  }),
  { minLength: 1, maxLength: 10 },
);

test("the two parts sum to the gap, in any order of strata, and turn their sign with the groups", () =>
  fc.assert(
    fc.property(strata, (list) => {
      const answer = kitagawaDecomposition(list);
      const reversed = kitagawaDecomposition([...list].reverse());
      const swapped = kitagawaDecomposition(
        list.map(({ count1, exposure1, count0, exposure0 }) => ({
          count1: count0,
          exposure1: exposure0,
          count0: count1,
          exposure0: exposure1,
        })),
      );
      if (isRefusal(answer) || isRefusal(reversed) || isRefusal(swapped)) throw new Error("refused");
      if (isRefusal(answer.parts) || isRefusal(reversed.parts) || isRefusal(swapped.parts)) throw new Error("refused");
      const { composition, withinStrata, counterfactualRate, expected, excess } = answer.parts;
      const size = Math.abs(composition) + Math.abs(withinStrata) + answer.rate + answer.referenceRate;
      expect(Math.abs(composition + withinStrata - answer.gap)).toBeLessThanOrEqual(1e-12 * (1 + size));
      expect(reversed.parts.composition).toBeCloseTo(composition, 9);
      expect(swapped.parts.withinStrata).toBeCloseTo(-withinStrata, 9);
      const exposure = list.reduce((sum, { exposure1 }) => sum + exposure1, 0);
      expect(expected).toBeCloseTo(counterfactualRate * exposure, 6);
      expect(expected + excess).toBeCloseTo(
        list.reduce((sum, { count1 }) => sum + count1, 0),
        6,
      );
    }),
  ));

// By hand: the rates within strata are 0.01 and 0.03 for both groups; 1/4 and 4/5 of the exposure are in the first.
test("equal rates within strata leave composition only", () => {
  const answer = kitagawaDecomposition([
    { count1: 10, exposure1: 1000, count0: 40, exposure0: 4000 },
    { count1: 90, exposure1: 3000, count0: 30, exposure0: 1000 },
  ]);
  if (isRefusal(answer) || isRefusal(answer.parts)) throw new Error("refused");
  expect(answer.gap).toBeCloseTo(0.011, 12);
  expect(answer.parts.composition).toBeCloseTo((0.25 - 0.8) * 0.01 + (0.75 - 0.2) * 0.03, 12);
  expect(answer.parts.withinStrata).toBe(0);
});

test("one stratum is all within; one group missing from a stratum leaves the gap without parts", () => {
  const only = kitagawaDecomposition([{ count1: 4, exposure1: 100, count0: 1, exposure0: 50 }]);
  expect(only).toMatchObject({ parts: { composition: 0, withinStrata: expect.closeTo(0.02, 12) } });
  const gone = kitagawaDecomposition([
    { count1: 1, exposure1: 100, count0: 0, exposure0: 0 },
    { count1: 5, exposure1: 800, count0: 5, exposure0: 800 },
  ]);
  expect(gone).toMatchObject({ gap: expect.closeTo(0.0004166666, 9), parts: { reason: "no_overlap" } });
  expect(kitagawaDecomposition([{ count1: 1, exposure1: 9, count0: 0, exposure0: 0 }])).toEqual({
    reason: "no_exposure",
  });
});
