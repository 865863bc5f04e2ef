/** Q·R of a matrix of columns, the dependent columns set aside. */
export type PivotedQr = {
  readonly rows: number;
  /** The columns that hold information of their own, in their first order; R has them in this order. */
  readonly kept: readonly number[];
  /** The columns that follow from earlier ones. */
  readonly dependent: readonly number[];
  /** Upper triangle, row after row, as wide as `kept` is long. */
  readonly upper: Float64Array;
  /** Qᵀ·r, in place. */
  readonly rotate: (right: Float64Array) => void;
};

/**
 * Householder QR with R's limited pivoting: columns stay in their order, and one whose remainder after the earlier
 * columns is shorter than 1e-7 of its own length is set aside, so that it is always the later of two that is dropped.
 *
 * Source: LINPACK dqrdc modified as dqrdc2 (R Core Team); Golub & Van Loan (2013), 5.2.
 *
 * @param values column after column; not changed
 * @example pivotedQr(Float64Array.of(1, 1, 2, 2), 2) // { kept: [0], dependent: [1] }
 */
export function pivotedQr(values: Float64Array, rows: number, tolerance = 1e-7): PivotedQr {
  const size = rows === 0 ? 0 : values.length / rows;
  const work = values.slice();
  const kept: number[] = [];
  const dependent: number[] = [];
  const heads: number[] = [];
  for (let column = 0; column < size; column += 1) {
    const step = kept.length;
    const whole = columnLength(values, column * rows, 0, rows);
    const rest = step < rows ? columnLength(work, column * rows, step, rows) : 0;
    if (!(rest > tolerance * whole) || rest === 0) {
      dependent.push(column);
      continue;
    }
    heads.push(reflector(work, column * rows, step, rows, rest));
    kept.push(column);
    for (let later = column + 1; later < size; later += 1) reflect(work, column * rows, work, later * rows, step, rows);
  }
  const upper = upperTriangle(work, rows, kept, heads);
  const rotate = (right: Float64Array): void => {
    kept.forEach((column, step) => {
      reflect(work, column * rows, right, 0, step, rows);
    });
  };
  return { rows, kept, dependent, upper, rotate };
}

/** Scaled so that neither 1e200 nor 1e-200 loses its square. */
function columnLength(values: Float64Array, at: number, from: number, rows: number): number {
  let largest = 0;
  for (let row = from; row < rows; row += 1) largest = Math.max(largest, Math.abs(values[at + row] as number));
  if (largest === 0) return 0;
  let sum = 0;
  for (let row = from; row < rows; row += 1) sum += ((values[at + row] as number) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Turns the column below `step` into the vector u of I − u·uᵀ/u₀ and returns the diagonal of R. */
function reflector(work: Float64Array, at: number, step: number, rows: number, length: number): number {
  const signed = (work[at + step] as number) < 0 ? -length : length;
  for (let row = step; row < rows; row += 1) work[at + row] = (work[at + row] as number) / signed;
  work[at + step] = (work[at + step] as number) + 1;
  return -signed;
}

function reflect(work: Float64Array, at: number, target: Float64Array, onto: number, step: number, rows: number): void {
  let sum = 0;
  for (let row = step; row < rows; row += 1) sum += (work[at + row] as number) * (target[onto + row] as number);
  const factor = sum / (work[at + step] as number);
  for (let row = step; row < rows; row += 1)
    target[onto + row] = (target[onto + row] as number) - factor * (work[at + row] as number);
}

function upperTriangle(
  work: Float64Array,
  rows: number,
  kept: readonly number[],
  heads: readonly number[],
): Float64Array {
  const size = kept.length;
  const upper = new Float64Array(size * size);
  kept.forEach((column, place) => {
    for (let row = 0; row < place; row += 1) upper[row * size + place] = work[column * rows + row] as number;
    upper[place * size + place] = heads[place] as number;
  });
  return upper;
}
