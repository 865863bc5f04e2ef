import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { type MissingRiskRatioBounds, missingRiskRatioBounds } from "./missing-risk-ratio-bounds.ts";

const found = (...input: Parameters<typeof missingRiskRatioBounds>): MissingRiskRatioBounds => {
  const answer = missingRiskRatioBounds(...input);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

const small = fc.integer({ min: 1, max: 6 });
const tables = fc.record({
  x1: small,
  y1: small,
  x0: small,
  y0: small,
  events: fc.integer({ min: 0, max: 3 }),
  without: fc.integer({ min: 0, max: 3 }),
});
type Table = { x1: number; y1: number; x0: number; y0: number; events: number; without: number };

const groupsOf = ({ x1, y1, x0, y0 }: Table) =>
  [
    { count: x1, total: x1 + y1 },
    { count: x0, total: x0 + y0 },
  ] as const;
const missingOf = ({ events, without }: Table) => ({ count: events, total: events + without });

/** The ratio in every way of giving each missing person to the group, the reference or neither. */
function everyRatio({ x1, y1, x0, y0, events, without }: Table): readonly number[] {
  const splits = (all: number) =>
    Array.from({ length: all + 1 }, (_, a) => a).flatMap((a) =>
      Array.from({ length: all - a + 1 }, (_, b) => [a, b] as const),
    );
  return splits(events).flatMap(([a, b]) =>
    splits(without).map(([c, d]) => (x1 + a) / (x1 + y1 + a + c) / ((x0 + b) / (x0 + y0 + b + d))),
  );
}

test("every way of filling in the missing is inside, and the ends are reached", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { bounds, known } = found(...groupsOf(table), { missing: missingOf(table) });
      const ratios = everyRatio(table);
      expect(bounds.low).toBeCloseTo(Math.min(...ratios), 9);
      expect(bounds.high).toBeCloseTo(Math.max(...ratios), 9);
      expect(known).toBeCloseTo(everyRatio({ ...table, events: 0, without: 0 })[0] ?? 0, 12);
    }),
  );
});

test("an assumption lies inside the bounds", () => {
  fc.assert(
    fc.property(tables, fc.constantFrom("no-more-than-known", "no-less-than-known"), (table, assumption) => {
      const free = found(...groupsOf(table), { missing: missingOf(table) }).bounds;
      const narrow = found(...groupsOf(table), { missing: missingOf(table), assumption }).bounds;
      expect(narrow.low).toBeGreaterThanOrEqual(free.low * (1 - 1e-12));
      expect(narrow.high).toBeLessThanOrEqual(free.high * (1 + 1e-12));
      expect(narrow.low).toBeLessThanOrEqual(narrow.high);
    }),
  );
});

test("groups of nobody, and nobody with the outcome, are refused", () => {
  const none = { count: 0, total: 0 };
  const some = { count: 0, total: 4 };
  expect(missingRiskRatioBounds(none, some, { missing: some })).toEqual({ reason: "no_exposure" });
  expect(missingRiskRatioBounds(some, some, { missing: some })).toEqual({ reason: "no_events" });
  expect(() => missingRiskRatioBounds({ count: 2, total: 1 }, some, { missing: none })).toThrow(
    "invalid count; not in [0, 1]: 2",
  );
});
