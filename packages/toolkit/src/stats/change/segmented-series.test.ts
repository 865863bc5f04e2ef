import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type SegmentedRegression, segmentedRegression } from "./segmented-regression.ts";
import { segmentedSeries } from "./segmented-series.ts";

const sicily = new URL("../../../../../../shared/methods/oracles/data-fetched/sicily.csv", import.meta.url);

// Bernal, Cummins & Gasparrini (2017), IJE 46, 348–355: smoking ban in Sicily, acute coronary events, January 2005.
describe.skipIf(!existsSync(sicily))("the Sicily series (skipped where the shared folder is absent)", () => {
  const rows = existsSync(sicily) ? readFileSync(sicily, "utf8").trim().split("\n").slice(1) : [];
  const cells = rows.map((row) => row.split(",").map(Number));
  const column = (place: number) => cells.map((row) => row[place] ?? Number.NaN);
  const series = { counts: column(2), times: column(3), exposure: column(6) };

  test("the rate fell by 11 %: ratio 0.894 without season", () => {
    expect(answered(segmentedRegression(series, { changeAt: 37 })).ratio).toBeCloseTo(0.894, 3);
  });
  test("with season 0.885 (0.839–0.933)", () => {
    const { ratio, intervals, interval } = answered(segmentedSeries(series, { changeAt: 37 }));
    expect(ratio).toBeCloseTo(0.885, 3);
    expect(intervals.quasiPoisson.low).toBeCloseTo(0.839, 3);
    expect(intervals.quasiPoisson.high).toBeCloseTo(0.933, 3);
    expect(interval).toEqual(intervals.quasiPoisson);
  });
});

const counts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 40, maxLength: 60 });

test("more people change the rate, not the ratio; all counts and people doubled change no ratio", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 9 }), (list, times) => {
      const exposure = list.map((_, index) => 1000 + index);
      const options = { changeAt: 25, seasons: 1, slope: true };
      const one = answered(segmentedRegression({ counts: list, exposure }, options));
      const scaled = exposure.map((people) => people * times);
      const other = answered(segmentedRegression({ counts: list, exposure: scaled }, options));
      expect(other.ratio / one.ratio).toBeCloseTo(1, 6);
      expect(other.withoutChange.expected / one.withoutChange.expected).toBeCloseTo(1, 6);
      const many = answered(segmentedRegression({ counts: list.map((count) => count * 4), exposure }, options));
      expect(many.ratio / one.ratio).toBeCloseTo(1, 6);
      expect(many.dispersion / one.dispersion).toBeCloseTo(4, 5);
    }),
    { numRuns: 20 },
  );
});

test("where times start makes no difference to level, expectation and errors", () => {
  const list = Array.from({ length: 40 }, (_, index) => 10 + ((index * 7) % 5) + (index > 27 ? 4 : 0));
  const one = answered(segmentedRegression({ counts: list }, { changeAt: 29, slope: true, seasons: 2 }));
  const later = list.map((_, index) => index + 1201);
  const other = answered(
    segmentedRegression({ counts: list, times: later }, { changeAt: 1229, slope: true, seasons: 2 }),
  );
  expect(other.ratio).toBeCloseTo(one.ratio, 7);
  expect(other.errors.neweyWest[1]).toBeCloseTo(one.errors.neweyWest[1] ?? 0, 7);
  expect(other.withoutChange.standardError).toBeCloseTo(one.withoutChange.standardError, 5);
});

test("the published interval is never narrower than any of the three errors gives", () => {
  fc.assert(
    fc.property(counts, (list) => {
      const { intervals, interval, errors } = answered(segmentedRegression({ counts: list }, { changeAt: 25 }));
      for (const one of Object.values(intervals)) expect(interval.low).toBeLessThanOrEqual(one.low);
      expect(Math.log(interval.high / interval.low)).toBeGreaterThanOrEqual(2 * 1.9599 * (errors.poisson[1] ?? 0));
    }),
    { numRuns: 30 },
  );
});

describe("in series without any change", () => {
  for (const [title, plan] of [
    ["48 months of about 10", { months: 48, changeAt: 37, mean: 10, noise: 0 }],
    ["48 months of about 10 that scatter more", { months: 48, changeAt: 37, mean: 10, noise: 0.3 }],
    ["20 months of about 5", { months: 20, changeAt: 14, mean: 5, noise: 0 }],
  ] as const)
    test(`${title}: a shift is found in about 5 of 100, or fewer`, () => {
      const alarms = alarmShare(plan, 400);
      // 5 % and three Monte-Carlo deviations; never so few that the test could not find anything.
      expect(alarms).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 400));
      expect(alarms).toBeGreaterThan(0.01);
    });
});

