import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

// Newcombe (1998), Statistics in Medicine 17, 857–872, Table I, method 3.
const published = [
  { count: 81, total: 263, low: 0.2553, high: 0.3662 },
  { count: 15, total: 148, low: 0.0624, high: 0.1605 },
  { count: 0, total: 20, low: 0, high: 0.1611 },
  { count: 1, total: 29, low: 0.0061, high: 0.1718 },
];

for (const { count, total, low, high } of published) {
  test(`wilsonInterval agrees with Newcombe for ${count} of ${total}`, () => {
    const interval = wilsonInterval(count, total);
    expect(interval.low.toFixed(4)).toBe(low.toFixed(4));
    expect(interval.high.toFixed(4)).toBe(high.toFixed(4));
  });
}

test("the interval holds the share and mirrors when events and non-events swap", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, part) => {
      const count = Math.floor(part * total);
      const { low, high } = wilsonInterval(count, total);
      const mirror = wilsonInterval(total - count, total);
      expect(low).toBeLessThanOrEqual(count / total + 1e-12);
      expect(high).toBeGreaterThanOrEqual(count / total - 1e-12);
      expect(mirror.low).toBeCloseTo(1 - high, 10);
    }),
  );
});

test("a count beyond the total is refused", () => {
  expect(() => wilsonInterval(5, 4)).toThrow("invalid count; not in [0, 4]: 5");
  expect(() => wilsonInterval(0, 0)).toThrow("invalid total; must be at least 1: 0");
});

const oracle = new URL("../../../../../shared/methods/oracles/proportion_ci.json", import.meta.url);
describe.skipIf(!existsSync(oracle))("the proportion_ci oracle (skipped where the shared folder is absent)", () => {
  const cases = existsSync(oracle) ? JSON.parse(readFileSync(oracle, "utf8")).cases : [];
  for (const { id, input, expected } of cases) {
    if (input.conf !== 0.95) continue;
    if (expected.wilson === undefined || expected.wilson === null) {
      test(`${id} is refused`, () => expect(() => wilsonInterval(input.x, input.n)).toThrow(RangeError));
      continue;
    }
    test(id, () => {
      const { low, high } = wilsonInterval(input.x, input.n);
      expect(low).toBeCloseTo(expected.wilson[0], 9);
      expect(high).toBeCloseTo(expected.wilson[1], 9);
    });
  }
});
