import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats, outwardPercents, wholePercent } from "./formats.ts";

const en = formats("en");
const es = formats("es");

describe("percent", () => {
  const cases: readonly (readonly [number, number, string])[] = [
    [0, 412, "0%"],
    [1, 1000, "less than 1%"],
    [4, 1000, "less than 1%"],
    [5, 1000, "1%"],
    [231, 412, "56%"],
    [996, 1000, "more than 99%"],
    [999_999, 1_000_000, "more than 99%"],
    [412, 412, "100%"],
  ];

  test.each(cases)("writes %i of %i as %s", (count, total, text) => {
    expect(en.percent(count / total)).toBe(text);
  });

  test("says the edges in Spanish", () => {
    expect(es.percent(0.001)).toMatch(/^menos de 1\s?%$/);
    expect(es.percent(0.999)).toMatch(/^más de 99\s?%$/);
  });

  test("never says 0% of what happened, nor 100% of what did not always happen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 2, max: 10 ** 9 }), (a, b) => {
        const [count, total] = [Math.min(a, b), Math.max(a, b)];
        const { percent, side } = wholePercent(count / total);
        expect(percent).toBeGreaterThan(0);
        if (count < total) expect(percent === 100 && side === undefined).toBe(false);
        if (side === undefined) expect(Math.abs(percent - (100 * count) / total)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  test("refuses what is no share", () => {
    expect(() => wholePercent(1.2)).toThrow("invalid share; not in [0, 1]: 1.2");
    expect(() => wholePercent(Number.NaN)).toThrow("invalid share");
  });
});

test("a range as shown always holds the range as it is", () => {
  expect(outwardPercents({ low: 231 / 465, high: 284 / 465 })).toEqual({ low: 49, high: 62 });
  expect(outwardPercents({ low: 0.29, high: 0.57 })).toEqual({ low: 29, high: 57 });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const outward = outwardPercents({ low, high });
      expect(outward.low).toBeLessThanOrEqual(low * 100 + 1e-6);
      expect(outward.high).toBeGreaterThanOrEqual(high * 100 - 1e-6);
      expect(outward.low).toBeGreaterThanOrEqual(0);
      expect(outward.high).toBeLessThanOrEqual(100);
    }),
  );
});

test("dates, months and lists read as in the language, whatever the time zone", () => {
  expect(en.date("2019-01-01")).toBe("January 1, 2019");
  expect(es.date("2019-01-01")).toBe("1 de enero de 2019");
  expect(en.month("2020-12")).toBe("December 2020");
  expect(en.list(["a", "b", "c"])).toBe("a, b, and c");
  expect(es.list(["a", "b"])).toBe("a y b");
  expect(en.span({ from: 2019, to: 2019 })).toBe("2019");
  expect(en.span({ from: 2019, to: 2021 })).toBe("2019–2021");
});

test("a mean is never written as 1 that is not", () => {
  expect([1, 1.0129, 1.06, 2.04, 0.97].map(en.decimal)).toEqual(["1", "1.01", "1.1", "2", "0.97"]);
  expect(es.decimal(1.0129)).toBe("1.01");
});
