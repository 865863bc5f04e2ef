import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { type MissingRateRatioBounds, missingRateRatioBounds } from "./missing-rate-ratio-bounds.ts";

const found = (...input: Parameters<typeof missingRateRatioBounds>): MissingRateRatioBounds => {
  const answer = missingRateRatioBounds(...input);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

const departments = fc.record({
  x1: fc.integer({ min: 0, max: 12 }),
  x0: fc.integer({ min: 1, max: 12 }),
  t1: fc.integer({ min: 1, max: 1000 }),
  t0: fc.integer({ min: 1, max: 1000 }),
  missing: fc.integer({ min: 0, max: 8 }),
  other: fc.integer({ min: 0, max: 10 }),
});

test("every way of giving the missing to the group, the reference or neither is inside, and the ends are reached", () => {
  fc.assert(
    fc.property(departments, ({ x1, x0, t1, t0, missing, other }) => {
      const { bounds } = found({ count: x1, exposure: t1 }, { count: x0, exposure: t0 }, { missing, other });
      const ratios: number[] = [];
      for (let toGroup = 0; toGroup <= missing; toGroup++)
        for (let toReference = 0; toGroup + toReference <= missing; toReference++)
          ratios.push((x1 + toGroup) / t1 / ((x0 + toReference) / t0));
      expect(bounds.low).toBeCloseTo(Math.min(...ratios), 9);
      expect(bounds.high / Math.max(...ratios, 1e-300)).toBeCloseTo(x1 + missing === 0 ? 0 : 1, 9);
    }),
  );
});

test("bounds never narrow when more is missing, and without any missing they are the known ratio", () => {
  fc.assert(
    fc.property(departments, fc.nat(5), ({ x1, x0, t1, t0, missing }, more) => {
      const group = { count: x1, exposure: t1 };
      const reference = { count: x0, exposure: t0 };
      const before = found(group, reference, { missing });
      const after = found(group, reference, { missing: missing + more });
      expect(after.bounds.low).toBeLessThanOrEqual(before.bounds.low);
      expect(after.bounds.high).toBeGreaterThanOrEqual(before.bounds.high);
      const none = found(group, reference, { missing: 0 });
      expect(none.bounds).toEqual({ low: none.known, high: none.known });
    }),
  );
});

test("the two assumptions lie inside the bounds and share the ratio in which the missing are as the known", () => {
  fc.assert(
    fc.property(departments, ({ x1, x0, t1, t0, missing, other }) => {
      const input = [
        { count: x1, exposure: t1 },
        { count: x0, exposure: t0 },
      ] as const;
      const free = found(...input, { missing, other }).bounds;
      const noMore = found(...input, { missing, other, assumption: "no-more-than-known" });
      const noLess = found(...input, { missing, other, assumption: "no-less-than-known" });
      for (const { bounds } of [noMore, noLess]) {
        expect(bounds.low).toBeGreaterThanOrEqual(free.low);
        expect(bounds.high).toBeLessThanOrEqual(free.high * (1 + 1e-12));
        expect(bounds.low).toBeLessThanOrEqual(bounds.high);
      }
      expect(noMore.bounds.low).toBe(free.low);
      expect(noLess.bounds.high).toBe(free.high);
      expect(noMore.proportional ?? 0).toBeLessThanOrEqual(noMore.bounds.high * (1 + 1e-12));
      expect(noMore.bounds.high).toBeGreaterThanOrEqual(noLess.bounds.low * (1 - 1e-12));
    }),
  );
});

test("the tipping share brings the ratio to 1", () => {
  fc.assert(
    fc.property(departments, ({ x1, x0, t1, t0, missing }) => {
      const { known, tippingShare } = found({ count: x1, exposure: t1 }, { count: x0, exposure: t0 }, { missing });
      if (tippingShare === undefined) expect(x1 / t1 / ((x0 + missing) / t0)).toBeGreaterThan(1);
      else if (tippingShare === 0) expect(known).toBeLessThanOrEqual(1 + 1e-12);
      else expect(x1 / t1 / ((x0 + tippingShare * missing) / t0)).toBeCloseTo(1, 9);
    }),
  );
});

test("a reference without events leaves no upper bound, and nothing counted is refused", () => {
  const group = { count: 3, exposure: 100 };
  const reference = { count: 0, exposure: 100 };
  expect(found(group, reference, { missing: 2 })).toMatchObject({
    known: Number.POSITIVE_INFINITY,
    bounds: { low: 1.5, high: Number.POSITIVE_INFINITY },
  });
  expect(found({ count: 0, exposure: 1 }, reference, { missing: 2 })).toEqual({
    bounds: { low: 0, high: Number.POSITIVE_INFINITY },
    tippingShare: 0,
  });
  expect(missingRateRatioBounds({ count: 0, exposure: 1 }, reference, { missing: 0 })).toEqual({ reason: "no_events" });
  expect(missingRateRatioBounds({ count: 1, exposure: 0 }, reference, { missing: 0 })).toEqual({
    reason: "no_exposure",
  });
  expect(() => missingRateRatioBounds(group, reference, { missing: -1 })).toThrow("invalid missing;");
  expect(() => missingRateRatioBounds(group, reference, { missing: Number.NaN })).toThrow(RangeError);
});

test("counts of a billion keep their digits", () => {
  const { bounds } = found({ count: 1e9, exposure: 3e9 }, { count: 2e9, exposure: 6e9 }, { missing: 1 });
  expect(bounds.low).toBeCloseTo(2e9 / (2e9 + 1), 15);
  expect(bounds.high).toBeCloseTo(1 + 1e-9, 15);
});
