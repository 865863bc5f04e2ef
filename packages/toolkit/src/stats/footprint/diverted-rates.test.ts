import fc from "fast-check";
import { expect, test } from "vitest";
import { type DivertedReason, divertedRates } from "./diverted-rates.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const reason = fc.record({
  group: fc.integer({ min: 0, max: 1000 }),
  reference: fc.integer({ min: 0, max: 1000 }),
  diverted: share,
  relativeRisk: share,
});
const exposure = fc.record({ group: fc.integer({ min: 1, max: 1e6 }), reference: fc.integer({ min: 1, max: 1e6 }) });

// The oracle of this method, by hand: 40(1 − 0.3) + 25(1 − 0.8 · 0.5) + 60(1 − 0.5 · 0.8) = 28 + 15 + 36 = 79.
test("fewer events in all can come with a larger ratio", () => {
  const rates = divertedRates(
    [
      { group: 40, reference: 30, diverted: 0.3, relativeRisk: 1 },
      { group: 25, reference: 12, diverted: 0.8, relativeRisk: 0.5 },
      { group: 60, reference: 90, diverted: 0.5, relativeRisk: 0.8 },
    ],
    { group: 70_000, reference: 600_000 },
  );
  expect(rates.group.after).toBeCloseTo(79, 10);
  expect(rates.ratioAfter).toBeGreaterThan(rates.ratioBefore ?? Infinity);
  expect(rates.excessAfter).toBeLessThan(rates.excessBefore);
});

test("diverting the same share of everything leaves the ratio as it was", () => {
  fc.assert(
    fc.property(fc.array(reason, { minLength: 1 }), exposure, share, (reasons, people, diverted) => {
      fc.pre(diverted < 0.999 && reasons.some(({ reference }) => reference > 0));
      const same = reasons.map((one) => ({ ...one, diverted, relativeRisk: 1 }));
      const { ratioBefore = 0, ratioAfter = 0 } = divertedRates(same, people);
      expect(ratioAfter).toBeCloseTo(ratioBefore, Math.max(0, 8 - Math.ceil(Math.log10(1 + ratioBefore))));
    }),
  );
});

test("splitting a reason in two and their order change nothing", () => {
  fc.assert(
    fc.property(fc.array(reason, { minLength: 1 }), exposure, (reasons, people) => {
      const halves = reasons.map((one) => ({ ...one, group: one.group / 2, reference: one.reference / 2 }));
      const whole = divertedRates(reasons, people);
      const split = divertedRates([...halves, ...halves.reverse()], people);
      expect(split.group.after).toBeCloseTo(whole.group.after, 8);
      expect(split.reference.removedShare ?? -1).toBeCloseTo(whole.reference.removedShare ?? -1, 8);
    }),
  );
});

test("nothing divided by nothing is not a number to show", () => {
  const rates = divertedRates([{ group: 5, reference: 0, diverted: 1, relativeRisk: 1 }], { group: 10, reference: 10 });
  expect(rates).toMatchObject({ ratioBefore: Infinity, ratioAfter: undefined });
  expect(rates.reference.removedShare).toBeUndefined();
});

test("diverting more than there is is refused", () => {
  const one: DivertedReason = { group: 5, reference: 5, diverted: 0.8, relativeRisk: 2 };
  expect(() => divertedRates([one], { group: 1, reference: 1 })).toThrow("diverts more than there is");
  expect(() => divertedRates([], { group: 0, reference: 1 })).toThrow("invalid exposure; must be positive: 0");
});
