import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../packages/toolkit/src/sample/seeded-random.ts";

/** How much to make. Half of the predictors are 0 or 1, half continuous; the intercept comes before them. */
export type ModelSize = { readonly rows: number; readonly predictors: number; readonly clusters: number };

/** Rows with a count and a yes or no each, in clusters that share some of their luck. */
export type GeneratedModel = {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly yes: Float64Array;
  readonly clusters: Float64Array;
};

/** The same rows for the same size and seed, on every machine. */
export function generateModel({ rows, predictors, clusters }: ModelSize, seed = 20141108): GeneratedModel {
  const random = draws(seed);
  const columns = predictors + 1;
  const luck = Array.from({ length: clusters }, () => 0.3 * random.normal());
  const values = new Float64Array(rows * columns).fill(1, 0, rows);
  const model = {
    values,
    counts: new Float64Array(rows),
    yes: new Float64Array(rows),
    clusters: new Float64Array(rows),
  };
  const slopes = Array.from({ length: columns }, (_, column) => (column % 3 === 0 ? -0.25 : 0.15));
  for (let row = 0; row < rows; row += 1) {
    const cluster = Math.floor(random.uniform() * clusters);
    let linear = (luck[cluster] ?? 0) - 0.5;
    for (let column = 1; column < columns; column += 1) {
      const share = 0.05 + (0.45 * column) / columns;
      const value = column % 2 === 1 ? Number(random.uniform() < share) : random.normal();
      values[column * rows + row] = value;
      linear += value * (slopes[column] ?? 0);
    }
    model.clusters[row] = cluster;
    model.yes[row] = Number(random.uniform() < 1 / (1 + Math.exp(-linear)));
    model.counts[row] = random.poisson(Math.exp(linear) * random.exponential());
  }
  return model;
}

/** Writes the model as plain 64-bit numbers, one after the other, which both sides read as they are. */
export function writeModel(folder: string, model: GeneratedModel): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, numbers] of Object.entries(model)) writeFileSync(join(folder, `${name}.bin`), numbers);
}

function draws(seed: number) {
  const random = seededRandom(seed);
  const uniform = () => random.next();
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const exponential = () => -Math.log(1 - uniform());
  const poisson = (mean: number) => {
    let count = 0;
    for (let waited = exponential(); waited < mean; waited += exponential()) count += 1;
    return count;
  };
  return { uniform, normal, exponential, poisson };
}