test("a halving is found in most series", () => {
  const random = seededRandom(5);
  let found = 0;
  for (let run = 0; run < 100; run++) {
    const list = Array.from({ length: 48 }, (_, index) => randomPoisson(index < 36 ? 12 : 6, random));
    const { interval, withoutChange } = answered(segmentedSeries({ counts: list }, { changeAt: 37 }));
    if (interval.high < 1 && withoutChange.difference < 0) found++;
  }
  expect(found).toBeGreaterThan(60);
});

test("a level for each month takes a sharp season out, and needs 60 periods", () => {
  const list = Array.from({ length: 72 }, (_, index) => (index % 12 === 6 ? 90 : 30) + (index % 5));
  const { columns, dispersion, ratio } = answered(
    segmentedSeries({ counts: list }, { changeAt: 49, seasons: "months" }),
  );
  expect(columns.slice(3)).toEqual(Array.from({ length: 11 }, (_, index) => `month${index + 2}`));
  expect(dispersion).toBeLessThan(0.2);
  expect(ratio).toBeCloseTo(1, 1);
  const waves = answered(segmentedSeries({ counts: list }, { changeAt: 49 }));
  expect(waves.dispersion).toBeGreaterThan(1);
  const short = { counts: list.slice(0, 59) };
  expect(segmentedSeries(short, { changeAt: 49, seasons: "months" })).toMatchObject({ reason: "too_few_units" });
});

test("a transition is left out, and is not in the months after", () => {
  const list = Array.from({ length: 40 }, (_, index) => (index === 28 || index === 29 ? 500 : 10 + (index % 3)));
  const { withoutChange } = answered(segmentedSeries({ counts: list }, { changeAt: 29, transition: 2 }));
  expect(withoutChange.course.map(({ time }) => time)[0]).toBe(31);
  expect(withoutChange.observed).toBeLessThan(150);
});

test("too little is refused, with the reason", () => {
  const ten = Array.from({ length: 30 }, (_, index) => 8 + (index % 4));
  const reason = (list: number[], changeAt: number) => segmentedSeries({ counts: list }, { changeAt });
  expect(reason(ten, 12)).toEqual({ reason: "too_few_units", detail: "periodsBefore: 11, at least 12" });
  expect(reason(ten, 26)).toEqual({ reason: "too_few_units", detail: "periodsAfter: 5, at least 6" });
  expect(reason([...ten.slice(0, 15).fill(0), ...ten], 16)).toMatchObject({ reason: "too_few_events" });
  expect(
    reason(
      ten.map((_, index) => (index === 3 || index > 20 ? 1 : 0)),
      20,
    ),
  ).toMatchObject({
    reason: "too_few_events",
  });
  expect(
    segmentedRegression({ counts: ten.map((count, index) => (index < 20 ? count : 0)) }, { changeAt: 21 }),
  ).toMatchObject({ reason: "separated" });
  expect(segmentedRegression({ counts: ten }, { changeAt: 99 })).toMatchObject({ reason: "aliased" });
  expect(() => segmentedRegression({ counts: ten, times: ten }, { changeAt: 9 })).toThrow("invalid times; must rise");
});

type Plan = Readonly<Record<"months" | "changeAt" | "mean" | "noise", number>>;

function alarmShare({ months, changeAt, mean, noise }: Plan, runs: number): number {
  const random = seededRandom(20260114);
  let alarms = 0;
  for (let run = 0; run < runs; run++) {
    const list = Array.from({ length: months }, () =>
      randomPoisson(mean * (1 + noise * (2 * random() - 1) * 1.7), random),
    );
    const answer = segmentedSeries({ counts: list }, { changeAt });
    if (!isRefusal(answer) && (answer.interval.low > 1 || answer.interval.high < 1)) alarms++;
  }
  return alarms / runs;
}

function answered(answer: SegmentedRegression | Refusal): SegmentedRegression {
  if (isRefusal(answer)) throw new Error(`${answer.reason} ${answer.detail}`);
  return answer;
}
