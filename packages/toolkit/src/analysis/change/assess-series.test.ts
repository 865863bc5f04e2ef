import { describe, expect, test } from "vitest";
import { isRefusal } from "../../stats/refusal.ts";
import { monthsBetween } from "../months.ts";
import { assessSeries, changeDirection, type SeriesAssessment, smallestFall } from "./assess-series.ts";
import { areSteady } from "./event-series.ts";
import { daysOf } from "./month-series.ts";

const months = monthsBetween("2016-01", "2021-12");
const window = { date: "2020-01-01", from: "effective", firstMonth: "2020-01", phaseIn: 0 } as const;

/** Counts per day that alternate a little around a level, times a factor from the date on. */
function assess(factor: number, level: (index: number) => number = () => 2): SeriesAssessment {
  const counts = months.map((month, index) =>
    Math.round(level(index) * daysOf(month) * (index % 2 === 0 ? 1.08 : 0.92) * (month >= "2020-01" ? factor : 1)),
  );
  const answer = assessSeries({ months, counts }, window);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

describe("assessSeries", () => {
  test("a step is found with its size, and one of that size would have been noticed", () => {
    const found = assess(0.6);
    expect(found.ratio).toBeCloseTo(0.6, 1);
    expect(found.interval.low).toBeLessThan(0.6);
    expect(found.interval.high).toBeGreaterThan(0.6);
    expect(changeDirection(found, found.p)).toBe("lower");
    expect(smallestFall({ months, counts: [] }, window, found)).toBeGreaterThan(0.6);
    expect(found.difference.high).toBeLessThan(0);
  });

  test("without a step it is about the same, and a higher one is higher", () => {
    expect(changeDirection(assess(1), assess(1).p)).toBe("about-the-same");
    expect(changeDirection(assess(1.6), assess(1.6).p)).toBe("higher");
  });

  test("a trend that stops a year before the date is not worded as a fall", () => {
    const bent = assess(1, (index) => 2 * 1.3 ** (Math.min(index, 36) / 12));
    expect(bent.interval.high).toBeLessThan(1);
    expect(Math.abs(bent.plainScore ?? 9)).toBeLessThan(1);
    expect(changeDirection(bent, bent.p)).toBe("cannot-tell");
  });

  test("months that stay alike widen the interval", () => {
    const alike = assess(1, (index) => 2 * (1 + 0.4 * Math.sin(index / 2.5)));
    expect(alike.autocorrelation).toBeGreaterThan(0.3);
    expect(alike.error).toBeGreaterThan(2 * assess(1).error);
  });

  test("the placebo dates can be left out", () => {
    const counts = months.map((month) => 2 * daysOf(month) + (Number(month.slice(5)) % 3));
    expect(assessSeries({ months, counts }, window)).toHaveProperty("placebo");
    expect(assessSeries({ months, counts }, window, { hasPlacebos: false })).not.toHaveProperty("placebo");
  });
});

test("a direction needs the adjusted p, both intervals and the plain counts", () => {
  const fall = { interval: { low: 0.5, high: 0.8 }, difference: { low: -90, high: -10 }, plainScore: -3 };
  expect(changeDirection(fall, 0.01)).toBe("lower");
  expect(changeDirection(fall, 0.06)).toBe("cannot-tell");
  expect(changeDirection({ ...fall, difference: { low: -90, high: 5 } }, 0.01)).toBe("cannot-tell");
  expect(changeDirection({ ...fall, plainScore: -0.5 }, 0.01)).toBe("cannot-tell");
  expect(changeDirection({ interval: fall.interval, difference: fall.difference }, 0.01)).toBe("lower");
});

test("series that should not move: likewise, not as much, or nobody can tell", () => {
  const stayed = { interval: { low: 0.9, high: 1.1 }, difference: { low: -5, high: 5 }, ratio: 1, p: 0.9 };
  const likewise = { interval: { low: 0.5, high: 0.8 }, difference: { low: -50, high: -5 }, ratio: 0.65, p: 0.001 };
  const vague = { interval: { low: 0.4, high: 1.6 }, difference: { low: -50, high: 50 }, ratio: 0.8, p: 0.5 };
  expect(areSteady([stayed, vague], { ratio: 0.6 }, "lower")).toBe(true);
  expect(areSteady([stayed, likewise], { ratio: 0.6 }, "lower")).toBe(false);
  expect(areSteady([vague], { ratio: 0.6 }, "lower")).toBeUndefined();
  expect(areSteady([], { ratio: 0.6 }, "lower")).toBeUndefined();
});
