import type { DesignMatrix } from "../matrices/design-matrix.ts";
import type { RegressionFamily, Rows } from "./regression-family.ts";

/**
 * Whether a direction proves that no finite estimate exists: along it every row either keeps its fitted value or moves
 * toward the outcome it already has, and at least one row moves. Not a search: the direction is the last step of a fit
 * that does not settle.
 *
 * Source: Albert & Anderson (1984), Biometrika 71, 1–10; Correia, Guimarães & Zylkin (2019) for counts.
 *
 * @param step what the step adds to each row's linear predictor
 * @example isSeparating({ name: "poisson", bound: (y) => (y === 0 ? "below" : "none") }, { y: [3, 0], prior: [1, 1] }, [0, -1]) // true
 */
export function isSeparating(
  family: Pick<RegressionFamily, "bound">,
  { y, prior }: { readonly y: ArrayLike<number>; readonly prior: ArrayLike<number> },
  step: ArrayLike<number>,
): boolean {
  let largest = 0;
  for (let row = 0; row < y.length; row += 1)
    if (prior[row] !== 0) largest = Math.max(largest, Math.abs(step[row] as number));
  const still = 1e-6 * largest;
  for (let row = 0; row < y.length; row += 1) {
    if (prior[row] === 0) continue;
    const bound = family.bound(y[row] as number);
    const move = step[row] as number;
    if (move > still && bound !== "above") return false;
    if (move < -still && bound !== "below") return false;
  }
  return largest > 0;
}

/**
 * The columns that carry a separating direction, constant columns left out unless they are all there is.
 *
 * @param direction one number per column
 * @example separatingColumns({ rows: 2, columns: ["one", "g"], values: Float64Array.of(1, 1, 0, 1) }, [0, -1]) // ["g"]
 */
export function separatingColumns(design: DesignMatrix, direction: ArrayLike<number>): readonly string[] {
  const { rows, columns, values } = design;
  const moved = columns.map((_, column) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = column * rows; at < (column + 1) * rows; at += 1) {
      low = Math.min(low, values[at] as number);
      high = Math.max(high, values[at] as number);
    }
    const factor = Math.abs(direction[column] ?? 0);
    return { spread: factor * (high - low), size: factor * Math.max(Math.abs(low), Math.abs(high)) };
  });
  const widest = Math.max(...moved.map(({ spread }) => spread));
  if (widest > 0) return columns.filter((_, column) => (moved[column]?.spread ?? 0) > 1e-4 * widest);
  return columns.filter((_, column) => (moved[column]?.size ?? 0) > 0);
}

/** Only the rows' outcome and prior weight are read. */
export type SeparationRows = Pick<Rows, "y" | "prior">;
