import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { excessEvents, rateDifference, waldRateDifference } from "./rate-difference.ts";

const events = fc.record({ count: fc.integer({ min: 0, max: 500 }), exposure: fc.integer({ min: 1, max: 1e6 }) });

test("comparing the other way round changes the sign of everything", () => {
  fc.assert(
    fc.property(events, events, (group, reference) => {
      for (const find of [rateDifference, waldRateDifference]) {
        const [one, other] = [find(group, reference), find(reference, group)];
        if (isRefusal(one) || isRefusal(other)) throw new Error("refused");
        expect(one.difference).toBeCloseTo(-other.difference, 12);
        expect(one.interval.low).toBeCloseTo(-other.interval.high, 12);
        expect(one.interval.low <= one.difference && one.difference <= one.interval.high).toBe(true);
      }
    }),
  );
});

test("Wald's interval has no width where neither group has events, MOVER's has", () => {
  const none = { count: 0, exposure: 10 };
  expect(waldRateDifference(none, none)).toEqual({ difference: 0, interval: { low: 0, high: 0 } });
  const mover = rateDifference(none, none);
  expect(isRefusal(mover) ? 0 : mover.interval.high).toBeCloseTo(0.3688879, 6);
});

test("excess events are those beyond the reference's rate", () => {
  const excess = excessEvents({ count: 263, exposure: 71000 }, { count: 520, exposure: 610000 });
  if (isRefusal(excess)) throw new Error("refused");
  expect(excess.difference).toBeCloseTo(263 - (71000 * 520) / 610000, 9);
  expect(excess.interval.low).toBeGreaterThan(169);
  expect(excess.interval.high).toBeLessThan(237);
});

test("a billion events keep their digits", () => {
  const found = rateDifference({ count: 1e9 + 1e5, exposure: 1e6 }, { count: 1e9, exposure: 1e6 });
  expect(isRefusal(found) ? 0 : found.difference).toBeCloseTo(0.1, 9);
});

test("no exposure is refused", () => {
  const [good, bad] = [
    { count: 1, exposure: 1 },
    { count: 1, exposure: 0 },
  ] as const;
  for (const find of [rateDifference, waldRateDifference, excessEvents]) {
    expect(find(good, bad)).toEqual({ reason: "no_exposure" });
  }
  expect(() => rateDifference(good, good, { level: 0 })).toThrow("invalid level; not in (0, 1): 0");
});
