import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { chapmanEstimate } from "./chapman-estimate.ts";

// Closed form in R 4.2.2.
test("agrees with R", () => {
  const found = chapmanEstimate({ first: 50, second: 40, both: 5 });
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found).toMatchObject({ total: 347.5, variance: 13068.75, seen: 85 });
  expect(found.firstListShare).toBeCloseTo(0.143884892086331, 13);
  expect(found.interval?.low).toBeCloseTo(200.985705488568, 9);
  expect(found.interval?.high).toBeCloseTo(679.092605720207, 9);
});

const lists = fc
  .record({ both: fc.nat(500), onlyFirst: fc.nat(500), onlySecond: fc.nat(500) })
  .map(({ both, onlyFirst, onlySecond }) => ({ first: both + onlyFirst, second: both + onlySecond, both }));

test("never below the number seen, the same whichever list comes first, and inside its interval", () => {
  fc.assert(
    fc.property(lists, ({ first, second, both }) => {
      const found = chapmanEstimate({ first, second, both });
      const turned = chapmanEstimate({ first: second, second: first, both });
      if (isRefusal(found) || isRefusal(turned)) throw new Error("refused");
      expect(turned.total).toBeCloseTo(found.total, 9);
      expect(found.total).toBeGreaterThanOrEqual(found.seen);
      expect(found.total).toBeCloseTo(((first + 1) * (second + 1)) / (both + 1) - 1, 6);
      if (found.interval === undefined) expect(found.total).toBe(found.seen);
      else {
        expect(found.interval.low).toBeGreaterThanOrEqual(found.seen);
        expect(found.interval.low).toBeLessThanOrEqual(found.total);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.total);
      }
    }),
  );
});

test("exact in expectation where the lists together are as long as the total, as Chapman showed", () => {
  // Hypergeometric overlap of two random lists of 12 and 9 among 20 events.
  const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  let expected = 0;
  for (let both = 1; both <= 9; both++) {
    const found = chapmanEstimate({ first: 12, second: 9, both });
    if (isRefusal(found)) throw new Error(found.reason);
    expected += ((choose(12, both) * choose(8, 9 - both)) / choose(20, 9)) * found.total;
  }
  expect(expected).toBeCloseTo(20, 9);
});

test("more on both lists than on one is refused", () => {
  expect(chapmanEstimate({ first: 3, second: 9, both: 4 })).toEqual({ reason: "count_exceeds_total" });
  expect(chapmanEstimate({ first: 0, second: 0, both: 0 })).toEqual({ total: 0, variance: 0, seen: 0 });
  expect(() => chapmanEstimate({ first: -3, second: 9, both: 4 })).toThrow("invalid first;");
});
