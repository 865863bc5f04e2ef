import { expect, it } from "vitest";
import { seededRandom } from "../functions/seeded-random.ts";
import { twoWayDispersion } from "./two-way-dispersion.ts";

/** Poisson by multiplying uniforms (Knuth), enough for small means. */
function poisson(random: () => number, mean: number): number {
  let count = -1;
  for (let product = 1; product > Math.exp(-mean); product *= random()) count += 1;
  return count;
}

const table = (random: () => number, cluster: number) =>
  [3, 5, 8].map((mean) => Array.from({ length: 60 }, () => cluster * poisson(random, mean)));

it("is about 1 for independent events and the cluster size for events in clusters", () => {
  const random = seededRandom(7);
  const mean = (cluster: number) =>
    Array.from({ length: 200 }, () => twoWayDispersion(table(random, cluster))?.factor ?? 0).reduce((a, b) => a + b) /
    200;
  expect(mean(1)).toBeCloseTo(1, 1);
  expect(mean(3) / 3).toBeCloseTo(1, 1);
});

it("does not change with the order of rows and columns", () => {
  const counts = table(seededRandom(1), 1);
  const turned = counts.toReversed().map((row) => row.toReversed());
  expect(twoWayDispersion(turned)?.factor).toBeCloseTo(twoWayDispersion(counts)?.factor ?? 0, 10);
});

it("finds the size of clusters where most periods hold only one, which the plain average does not", () => {
  const random = seededRandom(3);
  const factors = Array.from({ length: 300 }, () => {
    const rows = [0, 1].map(() => Array.from({ length: 60 }, () => 0));
    for (let cluster = 0; cluster < 60; cluster += 1) {
      const row = rows[random() < 0.5 ? 0 : 1];
      const month = Math.floor(60 * random());
      if (row !== undefined) row[month] = (row[month] ?? 0) + (random() < 0.5 ? 1 : 5);
    }
    return twoWayDispersion(rows)?.factor ?? 0;
  });
  // Half of the clusters hold 1 event and half hold 5: the factor is E[size²]/E[size] = 13/3.
  expect(factors.reduce((sum, factor) => sum + factor, 0) / 300).toBeGreaterThan(4);
  expect(factors.reduce((sum, factor) => sum + factor, 0) / 300).toBeLessThan(4.6);
});

it("is Pearson's chi-square over its degrees of freedom where all periods hold as many events", () => {
  const counts = [
    [4, 6, 5, 7, 3, 5, 8, 2, 5, 5],
    [6, 4, 5, 3, 7, 5, 2, 8, 5, 5],
  ];
  const chiSquare = counts.flat().reduce((sum, count) => sum + (count - 5) ** 2 / 5, 0);
  expect(twoWayDispersion(counts)).toEqual({
    factor: expect.closeTo(chiSquare / 9, 10),
    degrees: expect.closeTo(9, 10),
  });
});

it("says nothing of small tables", () =>
  expect(
    twoWayDispersion([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ).toBeUndefined());
