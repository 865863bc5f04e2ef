import { describe, expect, test } from "vitest";
import { plainSeriesChange } from "./plain-series.ts";

/** 36 months of 100, then 12 of 60, with a little unevenness. */
const counts = Array.from({ length: 48 }, (_, index) => (index < 36 ? 100 : 60) + ((index * 7) % 5) - 2);
const times = counts.map((_, index) => index + 1);
const series = { counts, times };

describe("plainSeriesChange", () => {
  test("a step of 100 to 60 comes out as about 0.6, and no earlier date shows as much", () => {
    const { answer, placebo, periodsBefore, periodsAfter } = plainSeriesChange(series, { changeAt: 37 });
    expect([periodsBefore, periodsAfter]).toEqual([36, 12]);
    expect(answer?.ratio).toBeGreaterThan(0.57);
    expect(answer?.ratio).toBeLessThan(0.63);
    expect(answer?.withoutChange.observed).toBe(counts.slice(36).reduce((sum, count) => sum + count, 0));
    const real = Math.abs(placebo?.z ?? 0);
    expect(placebo?.placebos.every(({ z }) => Math.abs(z ?? 0) < real)).toBe(true);
  });

  test("periods of the phase-in are in no side", () => {
    const { periodsAfter, before, after } = plainSeriesChange(series, { changeAt: 37, phaseIn: 4 });
    expect([periodsAfter, before, after]).toEqual([
      8,
      counts.slice(0, 36).reduce((sum, count) => sum + count, 0),
      counts.slice(40).reduce((sum, count) => sum + count, 0),
    ]);
  });

  test.each([
    ["few months before", { changeAt: 10 }, series, "too-few-months-for-change"],
    ["few months after", { changeAt: 45 }, series, "too-few-months-for-change"],
    ["a date after the end", { changeAt: 100 }, series, "too-few-months-for-change"],
    [
      "few events",
      { changeAt: 37 },
      { times, counts: counts.map((_, index) => (index % 9 === 0 ? 1 : 0)) },
      "too-few-events-for-change",
    ],
    ["a known change in recording", { changeAt: 37, isRecordingChanged: true }, series, "recording-changed"],
    [
      "a gap around the date",
      { changeAt: 37 },
      {
        counts: counts.filter((_, index) => index < 33 || index > 38),
        times: times.filter((time) => time < 34 || time > 39),
      },
      "months-missing-for-change",
    ],
  ])("%s: refused, with the counts", (_, options, given, reason) => {
    const answered = plainSeriesChange(given, options);
    expect(answered.refusal?.reason).toBe(reason);
    expect(answered.answer).toBeUndefined();
    expect(answered.before).toBeGreaterThan(0);
  });
});
