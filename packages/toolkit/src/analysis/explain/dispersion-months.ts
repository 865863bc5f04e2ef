import type { Finding } from "@evenhand/standard";
import { twoWayDispersion } from "../../stats/rates/two-way-dispersion.ts";
import { benchmarkPeriod } from "../benchmark/benchmark-period.ts";
import { keyReader } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import { sourceColumn, unitSource } from "../sources.ts";
import { step, written } from "./arithmetic.ts";
import { cellsNamed } from "./cells-named.ts";
import type { Explained, Step } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";
import { rLine, rLineOf } from "./r-lines.ts";

/** By how much variances are widened because counts come in clusters: from the groups' counts by month. */
export function dispersionMonths(finding: Finding, cells: readonly NamedCells[]): Explained {
  const table = monthTable(finding, cells);
  if (table === undefined) return { steps: [] };
  const { groups, months, counts } = table;
  const found = twoWayDispersion(groups.map((_, group) => counts.map((row) => row[group] ?? 0)));
  if (found === undefined) return { steps: [] };
  return {
    tables: [
      {
        name: "months",
        columns: ["month", ...groups],
        rows: months.map((month, index) => [month, ...(counts[index] ?? [])]),
      },
    ],
    steps: dispersionSteps(finding, counts, found),
    r: [
      "counts <- as.matrix(months[, -1])",
      "events <- rowSums(counts)",
      "fitted <- outer(events, colSums(counts)) / sum(counts)",
      "chi_square <- rowSums((counts - fitted)^2 / fitted)",
      rLine(
        "phi",
        "sum(events * chi_square) / ((ncol(counts) - 1) * sum(events * (1 - events / sum(counts))))",
        found.factor,
      ),
      rLine("phi_degrees", "(ncol(counts) - 1) * (sum(counts)^2 / sum(events^2) - 1)", found.degrees),
      ...(isWidened(finding)
        ? rLineOf("dispersion", "max(1, phi * phi_degrees / (phi_degrees - 2))", finding.comparison?.dispersion)
        : []),
    ],
  };
}

/** People and incidents are taken as independent unless their counts scatter clearly. */
const isWidened = ({ comparison }: Finding): boolean => (comparison?.dispersion ?? 1) > 1;

function dispersionSteps(
  finding: Finding,
  counts: readonly (readonly number[])[],
  { factor, degrees }: { readonly factor: number; readonly degrees: number },
): readonly Step[] {
  const months = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = months.reduce((sum, count) => sum + count, 0);
  const squares = months.reduce((sum, count) => sum + count * count, 0);
  const groups = counts[0]?.map((_, group) => counts.reduce((sum, row) => sum + (row[group] ?? 0), 0)) ?? [];
  const scatter = counts.reduce((sum, row, index) => {
    const own = months[index] ?? 0;
    return (
      sum +
      own *
        row.reduce((part, count, group) => {
          const expected = ((groups[group] ?? 0) * own) / total;
          return expected > 0 ? part + (count - expected) ** 2 / expected : part;
        }, 0)
    );
  }, 0);
  const spare = groups.filter((count) => count > 0).length - 1;
  return [
    ...step(
      "phi-degrees",
      undefined,
      `${spare} * (${written(total)} * ${written(total)} / ${written(squares)} - 1)`,
      degrees,
    ),
    ...step(
      "phi",
      undefined,
      `${written(scatter)} / (${spare} * (${written(total)} - ${written(squares)} / ${written(total)}))`,
      factor,
    ),
    ...(isWidened(finding)
      ? step(
          "dispersion",
          undefined,
          `${written(factor)} * ${written(degrees)} / (${written(degrees)} - 2)`,
          finding.comparison?.dispersion,
        )
      : []),
  ];
}

type MonthTable = {
  readonly months: readonly string[];
  readonly groups: readonly string[];
  /** A row for each month, a column for each group. */
  readonly counts: readonly (readonly number[])[];
};

function monthTable({ comparison, unit }: Finding, cells: readonly NamedCells[]): MonthTable | undefined {
  const column = sourceColumn(unitSource(unit), "persons", "race_ethnicity");
  const table = cellsNamed(cells, "people", ["occurred_month", column]);
  const benchmark = comparison?.benchmark;
  if (table === undefined || benchmark === undefined) return undefined;
  const { table: people } = benchmarkPeriod(forceOnly(table), benchmark);
  const [month, group] = [keyReader(people, "occurred_month"), keyReader(people, column)];
  const known = people.cells.filter((cell) => month(cell) !== null && group(cell) !== null && cell.count > 0);
  const months = [...new Set(known.map((cell) => String(month(cell))))].sort();
  const groups = [...new Set(known.map((cell) => String(group(cell))))].sort();
  const sums = new Map<string, number>();
  for (const cell of known) {
    const id = `${month(cell)} ${group(cell)}`;
    sums.set(id, (sums.get(id) ?? 0) + cell.count);
  }
  return { months, groups, counts: months.map((one) => groups.map((key) => sums.get(`${one} ${key}`) ?? 0)) };
}
