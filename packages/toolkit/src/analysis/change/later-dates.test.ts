import { describe, expect, test } from "vitest";
import { isRefusal } from "../../stats/refusal.ts";
import { monthsBetween } from "../months.ts";
import { assessSeries, changeDirection, notAStep } from "./assess-series.ts";
import { daysOf } from "./month-series.ts";

const months = monthsBetween("2016-01", "2021-12");
const window = { date: "2020-01-01", from: "effective", firstMonth: "2020-01", phaseIn: 0 } as const;

/** Counts per day that alternate a little around a level of each month, counted from the date. */
function assess(level: (fromDate: number) => number) {
  const counts = months.map((month, index) =>
    Math.round(2 * daysOf(month) * level(index - 48) * (index % 2 ? 0.96 : 1.04)),
  );
  const found = assessSeries({ months, counts }, window);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
}

describe("dates after the event", () => {
  test("a trend that turned nine months before is no step at the date: later dates show at least as much", () => {
    const turned = assess((at) => (at < -9 ? 0.8 : 1.2) ** ((at + 9) / 12));
    expect(turned.interval.low).toBeGreaterThan(1);
    expect(turned.difference.low).toBeGreaterThan(0);
    expect(turned.later?.month).toMatch(/^2020-(0[4-9]|1)|^2021/);
    expect(turned.later?.ratio).toBeGreaterThan(turned.ratio);
    const direction = changeDirection(turned, turned.p);
    expect([direction, notAStep(turned, turned.p)]).toEqual(["cannot-tell", "later-dates-as-strong"]);
    expect(turned.bend).toMatch(/^2019-0[2-6]$/);
    const { later: _, bend: __, ...without } = turned;
    expect(changeDirection(without, turned.p)).toBe("higher");
  });

  test("a step a year after the date is not said of the date", () => {
    const late = assess((at) => (at < 12 ? 1 : 0.4));
    expect(late.later === undefined ? changeDirection(late, late.p) : "cannot-tell").not.toBe("lower");
  });

  test("a step at the date stays one", () => {
    const step = assess((at) => (at < 0 ? 1 : 0.6));
    expect([step.later, step.bend]).toEqual([undefined, undefined]);
    expect(changeDirection(step, step.p)).toBe("lower");
  });
});
