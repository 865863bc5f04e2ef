import type { Benchmark, Years } from "@evenhand/standard";
import { type CellTable, keyReader } from "../cell-table.ts";
import { monthsBetween } from "../months.ts";

/** Which records a benchmark is set against, and for how long its exposure counts. */
export type BenchmarkPeriod = {
  /** The records of the years that count. */
  readonly table: CellTable;
  /** Years that residents were exposed: months of the period / 12. 1 for events, which count themselves. */
  readonly years: number;
  readonly problem?: "benchmark-years-differ" | "benchmark-years-unknown" | "rate-of-whole-file";
};

/**
 * Sets records and benchmark to the same time. Residents live there every month of the records' period, so their
 * number is multiplied by its years; months of years without any record are left out. Stops, arrests and calls are
 * events of certain years: only records of those years are compared with them.
 *
 * @param table cells by `occurred_year` and `occurred_month`
 * @returns no records, with the problem, when the years do not meet
 */
export function benchmarkPeriod(table: CellTable, benchmark: Pick<Benchmark, "kind" | "years">): BenchmarkPeriod {
  if (benchmark.kind === "population") {
    const years = periodYears(table);
    return years === undefined ? { table, years: 1, problem: "rate-of-whole-file" } : { table, years };
  }
  if (benchmark.years === undefined) return { table, years: 1, problem: "benchmark-years-unknown" };
  const within = withinYears(table, benchmark.years);
  return within.cells.some(({ count }) => count > 0)
    ? { table: within, years: 1 }
    : { table: within, years: 1, problem: "benchmark-years-differ" };
}

function withinYears(table: CellTable, { from, to }: Years): CellTable {
  const year = keyReader(table, "occurred_year");
  const isWithin = (value: string | number | null): boolean =>
    typeof value === "number" && value >= from && value <= to;
  return { ...table, cells: table.cells.filter((cell) => isWithin(year(cell))) };
}

function periodYears(table: CellTable): number | undefined {
  const month = keyReader(table, "occurred_month");
  const recorded = table.cells.flatMap((cell) => (cell.count > 0 ? (month(cell) ?? []) : [])).map(String);
  const ordered = [...new Set(recorded)].sort();
  const years = new Set(ordered.map((key) => key.slice(0, 4)));
  const months = monthsBetween(ordered[0], ordered.at(-1)).filter((key) => years.has(key.slice(0, 4)));
  return months.length === 0 ? undefined : months.length / 12;
}
