import { expect, test } from "vitest";
import { generateModel } from "./generate-models.ts";

const size = { rows: 4000, predictors: 20, clusters: 25 };
const model = generateModel(size);

test("the same seed gives the same rows, another seed others", () => {
  expect(generateModel(size)).toEqual(model);
  expect(generateModel(size, 7).counts).not.toEqual(model.counts);
});

test("has an intercept, ten 0/1 columns and ten continuous ones", () => {
  expect(model.values.length).toBe(21 * size.rows);
  const distinct = Array.from(
    { length: 21 },
    (_, column) => new Set(model.values.subarray(column * size.rows, (column + 1) * size.rows)).size,
  );
  expect(distinct[0]).toBe(1);
  expect(distinct.filter((count) => count === 2)).toHaveLength(10);
  expect(distinct.filter((count) => count > 1000)).toHaveLength(10);
});

test("counts scatter more than Poisson counts, answers are yes or no, every cluster is met", () => {
  const mean = model.counts.reduce((sum, count) => sum + count, 0) / size.rows;
  const variance = model.counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / size.rows;
  expect(variance).toBeGreaterThan(1.5 * mean);
  expect(new Set(model.yes)).toEqual(new Set([0, 1]));
  expect(new Set(model.clusters).size).toBe(25);
});
