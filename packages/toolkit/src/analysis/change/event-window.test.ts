import type { PolicyEvent } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { monthsBetween } from "../months.ts";
import { equalWindows, eventWindow } from "./event-window.ts";

const event = (dates: Partial<PolicyEvent>): PolicyEvent => ({
  id: "e",
  kind: "policy",
  what: { en: "A rule" },
  source: "made up",
  ...dates,
});

describe("eventWindow", () => {
  test("a date on the first of a month needs no broken month; any other day does", () => {
    expect(eventWindow(event({ effective: "2020-06-01" }))).toMatchObject({ firstMonth: "2020-06", phaseIn: 0 });
    expect(eventWindow(event({ effective: "2020-06-02" }))).toMatchObject({ firstMonth: "2020-06", phaseIn: 1 });
  });

  test("training that ends later lengthens the phase-in; training before the date does not", () => {
    expect(eventWindow(event({ effective: "2020-06-01", trained: "2020-08-20" }))?.phaseIn).toBe(3);
    expect(eventWindow(event({ effective: "2020-06-01", trained: "2020-01-01" }))?.phaseIn).toBe(0);
  });

  test("a date of adoption stands in, and says so; without a date there is no window", () => {
    expect(eventWindow(event({ adopted: "2020-05-11" }))).toMatchObject({ from: "adopted", date: "2020-05-11" });
    expect(eventWindow(event({}))).toBeUndefined();
  });
});

describe("equalWindows", () => {
  const known = monthsBetween("2018-01", "2022-12");

  test("twelve months after, each with the same month of the year before", () => {
    const pairs = equalWindows({ date: "2020-06-01", from: "effective", firstMonth: "2020-06", phaseIn: 0 }, known);
    expect(pairs).toHaveLength(12);
    expect(pairs[0]).toEqual({ before: "2019-06", after: "2020-06" });
    expect(pairs[11]).toEqual({ before: "2020-05", after: "2021-05" });
  });

  test("a month that would fall after the event is taken from a year earlier", () => {
    const pairs = equalWindows({ date: "2020-06-15", from: "effective", firstMonth: "2020-06", phaseIn: 1 }, known);
    expect(pairs[11]).toEqual({ before: "2019-06", after: "2021-06" });
  });

  test("a month before is used once, also where a gap makes a year longer than twelve months", () => {
    const window = { date: "2020-06-01", from: "effective", firstMonth: "2020-06", phaseIn: 0 } as const;
    const pairs = equalWindows(
      window,
      known.filter((month) => month !== "2020-09"),
    );
    expect(pairs.at(-1)).toEqual({ before: "2018-06", after: "2021-06" });
    expect(new Set(pairs.map(({ before }) => before)).size).toBe(pairs.length);
  });

  test("no month beyond the limits of what may be compared", () => {
    const window = { date: "2020-06-01", from: "effective", firstMonth: "2020-06", phaseIn: 0 } as const;
    const limits = { from: "2019-09", to: "2021-02" };
    const pairs = equalWindows({ ...window, limits }, known);
    expect(pairs[0]).toEqual({ before: "2019-09", after: "2020-09" });
    expect(pairs.at(-1)).toEqual({ before: "2020-02", after: "2021-02" });
  });

  test("a month without data drops its pair, or is taken from a year earlier", () => {
    const window = { date: "2020-06-01", from: "effective", firstMonth: "2020-06", phaseIn: 0 } as const;
    const without = known.filter((month) => month !== "2019-07" && month !== "2020-09");
    const pairs = equalWindows(window, without);
    expect(pairs).toContainEqual({ before: "2018-07", after: "2020-07" });
    expect(pairs.map(({ after }) => after)).not.toContain("2020-09");
    expect(equalWindows(window, monthsBetween("2020-06", "2021-06"))).toEqual([]);
  });
});
