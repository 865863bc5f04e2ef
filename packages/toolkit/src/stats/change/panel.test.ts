import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { differenceInDifferences } from "./difference-in-differences.ts";
import { eventStudy } from "./event-study.ts";
import { type PanelRow, panelFit } from "./panel-fit.ts";
import { permutedDifference } from "./permuted-difference.ts";

const changeAt = 7;

/** Twelve units over twelve periods, half of them treated, whose rate then is multiplied by `effect`. */
function panel(seed: number, { effect = 1, trend = 0, units = 12, mean = 15 } = {}): readonly PanelRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: units * 12 }, (_, index) => {
    const unit = Math.floor(index / 12);
    const period = (index % 12) + 1;
    const treated = unit < units / 2;
    const exposure = 1000 + 50 * unit;
    const rate = (mean / 1000) * (1 + 0.1 * (unit % 4)) * (1 + 0.05 * (period % 3));
    const change = treated ? Math.exp(trend * period) * (period >= changeAt ? effect : 1) : 1;
    return { unit, period, count: randomPoisson(rate * exposure * change, random), exposure, treated };
  });
}

test("with two units and two periods the ratio is the cross product of the four rates", () => {
  const cell = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(cell, cell, cell, cell, cell, (a, b, c, d, exposure) => {
      const rows = [
        { unit: "x", period: 1, count: a, exposure, treated: true },
        { unit: "x", period: 2, count: b, exposure: 7, treated: true },
        { unit: "y", period: 1, count: c, exposure: 9, treated: false },
        { unit: "y", period: 2, count: d, exposure: 4, treated: false },
      ];
      const { ratio, modelError, deviance } = answered(differenceInDifferences(rows, { changeAt: 2 }));
      const byHand = b / 7 / (a / exposure) / (d / 4 / (c / 9));
      expect(ratio / byHand).toBeCloseTo(1, 6);
      expect(modelError).toBeCloseTo(Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), 6);
      expect(deviance).toBeCloseTo(0, 6);
    }),
  );
});

test("the order of the rows and the names of the units change nothing", () => {
  const rows = panel(1, { effect: 0.7 });
  const renamed = [...rows].reverse().map((row) => ({ ...row, unit: `unit ${row.unit}` }));
  const one = answered(differenceInDifferences(rows, { changeAt }));
  const other = answered(differenceInDifferences(renamed, { changeAt }));
  expect(other.ratio).toBeCloseTo(one.ratio, 9);
  expect(other.clusterError).toBeCloseTo(one.clusterError, 9);
});

test("a unit and a period without any event say nothing", () => {
  const rows = panel(2, { effect: 0.7 });
  const silent = rows.slice(0, 12).map((row) => ({ ...row, unit: 99, count: 0, treated: false }));
  const quiet = rows.filter(({ period }) => period === 1).map((row) => ({ ...row, period: 0, count: 0 }));
  const one = answered(differenceInDifferences(rows, { changeAt }));
  const other = answered(differenceInDifferences([...quiet, ...rows, ...silent], { changeAt }));
  expect(other.logRatio).toBeCloseTo(one.logRatio, 9);
  expect(other.clusters).toBe(12);
  expect(other.interval.low).toBeCloseTo(one.interval.low, 9);
});

test("units that did not change are found apart from 1 in about 5 of 100 panels, an effect in most", () => {
  const share = (effect: number, runs: number) => {
    let found = 0;
    for (let run = 0; run < runs; run++) {
      const { interval } = answered(differenceInDifferences(panel(1000 + run, { effect }), { changeAt }));
      if (interval.low > 1 || interval.high < 1) found++;
    }
    return found / runs;
  };
  expect(share(1, 200)).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 200));
  expect(share(0.7, 50)).toBeGreaterThan(0.9);
});

test("leads show a trend that was there before the change, and are level without one", () => {
  const moved = answered(eventStudy(panel(3, { trend: 0.15, mean: 40 }), { changeAt }));
  const level = answered(eventStudy(panel(4, { mean: 40 }), { changeAt }));
  if (isRefusal(moved.leads) || isRefusal(level.leads)) throw new Error("refused");
  expect(moved.leads.p).toBeLessThan(0.001);
  expect(level.leads.p).toBeGreaterThan(0.01);
  expect(level.largestLeadNotExcluded).toBeGreaterThan(1);
  expect(moved.largestLeadNotExcluded).toBeGreaterThan(level.largestLeadNotExcluded ?? 0);
  expect(level.periods.map(({ relative }) => relative)).toEqual([-6, -5, -4, -3, -2, 0, 1, 2, 3, 4, 5]);
});

test("further periods are put together at the ends", () => {
  const { periods, clusteredLeads } = answered(eventStudy(panel(5), { changeAt, furthest: 3 }));
  expect(periods.map(({ relative }) => relative)).toEqual([-3, -2, 0, 1, 2, 3]);
  expect(clusteredLeads).toMatchObject({ degrees: 2 });
  const few = answered(eventStudy(panel(5, { units: 4 }), { changeAt }));
  expect(few.clusteredLeads).toMatchObject({ reason: "too_few_clusters" });
});

test("without anyone to compare with, without events or exposure, there is no answer", () => {
  const all = panel(6).map((row) => ({ ...row, treated: true }));
  expect(differenceInDifferences(all, { changeAt })).toMatchObject({ reason: "aliased" });
  expect(differenceInDifferences(panel(6), { changeAt: 1 })).toMatchObject({ reason: "aliased" });
  expect(
    eventStudy(
      panel(6).map((row) => ({ ...row, treated: false })),
      { changeAt },
    ),
  ).toMatchObject({
    reason: "aliased",
  });
  expect(
    panelFit(
      panel(6).map((row) => ({ ...row, count: 0 })),
      [],
    ),
  ).toEqual({ reason: "no_events" });
  expect(
    panelFit(
      panel(6).map((row) => ({ ...row, exposure: 0 })),
      [],
    ),
  ).toEqual({ reason: "no_exposure" });
  const gone = panel(6).map((row) => (row.treated && row.period >= changeAt ? { ...row, count: 0 } : row));
  expect(differenceInDifferences(gone, { changeAt })).toMatchObject({ reason: "separated" });
});

test("a unit twice in a period, or treated in some only, is refused", () => {
  const [first] = panel(7);
  if (first === undefined) throw new Error("empty");
  expect(() => panelFit([first, first], [])).toThrow("invalid period; twice for unit 0: 1");
  expect(() => panelFit([first, { ...first, period: 2, treated: false }], [])).toThrow("invalid treated");
});

function answered<Answer>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`${answer.reason} ${answer.detail}`);
  return answer;
}

test("permutation: the p value is the rank among all choices of units", () => {
  const rows = panel(8, { units: 6, effect: 0.4, mean: 30 });
  const answer = answered(permutedDifference(rows, { changeAt }));
  expect(answer).toMatchObject({ assignments: 20, isComplete: true });
  // Treating the other three units instead only turns the sign, so 2 of 20 is the smallest p here.
  expect(answer.p).toBe(0.1);
  const some = answered(permutedDifference(rows, { changeAt, most: 10 }));
  expect(some).toMatchObject({ assignments: 11, isComplete: false });
});

test("permutation: in panels without a change, p is at or below 0.1 in about one of ten", () => {
  let low = 0;
  for (let run = 0; run < 100; run++)
    if (answered(permutedDifference(panel(500 + run, { units: 6, mean: 8 }), { changeAt })).p <= 0.1) low++;
  expect(low / 100).toBeLessThan(0.1 + 3 * Math.sqrt(0.09 / 100));
  expect(low).toBeGreaterThan(0);
});
