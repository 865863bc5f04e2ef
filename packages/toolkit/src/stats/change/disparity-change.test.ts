import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { type DisparityChange, disparityChange, type Pair } from "./disparity-change.ts";

const cell = fc.record({ count: fc.integer({ min: 1, max: 1e6 }), exposure: fc.integer({ min: 1, max: 1e9 }) });
const pair = fc.record({ group: cell, reference: cell });

test("swapping the periods inverts the ratio and its interval", () => {
  fc.assert(
    fc.property(pair, pair, (before, after) => {
      const forth = answered(before, after);
      const back = answered(after, before);
      expect((forth.ratioOfRatios ?? 0) * (back.ratioOfRatios ?? 0)).toBeCloseTo(1, 9);
      if (isRefusal(forth.test) || isRefusal(back.test)) throw new Error("refused");
      expect(forth.test.interval.low * back.test.interval.high).toBeCloseTo(1, 9);
      expect(forth.test.p).toBeCloseTo(back.test.p, 9);
    }),
  );
});

test("the scale of the exposures changes neither ratio nor p, and the differences by that scale", () => {
  fc.assert(
    fc.property(pair, pair, fc.integer({ min: 2, max: 1000 }), (before, after, scale) => {
      const wide = ({ group, reference }: Pair): Pair => ({
        group: { ...group, exposure: group.exposure * scale },
        reference: { ...reference, exposure: reference.exposure * scale },
      });
      const one = answered(before, after);
      const other = answered(wide(before), wide(after));
      expect((other.ratioOfRatios ?? 0) / (one.ratioOfRatios ?? 0)).toBeCloseTo(1, 9);
      const size = Math.abs(one.differenceBefore) + Math.abs(one.differenceAfter) + Number.MIN_VALUE;
      expect((other.differenceChange * scale - one.differenceChange) / size).toBeCloseTo(0, 9);
      expect((other.excessAfter - one.excessAfter) / (1 + after.group.count + Math.abs(one.excessAfter))).toBeCloseTo(
        0,
        9,
      );
    }),
  );
});

test("a fall for everyone that leaves the ratio higher is said to disagree", () => {
  const before = { group: { count: 60, exposure: 1000 }, reference: { count: 300, exposure: 10_000 } };
  const after = { group: { count: 40, exposure: 1000 }, reference: { count: 150, exposure: 10_000 } };
  const answer = answered(before, after);
  expect(answer.ratioOfRatios).toBeCloseTo(4 / 3, 12);
  expect(answer.differenceChange).toBeCloseTo(-0.005, 12);
  expect(answer.scalesDisagree).toBe(true);
});

test("a zero cell refuses the test but not the differences", () => {
  const before = { group: { count: 4, exposure: 100 }, reference: { count: 0, exposure: 900 } };
  const after = { group: { count: 5, exposure: 100 }, reference: { count: 6, exposure: 900 } };
  const answer = answered(before, after);
  expect(answer).toMatchObject({ ratioBefore: Infinity, ratioOfRatios: 0, test: { reason: "zero_cell" } });
  expect(answer.differenceBefore).toBe(0.04);
  const none = { group: { count: 0, exposure: 100 }, reference: { count: 0, exposure: 900 } };
  expect(answered(none, after).ratioBefore).toBeUndefined();
});

test("dispersion widens by its root", () => {
  const before = { group: { count: 60, exposure: 1000 }, reference: { count: 35, exposure: 5000 } };
  const after = { group: { count: 40, exposure: 1000 }, reference: { count: 30, exposure: 5000 } };
  const [plain, wide] = [answered(before, after), answered(before, after, 4)];
  if (isRefusal(plain.test) || isRefusal(wide.test)) throw new Error("refused");
  expect(wide.test.logError).toBeCloseTo(2 * plain.test.logError, 12);
  expect(wide.differenceChangeError).toBeCloseTo(2 * plain.differenceChangeError, 12);
});

test("no exposure is refused, nonsense throws", () => {
  const empty = { group: { count: 0, exposure: 0 }, reference: { count: 1, exposure: 1 } };
  expect(disparityChange(empty, empty)).toEqual({ reason: "no_exposure" });
  expect(() => disparityChange(empty, empty, { level: 1 })).toThrow("invalid level; not in (0, 1): 1");
});

function answered(before: Pair, after: Pair, dispersion = 1): DisparityChange {
  const answer = disparityChange(before, after, { dispersion });
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}
