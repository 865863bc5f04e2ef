/** Rows with an ordered outcome. */
export type OrderedRows = {
  readonly category: Int32Array;
  readonly prior: Float64Array;
  /** Predictors, one list per column, without an intercept. */
  readonly columns: readonly Float64Array[];
  readonly categories: number;
};

/** The log-likelihood at one place with its slope and curvature. */
export type CumulativeLikelihood = {
  /** −Infinity where the thresholds are not in order. */
  readonly value: number;
  readonly score: Float64Array;
  /** Observed information, row after row. */
  readonly information: Float64Array;
  /** Furthest that a step moves any row against any of its thresholds. */
  readonly largestMove: (step: Float64Array) => number;
  /** Whether along a step every row becomes more certain of its own category, or stays: no finite estimate exists. */
  readonly isSeparating: (step: Float64Array) => boolean;
};

/**
 * Log-likelihood of the cumulative logit model. Parameters are the coefficients, then the thresholds. Internal to
 * {@link proportionalOdds}.
 *
 * With a and b the two thresholds of a row's category less its linear predictor, ln P = ln σ(b) + ln σ(−a) +
 * ln(1 − e^(a−b)), which does not cancel in the tails.
 *
 * Source: McCullagh (1980), J. Royal Statistical Society B 42, 109–142.
 * @example cumulativeLikelihood({ category: Int32Array.of(0, 1), prior: Float64Array.of(1, 1), columns: [], categories: 2 }, Float64Array.of(0)) // { value: -1.38629436111…, score: [0], information: [0.5] }
 */
export function cumulativeLikelihood(rows: OrderedRows, parameters: Float64Array): CumulativeLikelihood {
  const { category, prior, columns, categories } = rows;
  const size = parameters.length;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  const linear = linearPredictor(columns, parameters, category.length);
  let value = 0;
  for (let row = 0; row < category.length; row += 1) {
    const weight = prior[row] as number;
    if (weight === 0) continue;
    const place = category[row] as number;
    const upper = place === categories - 1 ? size : columns.length + place;
    const lower = place === 0 ? size : columns.length + place - 1;
    const b = upper === size ? Number.POSITIVE_INFINITY : (parameters[upper] as number) - (linear[row] as number);
    const a = lower === size ? Number.NEGATIVE_INFINITY : (parameters[lower] as number) - (linear[row] as number);
    const slopes = categorySlopes(a, b);
    value += weight * slopes.value;
    addRow(score, information, { columns, row, weight, upper, lower, slopes });
  }
  return {
    value: Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value,
    score,
    information,
    largestMove: (step) =>
      moves(rows, step).reduce((largest, { up, down }) => Math.max(largest, Math.abs(up), Math.abs(down)), 0),
    isSeparating: (step) => everyRowGains(rows, step),
  };
}

/**
 * Where the iterations begin: coefficients 0, thresholds at the overall shares.
 *
 * @example cumulativeStart({ category: Int32Array.of(0, 1), prior: Float64Array.of(3, 1), columns: [], categories: 2 }) // [1.0986122886…]
 */
export function cumulativeStart({ category, prior, columns, categories }: OrderedRows): Float64Array {
  const totals = new Float64Array(categories);
  category.forEach((place, row) => {
    totals[place] = (totals[place] as number) + (prior[row] as number);
  });
  const whole = totals.reduce((sum, total) => sum + total, 0);
  const start = new Float64Array(columns.length + categories - 1);
  let below = 0;
  for (let place = 0; place < categories - 1; place += 1) {
    below += totals[place] as number;
    start[columns.length + place] = Math.log(below / (whole - below));
  }
  return start;
}

type Slopes = {
  readonly value: number;
  /** First derivatives in b and a. */
  readonly b: number;
  readonly a: number;
  /** Second derivatives with the sign turned. */
  readonly bb: number;
  readonly aa: number;
  readonly ab: number;
};

function categorySlopes(a: number, b: number): Slopes {
  const width = b - a;
  if (!(width > 0)) return { value: Number.NEGATIVE_INFINITY, b: 0, a: 0, bb: 0, aa: 0, ab: 0 };
  const spare = 1 / Math.expm1(width);
  const bend = Number.isFinite(width) ? 1 / (Math.expm1(width) * -Math.expm1(-width)) : 0;
  const above = sigmoid(-b);
  const under = sigmoid(a);
  return {
    value: logSigmoid(b) + logSigmoid(-a) + Math.log(-Math.expm1(-width)),
    b: above + spare,
    a: -under - spare,
    bb: above * (1 - above) + bend,
    aa: under * (1 - under) + bend,
    ab: -bend,
  };
}

function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const small = Math.exp(x);
  return small / (1 + small);
}

function logSigmoid(x: number): number {
  return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}

function addRow(
  score: Float64Array,
  information: Float64Array,
  at: {
    readonly columns: readonly Float64Array[];
    readonly row: number;
    readonly weight: number;
    readonly upper: number;
    readonly lower: number;
    readonly slopes: Slopes;
  },
): void {
  const { columns, row, weight, upper, lower, slopes } = at;
  const size = score.length;
  const add = (left: number, right: number, value: number): void => {
    if (left === size || right === size) return;
    information[left * size + right] = (information[left * size + right] as number) + weight * value;
    if (left !== right)
      information[right * size + left] = (information[right * size + left] as number) + weight * value;
  };
  if (upper < size) score[upper] = (score[upper] as number) + weight * slopes.b;
  if (lower < size) score[lower] = (score[lower] as number) + weight * slopes.a;
  add(upper, upper, slopes.bb);
  add(lower, lower, slopes.aa);
  add(upper, lower, slopes.ab);
  const both = slopes.bb + slopes.aa + 2 * slopes.ab;
  for (let left = 0; left < columns.length; left += 1) {
    const x = columns[left]?.[row] as number;
    if (x === 0) continue;
    score[left] = (score[left] as number) - weight * x * (slopes.a + slopes.b);
    add(left, upper, -x * (slopes.bb + slopes.ab));
    add(left, lower, -x * (slopes.aa + slopes.ab));
    for (let right = left; right < columns.length; right += 1)
      add(left, right, x * (columns[right]?.[row] as number) * both);
  }
}

function linearPredictor(columns: readonly Float64Array[], factors: Float64Array, rows: number): Float64Array {
  const linear = new Float64Array(rows);
  columns.forEach((column, place) => {
    for (let row = 0; row < rows; row += 1)
      linear[row] = (linear[row] as number) + (factors[place] as number) * (column[row] as number);
  });
  return linear;
}

/** How far a step moves each row's upper threshold up and its lower threshold down, seen from the row. */
function moves(
  { category, prior, columns, categories }: OrderedRows,
  step: Float64Array,
): readonly { readonly up: number; readonly down: number }[] {
  const linear = linearPredictor(columns, step, category.length);
  const found: { up: number; down: number }[] = [];
  category.forEach((place, row) => {
    if (prior[row] === 0) return;
    const shift = linear[row] as number;
    found.push({
      up: place === categories - 1 ? 0 : (step[columns.length + place] as number) - shift,
      down: place === 0 ? 0 : shift - (step[columns.length + place - 1] as number),
    });
  });
  return found;
}

function everyRowGains(rows: OrderedRows, step: Float64Array): boolean {
  const found = moves(rows, step);
  const largest = found.reduce((most, { up, down }) => Math.max(most, Math.abs(up), Math.abs(down)), 0);
  return largest > 0 && found.every(({ up, down }) => up >= -1e-6 * largest && down >= -1e-6 * largest);
}
