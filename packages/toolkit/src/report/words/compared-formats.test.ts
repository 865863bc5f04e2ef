import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "./formats.ts";

const en = formats("en");
const numberOf = (text: string): number => Number(text.replaceAll(",", ""));

describe("a ratio", () => {
  const cases: readonly (readonly [number, string])[] = [
    [8.147, "8.1"],
    [12.03, "12"],
    [127.4, "127"],
    [0.4498, "0.45"],
    [0.0312, "0.031"],
    [0, "0"],
    [-0, "0"],
    [1, "1.0"],
    [1.02, "1.02"],
    [0.996, "0.996"],
    [9.96, "10"],
  ];

  test.each(cases)("%d is written %s", (ratio, text) => {
    expect(en.ratio(ratio)).toBe(text);
  });

  test("is never rounded across 1 where six decimals can tell", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 50, noNaN: true }), (ratio) => {
        if (Math.abs(ratio - 1) < 1e-5) return;
        expect(Math.sign(numberOf(en.ratio(ratio)) - 1)).toBe(Math.sign(ratio - 1));
      }),
    );
  });
});

describe("a range of ratios", () => {
  test("is rounded outwards, with like decimals near 1", () => {
    expect(en.ratioRange({ low: 2.58, high: 2.93 })).toEqual({ low: "2.5", high: "3.0" });
    expect(en.ratioRange({ low: 0.9, high: 1.15 })).toEqual({ low: "0.90", high: "1.15" });
    expect(en.ratioRange({ low: 1.09, high: 1.25 })).toEqual({ low: "1.09", high: "1.25" });
    expect(en.ratioRange({ low: 0.2, high: 11.2 })).toEqual({ low: "0.20", high: "12" });
    expect(en.ratioRange({ low: 0, high: 1.5 })).toEqual({ low: "0", high: "1.5" });
  });

  test("has no high end when there is none", () => {
    expect(en.ratioRange({ low: 1.4, high: Number.POSITIVE_INFINITY })).toEqual({ low: "1.4" });
  });

  test("always holds the true one, and holds 1 only if that does", () => {
    const ratio = fc.double({ min: 0.001, max: 50, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, (one, other) => {
        const range = { low: Math.min(one, other), high: Math.max(one, other) };
        if (Math.abs(one - 1) < 1e-5 || Math.abs(other - 1) < 1e-5) return;
        const shown = en.ratioRange(range);
        const [low, high] = [numberOf(shown.low), numberOf(shown.high ?? "")];
        expect(low).toBeLessThanOrEqual(range.low + 1e-8);
        expect(high).toBeGreaterThanOrEqual(range.high - 1e-8);
        expect(low <= 1 && high >= 1).toBe(range.low <= 1 && range.high >= 1);
      }),
    );
  });
});

test("rates have two digits", () => {
  expect([65.67, 6.24, 0.312, 0, 1234.5, -2.39].map(en.rate)).toEqual(["66", "6.2", "0.31", "0", "1,235", "-2.4"]);
});

test("shares beside one another have a decimal below 10%", () => {
  const shares = [0.19, 0.0107, 0.0094, 0.0002, 0, 1, 0.999, 1.031, -0.2];
  expect(shares.map(en.comparedPercent)).toEqual([
    "19%",
    "1.1%",
    "0.9%",
    "less than 0.1%",
    "0%",
    "100%",
    "more than 99%",
    "103%",
    "-20%",
  ]);
});
