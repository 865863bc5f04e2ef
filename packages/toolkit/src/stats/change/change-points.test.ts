import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { changePoints } from "./change-points.ts";
import { multinomialCost, poissonCost, type SegmentCost } from "./segment-costs.ts";

const months = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }));
const mixes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
const limits = { penalty: fc.double({ min: 0, max: 12, noNaN: true }), shortest: fc.integer({ min: 1, max: 4 }) };

test("finds the cheapest of all divisions of a short series of counts", () => {
  fc.assert(
    fc.property(fc.array(months, { maxLength: 12 }), fc.record(limits), (pairs, options) => {
      const series = poissonCost(
        pairs.map(([count]) => count),
        pairs.map(([, exposure]) => exposure),
      );
      expectOptimum(series, options);
    }),
    { numRuns: 200 },
  );
});

test("finds the cheapest of all divisions of a short series of mixes", () => {
  fc.assert(
    fc.property(fc.array(mixes, { maxLength: 11 }), fc.record(limits), (counts, options) =>
      expectOptimum(multinomialCost(counts), options),
    ),
    { numRuns: 200 },
  );
});

test("agrees with the unpruned recursion on longer series, which a fast pruning could miss", () => {
  const random = seededRandom(7);
  for (let run = 0; run < 30; run++) {
    const counts = Array.from({ length: 120 }, (_, t) => randomPoisson(t % 50 < 25 ? 6 : 9, random));
    const series = poissonCost(counts);
    for (const shortest of [1, 3, 7]) {
      const penalty = 1 + 8 * random();
      expect(changePoints(series, { penalty, shortest }).totalCost).toBeCloseTo(unpruned(series, penalty, shortest), 7);
    }
  }
});

test("turning the series around mirrors the changes", () => {
  const counts = [3, 4, 2, 5, 3, 12, 11, 14, 13, 10, 12, 1, 0, 1, 2];
  const forth = changePoints(poissonCost(counts)).changes;
  const back = changePoints(poissonCost([...counts].reverse())).changes;
  expect(forth).toEqual([5, 11]);
  expect(back.map((change) => counts.length - change).reverse()).toEqual(forth);
});

test("months without events or exposure cost nothing, and no change is found in nothing", () => {
  expect(changePoints(poissonCost([0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 1, 1]))).toEqual({ changes: [], totalCost: 0 });
  expect(changePoints(poissonCost([]))).toEqual({ changes: [], totalCost: 0 });
  expect(changePoints(poissonCost([5]), { shortest: 3 }).changes).toEqual([]);
});

test("with the default penalty, 5 to 11 in 100 steady series are divided, as the documentation says", () => {
  const random = seededRandom(42);
  let divided = 0;
  for (let run = 0; run < 400; run++) {
    const counts = Array.from({ length: 60 }, () => randomPoisson(8, random));
    if (changePoints(poissonCost(counts)).changes.length > 0) divided++;
  }
  expect(divided / 400).toBeGreaterThan(0.04);
  expect(divided / 400).toBeLessThan(0.12);
});

test("events without exposure, and uneven lists, are refused", () => {
  expect(() => poissonCost([1, 2], [1, 0])).toThrow("invalid exposure; 0 with 2 events: 0");
  expect(() => poissonCost([1, 2], [1])).toThrow("invalid exposure; must have 2 values: 1");
  expect(() => multinomialCost([[1, 2], [1]])).toThrow("invalid counts; must have 2 categories: 1");
  expect(() => changePoints(poissonCost([1]), { shortest: 0 })).toThrow(RangeError);
});

function expectOptimum(series: SegmentCost, options: { readonly penalty: number; readonly shortest: number }): void {
  const found = changePoints(series, options);
  const ends = [0, ...found.changes, series.length];
  const own = ends.slice(1).reduce((sum, end, index) => sum + series.cost(ends[index] ?? 0, end), 0);
  expect(found.totalCost).toBeCloseTo(own + options.penalty * found.changes.length, 8);
  expect(found.totalCost).toBeCloseTo(cheapest(series, options), 8);
}

/** Every division there is, one after the other. */
function cheapest(series: SegmentCost, { penalty, shortest }: { penalty: number; shortest: number }): number {
  const size = series.length;
  let best = series.cost(0, size);
  for (let pattern = 1; pattern < 2 ** Math.max(0, size - 1); pattern++) {
    const ends = [0];
    for (let place = 1; place < size; place++) if ((pattern >> (place - 1)) & 1) ends.push(place);
    ends.push(size);
    const lengths = ends.slice(1).map((end, index) => end - (ends[index] ?? 0));
    if (lengths.some((length) => length < shortest)) continue;
    const cost = ends.slice(1).reduce((sum, end, index) => sum + series.cost(ends[index] ?? 0, end), 0);
    best = Math.min(best, cost + penalty * (ends.length - 2));
  }
  return best;
}

function unpruned(series: SegmentCost, penalty: number, shortest: number): number {
  const best = [-penalty];
  for (let end = 1; end <= series.length; end++) {
    let least = Infinity;
    for (let start = 0; start <= end - shortest; start++)
      least = Math.min(least, (best[start] ?? Infinity) + series.cost(start, end) + penalty);
    best.push(least);
  }
  return best.at(-1) ?? Number.NaN;
}
