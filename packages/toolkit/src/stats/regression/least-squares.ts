import type { DesignMatrix } from "../matrices/design-matrix.ts";
import { pivotedQr } from "../matrices/pivoted-qr.ts";
import { invertUpper, solveUpper } from "../matrices/triangles.ts";
import { turnColumns } from "./condition-design.ts";
import { placeCovariance } from "./place-coefficients.ts";
import type { RegressionFit, ScoredFit } from "./regression-fit.ts";
import { type RegressionInput, readProblem } from "./regression-input.ts";

/** What a least-squares fit found; lists run in the order of the columns, null where a column is aliased. */
export type LeastSquaresFit = ScoredFit &
  Pick<RegressionFit, "columns" | "coefficients" | "standardErrors" | "covariance" | "aliased" | "estimated"> & {
    readonly fitted: Float64Array;
    readonly residuals: Float64Array;
    readonly residualSumOfSquares: number;
    readonly degreesResidual: number;
    /** Null where no degrees of freedom are left; standard errors are null then too. */
    readonly residualVariance: number | null;
  };

/**
 * Ordinary least squares, by Householder QR. Standard errors hold for independent residuals of equal scatter; for a
 * series in time see {@link neweyWestCovariance}. Not for counts near zero: use {@link poissonRegression}.
 *
 * Source: Golub & Van Loan (2013), Matrix Computations, 5.3; aliasing as in R's lm.
 *
 * @param input design with its intercept; weights, if given, are inverse variances
 * @throws RangeError if lengths differ or a number is not finite
 * @example leastSquares({ design: { rows: 3, columns: ["one"], values: Float64Array.of(1, 1, 1) }, y: [1, 2, 6] }) // { coefficients: [3], residualSumOfSquares: 14, residualVariance: 7 }
 */
export function leastSquares(input: Omit<RegressionInput, "offset">): LeastSquaresFit {
  const { design, y, prior } = readProblem(input);
  const { rows, values, columns } = design;
  const roots = prior.map(Math.sqrt);
  const weighted = values.map((value, at) => value * (roots[at % rows] as number));
  const qr = pivotedQr(weighted, rows);
  const size = qr.kept.length;
  const right = y.map((value, row) => value * (roots[row] as number));
  qr.rotate(right);
  const solution = solveUpper(qr.upper, right, size);
  const conditioned = turnedDesign(design, qr);
  const fitted = fittedValues(design, qr.kept, solution);
  const residuals = y.map((value, row) => value - (fitted[row] as number));
  const residualSumOfSquares = residuals.reduce((sum, value, row) => sum + (prior[row] as number) * value * value, 0);
  const observations = prior.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  const degreesResidual = observations - size;
  const residualVariance = degreesResidual > 0 ? residualSumOfSquares / degreesResidual : null;
  const inverse = identity(size);
  const placed = placeCovariance(design, { conditioned }, { inner: inverse, scale: residualVariance ?? 1 });
  return {
    columns,
    coefficients: columns.map((_, column) => solution[qr.kept.indexOf(column)] ?? null),
    ...(residualVariance === null ? withoutErrors(columns) : placed),
    aliased: qr.dependent.map((column) => columns[column] as string),
    estimated: qr.kept,
    fitted,
    residuals,
    residualSumOfSquares,
    degreesResidual,
    residualVariance,
    design,
    observations,
    scores: residuals.map((value, row) => value * (prior[row] as number)),
    workingWeights: prior,
    basis: { conditioned, inverse },
  };
}

function turnedDesign(design: DesignMatrix, qr: ReturnType<typeof pivotedQr>): ScoredFit["basis"]["conditioned"] {
  const { rows, values } = design;
  const independent = new Float64Array(rows * qr.kept.length);
  qr.kept.forEach((column, place) => {
    independent.set(values.subarray(column * rows, (column + 1) * rows), place * rows);
  });
  return {
    rows,
    values: turnColumns(independent, rows, qr.upper),
    kept: qr.kept,
    aliased: qr.dependent,
    turn: invertUpper(qr.upper, qr.kept.length),
  };
}

function fittedValues({ rows, values }: DesignMatrix, kept: readonly number[], solution: Float64Array): Float64Array {
  const fitted = new Float64Array(rows);
  kept.forEach((column, place) => {
    for (let row = 0; row < rows; row += 1)
      fitted[row] = (fitted[row] as number) + (solution[place] as number) * (values[column * rows + row] as number);
  });
  return fitted;
}

function withoutErrors(columns: readonly string[]): Pick<LeastSquaresFit, "standardErrors" | "covariance"> {
  return { standardErrors: columns.map(() => null), covariance: columns.map(() => columns.map(() => null)) };
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let at = 0; at < matrix.length; at += size + 1) matrix[at] = 1;
  return matrix;
}
