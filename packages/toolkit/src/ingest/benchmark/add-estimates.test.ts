import fc from "fast-check";
import { expect, test } from "vitest";
import { addEstimates } from "./add-estimates.ts";

// The worked example of census-data-aggregator (Los Angeles Times Data Desk), which follows the Census Bureau's
// guidance: boys and girls under 5 in the United States.
test("margins combine as in a published example", () => {
  const sum = addEstimates([
    { estimate: 10_154_024, margin: 3778 },
    { estimate: 9_712_936, margin: 3911 },
  ]);
  expect(sum.count).toBe(19_866_960);
  expect((sum.standardError ?? 0) * 1.645).toBeCloseTo(5437.757350231803, 9);
});

test("of estimates that are zero only the largest margin counts, once", () => {
  const sum = addEstimates([
    { estimate: 30, margin: 40 },
    { estimate: 0, margin: 9 },
    { estimate: 0, margin: 12 },
    { estimate: 0, margin: 12 },
  ]);
  expect(sum).toEqual({ count: 30, standardError: Math.sqrt(1600 + 144) / 1.645 });
});

test("a margin that is not published leaves the sum without one", () => {
  expect(
    addEstimates([
      { estimate: 30, margin: 4 },
      { estimate: 5, margin: undefined },
    ]),
  ).toEqual({ count: 35 });
});

test("neither depends on the order", () => {
  const estimate = fc.record({ estimate: fc.nat(9999), margin: fc.nat(999) });
  fc.assert(
    fc.property(fc.array(estimate, { minLength: 1, maxLength: 20 }), (list) => {
      const [one, other] = [addEstimates(list), addEstimates(list.toReversed())];
      expect(other.count).toBe(one.count);
      expect(other.standardError).toBeCloseTo(one.standardError ?? Number.NaN, 6);
    }),
  );
});
