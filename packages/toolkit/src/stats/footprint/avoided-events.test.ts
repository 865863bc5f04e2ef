import { describe, expect, test } from "vitest";
import { betaQuantile } from "../functions/beta-quantile.ts";
import { gammaShare } from "../functions/gamma-tail.ts";
import { randomGamma } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { type AvoidableReason, avoidedEvents } from "./avoided-events.ts";
import { quantileTable } from "./quantile-table.ts";
import { quasiRandomSequence } from "./quasi-random-sequence.ts";

const several: readonly AvoidableReason[] = [
  { count: 40, diverted: { alpha: 30, beta: 70 }, relativeRisk: 1 },
  { count: 25, diverted: { alpha: 8, beta: 2 }, relativeRisk: 0.5 },
  { count: 60, diverted: { alpha: 50, beta: 50 }, relativeRisk: 0.8 },
];

test("mean and deviation are those of the products, exactly", () => {
  // 0.3·40.5 + 0.4·25.5 + 0.4·60.5; deviation from R: sqrt of the sum of r²(E[d²]E[λ²] − E[d]²E[λ]²).
  const { mean, standardDeviation } = avoidedEvents(several);
  expect(mean).toBeCloseTo(46.55, 10);
  expect(standardDeviation).toBeCloseTo(5.40843404932394, 10);
});

describe("for one reason, where P(dλ ≤ x) is a mean of gamma probabilities over the share", () => {
  for (const [count, alpha, beta] of [
    [0, 0.5, 0.5],
    [0, 1, 9],
    [3, 0.1, 0.1],
    [40, 30, 70],
    [1e5, 1, 9],
    [1e9, 1e9, 1e9],
  ] as const) {
    test(`${count} events, share Beta(${alpha}, ${beta})`, () => {
      const { median, range } = avoidedEvents([{ count, diverted: { alpha, beta }, relativeRisk: 1 }], { level: 0.9 });
      const shares = Array.from({ length: 1500 }, (_, index) => betaQuantile((index + 0.5) / 1500, alpha, beta));
      for (const [x, p] of [
        [range.low, 0.05],
        [median, 0.5],
        [range.high, 0.95],
      ] as const) {
        const found = shares.reduce((sum, share) => sum + gammaShare(count + 0.5, x / share), 0) / shares.length;
        expect(Math.abs(found - p)).toBeLessThan(0.001);
      }
    });
  }
});

test("for several reasons the range holds as many random draws as it says", () => {
  const random = seededRandom(11);
  const { range, median } = avoidedEvents(several, { level: 0.8 });
  let [inside, below] = [0, 0];
  for (let run = 0; run < 20_000; run++) {
    const draw = several.reduce((sum, { count, diverted, relativeRisk }) => {
      const one = randomGamma(diverted.alpha, random);
      const other = randomGamma(diverted.beta, random);
      return sum + (one / (one + other)) * relativeRisk * randomGamma(count + 0.5, random);
    }, 0);
    if (range.low <= draw && draw <= range.high) inside++;
    if (draw < median) below++;
  }
  expect(Math.abs(inside / 20_000 - 0.8)).toBeLessThan(3 * Math.sqrt(0.16 / 20_000) + 0.001);
  expect(Math.abs(below / 20_000 - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / 20_000) + 0.001);
});

test("a risk above that of all counts as the same risk, none avoids nothing", () => {
  const one = { count: 12, diverted: { alpha: 3, beta: 7 } };
  expect(avoidedEvents([{ ...one, relativeRisk: 2 }])).toEqual(avoidedEvents([{ ...one, relativeRisk: 1 }]));
  const none = { mean: 0, standardDeviation: 0, median: 0, range: { low: 0, high: 0 } };
  expect(avoidedEvents([{ ...one, relativeRisk: 0 }])).toEqual(none);
  expect(avoidedEvents([])).toEqual(none);
});

test("impossible arguments are refused", () => {
  const one = { count: -1, diverted: { alpha: 3, beta: 7 }, relativeRisk: 1 };
  expect(() => avoidedEvents([one])).toThrow("invalid count; must not be negative: -1");
  expect(() => avoidedEvents([{ ...one, count: 1, diverted: { alpha: 0, beta: 1 } }])).toThrow(
    "invalid alpha; must be positive: 0",
  );
  expect(() => avoidedEvents([], { level: 1 })).toThrow(RangeError);
});

test("a table of quantiles is right between its knots", () => {
  const table = quantileTable((p) => -Math.log1p(-p), 1000);
  table.forEach((value, index) => {
    expect(value / -Math.log1p(-(index + 0.5) / 1000)).toBeCloseTo(1, 6);
  });
});

test("quasi-random numbers fill each tenth of the square alike", () => {
  const [x, y] = [quasiRandomSequence(0, 10_000), quasiRandomSequence(1, 10_000)];
  const cells = new Array<number>(100).fill(0);
  x.forEach((value, index) => {
    const cell = Math.floor(value * 10) * 10 + Math.floor((y[index] ?? 0) * 10);
    cells[cell] = (cells[cell] ?? 0) + 1;
  });
  for (const count of cells) expect(Math.abs(count - 100)).toBeLessThan(12);
});
