import type { ScoredFit } from "./regression-fit.ts";

/**
 * Leverage of each row: how much of its own fitted value it decides, 0–1; they sum to the number of coefficients. Not
 * meaningful after rows have been merged.
 *
 * Source: Pregibon (1981), Annals of Statistics 9, 705–724.
 *
 * @example leverages({ design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, observations: 2, scores: Float64Array.of(-1, 1), workingWeights: Float64Array.of(2, 2), basis: { conditioned: { rows: 2, values: Float64Array.of(1, 1), kept: [0], aliased: [], turn: undefined }, inverse: Float64Array.of(0.25) } }) // [0.5, 0.5]
 */
export function leverages({ basis, workingWeights }: ScoredFit): Float64Array {
  const { values, kept, rows } = basis.conditioned;
  const size = kept.length;
  const forms = new Float64Array(rows);
  for (let left = 0; left < size; left += 1)
    for (let right = left; right < size; right += 1) {
      const factor = (basis.inverse[left * size + right] as number) * (left === right ? 1 : 2);
      const first = left * rows;
      const second = right * rows;
      for (let row = 0; row < rows; row += 1)
        forms[row] =
          (forms[row] as number) + factor * (values[first + row] as number) * (values[second + row] as number);
    }
  return forms.map((form, row) => form * (workingWeights[row] as number));
}
