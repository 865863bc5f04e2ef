import fc from "fast-check";
import { expect, test } from "vitest";
import { findDrift, mixChanges, type YearMix } from "./find-drift.ts";

const mix = (year: number, counts: Record<string, number>): YearMix => ({
  year,
  countByCode: new Map(Object.entries(counts)),
});

test("finds a code that appears, and the one it replaces", () => {
  const drift = findDrift(
    [
      mix(2019, { taser: 300, hold: 700 }),
      mix(2020, { taser: 310, hold: 690 }),
      mix(2021, { taser_pointed: 200, taser_used: 110, hold: 690 }),
    ],
    1,
  );
  expect(drift.map(({ code, kind, year }) => ({ code, kind, year }))).toEqual([
    { code: "taser", kind: "vanishes", year: 2021 },
    { code: "taser_pointed", kind: "appears", year: 2021 },
    { code: "taser_used", kind: "appears", year: 2021 },
  ]);
  expect(drift[1]?.after).toEqual({ count: 200, share: 0.2 });
});

test("finds a jump, but not a change below five points or below double", () => {
  const years = (before: number, after: number) => [
    mix(2019, { pointed: before, hold: 10000 - before }),
    mix(2020, { pointed: after, hold: 10000 - after }),
  ];
  expect(findDrift(years(1000, 2500), 1).map(({ kind }) => kind)).toEqual(["jumps"]);
  expect(findDrift(years(100, 400), 1)).toEqual([]);
  expect(findDrift(years(3000, 4000), 1)).toEqual([]);
});

test("rows that come in clusters count for less", () => {
  const years = [mix(2019, { pointed: 100, hold: 900 }), mix(2020, { pointed: 220, hold: 780 })];
  expect(findDrift(years, 1)).toHaveLength(1);
  expect(findDrift(years, 9)).toEqual([]);
});

test("a rare code that comes and goes by chance, and small years, are left alone", () => {
  expect(
    findDrift([mix(2019, { hold: 1000 }), mix(2020, { hold: 995, dog: 5 }), mix(2021, { hold: 1000 })], 1),
  ).toEqual([]);
  expect(findDrift([mix(2019, { hold: 50 }), mix(2020, { strike: 50 })], 1)).toEqual([]);
});

test("years drawn from one mix hardly ever raise an alarm", () => {
  let alarms = 0;
  const share = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 60_000, seed: 7 });
  const draw = (index: number) => ((share[index] ?? 0) < 0.1 ? "dog" : (share[index] ?? 0) < 0.4 ? "strike" : "hold");
  for (let start = 0; start < 60_000; start += 3000) {
    const years = [0, 1000, 2000].map((offset, year) => {
      const counts: Record<string, number> = {};
      for (let index = 0; index < 1000; index++) {
        const code = draw(start + offset + index);
        counts[code] = (counts[code] ?? 0) + 1;
      }
      return mix(2019 + year, counts);
    });
    alarms += findDrift(years, 1).length;
  }
  expect(alarms).toBe(0);
});

test("mixChanges gives bits between neighbouring years", () => {
  expect(mixChanges([mix(2020, { a: 100 }), mix(2019, { b: 100 })], 1)).toEqual([{ from: 2019, to: 2020, bits: 1 }]);
});

test("a cluster size below 1 is refused", () => {
  expect(() => findDrift([], 0.5)).toThrow("invalid clusterSize; must be at least 1: 0.5");
});
