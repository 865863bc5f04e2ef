import type { CellQuery } from "../../release/cells.ts";
import { byYear } from "../by-year.ts";
import type { CellTable } from "../cell-table.ts";
import { type Tally, type TallyOptions, tally } from "../tally.ts";
import { askedOf, type ElementCounts, type YearState } from "./element-state.ts";

/** Counts the records with a usable value in one column, in all and by year. */
export function countUsable(
  table: CellTable,
  column: CellQuery["by"][number],
  isUsable: (value: string) => boolean = () => true,
  options: TallyOptions = {},
): ElementCounts {
  const usableOf = (tallied: Tally) =>
    tallied.values.reduce((sum, { value, count }) => sum + (isUsable(value) ? count : 0), 0);
  const all = tally(table, column, options);
  const years = byYear(table).map(({ year, table: one }): YearState => {
    const tallied = tally(one, column, options);
    return {
      ...(year === undefined ? {} : { year }),
      usable: usableOf(tallied),
      asked: askedOf(tallied),
      total: tallied.total,
    };
  });
  return {
    usable: usableOf(all),
    known: all.known,
    missing: all.missing,
    total: all.total,
    byYear: years,
    ...(all.years === undefined ? {} : { years: all.years }),
  };
}
