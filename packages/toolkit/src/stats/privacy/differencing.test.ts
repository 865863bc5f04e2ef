import fc from "fast-check";
import { expect, test } from "vitest";
import { differencing, differencingConflicts } from "./differencing.ts";

test("a small difference is blocked, none and a large one are not", () => {
  expect(differencing(120, 120)).toEqual({ difference: 0, isBlocked: false });
  expect(differencing(10, 0)).toEqual({ difference: 10, isBlocked: true });
  expect(differencing(11, 0)).toEqual({ difference: 11, isBlocked: false });
  expect(differencing(114, 120)).toMatchObject({ reason: "count_exceeds_total" });
  expect(() => differencing(1.5, 1)).toThrow("invalid superset; must be a whole number from 0: 1.5");
});

test("the ledger names each published count that gives a small one away, on either side", () => {
  const published = [
    { id: "year", count: 120, holds: "all-of-the-new" },
    { id: "city", count: 900, holds: "all-of-the-new" },
    { id: "beat", count: 110, holds: "only-some-of-the-new" },
    { id: "contradiction", count: 3, holds: "all-of-the-new" },
  ] as const;
  expect(differencingConflicts(114, published)).toEqual(["year", "beat", "contradiction"]);
});

test("a count that passes leaves every difference at 0 or at the threshold and above", () => {
  const count = fc.nat(100);
  fc.assert(
    fc.property(count, fc.array(count), (fresh, others) => {
      const published = others.map((other, index) => ({
        id: String(index),
        count: other,
        holds: other >= fresh ? ("all-of-the-new" as const) : ("only-some-of-the-new" as const),
      }));
      const conflicts = new Set(differencingConflicts(fresh, published));
      for (const { id, count: other } of published) {
        const gap = Math.abs(other - fresh);
        expect(conflicts.has(id)).toBe(gap > 0 && gap < 11);
      }
    }),
  );
});
