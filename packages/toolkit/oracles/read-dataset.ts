import type { PanelRow } from "../src/stats/change/panel-fit.ts";

/** A data set as columns: numbers where every value of the column is one. */
export type Dataset = {
  /** @throws RangeError if there is no such column, or a value of it is not a number */
  readonly numbers: (column: string) => readonly number[];
  /** Names of the columns, in their order. */
  readonly columns: readonly string[];
};

/**
 * Reads the small comma-separated data sets beside the oracles: a line of names, then numbers; quotes around names are
 * dropped. Not for published files, which need the readers of `ingest`.
 *
 * @throws RangeError if a line has another number of values than the first
 * @example readDataset('"t","y"\n1,7\n2,9\n').numbers("y") // [7, 9]
 */
export function readDataset(text: string): Dataset {
  const [columns = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
  for (const row of rows)
    if (row.length !== columns.length)
      throw new RangeError(`invalid row; must have ${columns.length} values: ${row.join(",")}`);
  return {
    columns,
    numbers: (column) => {
      const place = columns.indexOf(column);
      if (place < 0) throw new RangeError(`invalid column; not one of ${columns.join(", ")}: ${column}`);
      return rows.map((row) => {
        const cell = row[place] ?? "";
        const value = cell === "" ? Number.NaN : Number(cell);
        if (Number.isNaN(value)) throw new RangeError(`invalid ${column}; not a number: ${cell}`);
        return value;
      });
    },
  };
}

/** A panel with the period in which its treated units changed. */
export type PanelDataset = { readonly rows: readonly PanelRow[]; readonly changeAt: number };

/**
 * Reads a panel with the columns t, u, treated, pop, y and T0 (the same in every row).
 *
 * @throws RangeError if a column is missing or T0 differs between rows
 */
export function readPanel(text: string): PanelDataset {
  const { numbers } = readDataset(text);
  const [periods, units, treated] = [numbers("t"), numbers("u"), numbers("treated")];
  const [exposures, counts] = [numbers("pop"), numbers("y")];
  const dates = new Set(numbers("T0"));
  if (dates.size !== 1) throw new RangeError(`invalid T0; must be one date: ${[...dates].join(", ")}`);
  const at = (values: readonly number[], row: number) => values[row] ?? Number.NaN;
  const rows = periods.map((period, row) => ({
    unit: at(units, row),
    period,
    count: at(counts, row),
    exposure: at(exposures, row),
    treated: at(treated, row) === 1,
  }));
  return { rows, changeAt: [...dates][0] ?? Number.NaN };
}
