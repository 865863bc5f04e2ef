import fc from "fast-check";
import { expect, test } from "vitest";
import { missingBounds } from "./missing-bounds.ts";

// Manski (1995), Identification Problems in the Social Sciences, ch. 2: with a share p known to be in the group and a
// share u unobserved, the bounds are p and p + u.
test("bounds are the known part, and the known part plus all that is missing", () => {
  expect(missingBounds(30, 80, 20)).toEqual({ low: 0.3, high: 0.5 });
  expect(missingBounds(0, 0, 5)).toEqual({ low: 0, high: 1 });
  expect(missingBounds(3, 4, 0)).toEqual({ low: 0.75, high: 0.75 });
});

const counts = fc
  .record({ count: fc.nat(1000), others: fc.nat(1000), missing: fc.nat(1000) })
  .filter(({ count, others, missing }) => count + others + missing > 0);

test("every way of filling in the missing gives a share inside the bounds, and the worst and best reach them", () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), ({ count, others, missing }, part) => {
      const { low, high } = missingBounds(count, count + others, missing);
      const filled = (count + Math.round(part * missing)) / (count + others + missing);
      expect(filled).toBeGreaterThanOrEqual(low);
      expect(filled).toBeLessThanOrEqual(high);
    }),
  );
});

test("bounds never narrow when more is missing", () => {
  fc.assert(
    fc.property(counts, fc.nat(100), ({ count, others, missing }, more) => {
      const before = missingBounds(count, count + others, missing);
      const after = missingBounds(count, count + others, missing + more);
      expect(after.low).toBeLessThanOrEqual(before.low);
      expect(after.high).toBeGreaterThanOrEqual(before.high);
    }),
  );
});

test("impossible counts are refused", () => {
  expect(() => missingBounds(5, 4, 0)).toThrow("invalid count; not in [0, 4]: 5");
  expect(() => missingBounds(0, 0, 0)).toThrow(RangeError);
  expect(() => missingBounds(0, 1, -1)).toThrow(RangeError);
});

test("an assumption narrows the bounds to one side of the known share, and the two sides meet there", () => {
  const withKnown = counts.filter(({ count, others }) => count + others > 0);
  fc.assert(
    fc.property(withKnown, ({ count, others, missing }) => {
      const known = count + others;
      const free = missingBounds(count, known, missing);
      const noMore = missingBounds(count, known, missing, { assumption: "no-more-than-known" });
      const noLess = missingBounds(count, known, missing, { assumption: "no-less-than-known" });
      expect(noMore.low).toBe(free.low);
      expect(noMore.high).toBeCloseTo(count / known, 12);
      expect(noLess.low).toBeCloseTo(count / known, 12);
      expect(noLess.high).toBe(free.high);
    }),
  );
});

test("an assumption without known records is refused", () => {
  expect(() => missingBounds(0, 0, 5, { assumption: "no-less-than-known" })).toThrow("no known share to compare with");
});
