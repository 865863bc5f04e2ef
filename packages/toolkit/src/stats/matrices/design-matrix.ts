/**
 * The predictors of a regression: one named column each, the values column after column (`values[column * rows + row]`).
 * The intercept is a column like any other.
 */
export type DesignMatrix = {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly values: Float64Array;
};

/** One predictor: its name and a value for every row. */
export type DesignColumn = { readonly name: string; readonly values: ArrayLike<number> };

/**
 * Puts named columns beside each other. Adds nothing: give the intercept as a column of ones. Not for categories; give
 * each category but the reference its own 0/1 column.
 *
 * @param columns at least one, all of the same length, names all different
 * @throws RangeError if there is no column, lengths differ, a name comes twice or a value is not a finite number
 * @example designMatrix([{ name: "one", values: [1, 1] }, { name: "x", values: [0, 3] }]) // { rows: 2, columns: ["one", "x"] }
 */
export function designMatrix(columns: readonly DesignColumn[]): DesignMatrix {
  const rows = columns[0]?.values.length ?? 0;
  if (columns.length === 0) throw new RangeError("invalid columns; must be at least one: 0");
  const names = columns.map(({ name }) => name);
  if (new Set(names).size !== names.length) throw new RangeError(`invalid columns; names must differ: ${names}`);
  const values = new Float64Array(rows * columns.length);
  columns.forEach((column, index) => {
    if (column.values.length !== rows)
      throw new RangeError(`invalid column ${column.name}; must have ${rows} values: ${column.values.length}`);
    values.set(column.values, index * rows);
  });
  requireFinite(values, "design");
  return { rows, columns: names, values };
}

/**
 * The same from rows, each a list of values in the order of the names. For few rows; columns are quicker.
 *
 * @throws RangeError if a row is not as long as the list of names or a value is not a finite number
 * @example designFromRows(["one", "x"], [[1, 0], [1, 3]]) // { rows: 2, columns: ["one", "x"] }
 */
export function designFromRows(columns: readonly string[], rows: readonly (readonly number[])[]): DesignMatrix {
  const wrong = rows.find((row) => row.length !== columns.length);
  if (wrong) throw new RangeError(`invalid row; must have ${columns.length} values: ${wrong.length}`);
  return designMatrix(
    columns.map((name, index) => ({ name, values: Float64Array.from(rows, (row) => row[index] ?? Number.NaN) })),
  );
}

/**
 * Refuses numbers that no calculation can use.
 *
 * @throws RangeError if a value is NaN or infinite
 * @example requireFinite([1, 2], "offset") // undefined
 */
export function requireFinite(values: ArrayLike<number>, name: string): void {
  for (let index = 0; index < values.length; index += 1)
    if (!Number.isFinite(values[index]))
      throw new RangeError(`invalid ${name}; must be finite: ${values[index]} at ${index}`);
}
