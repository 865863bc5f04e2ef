import type { Finding } from "@evenhand/standard";
import { alignGroups } from "../benchmark/align-groups.ts";
import { exposuresOf } from "../benchmark/benchmark-finding.ts";
import { benchmarkPeriod } from "../benchmark/benchmark-period.ts";
import type { GroupCount } from "../compare/group-count.ts";
import { forceOnly } from "../force-code.ts";
import { sourceColumn, unitSource } from "../sources.ts";
import { tally } from "../tally.ts";
import { cellsNamed } from "./cells-named.ts";
import type { ExplainBeside, ExplainedTable } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";

/** Every group that a finding compares, the reference among them, which some findings have no row for. */
export function benchmarkSides(
  { unit, comparison }: Finding,
  cells: readonly NamedCells[],
  { benchmarks = [] }: ExplainBeside,
): readonly GroupCount[] {
  const benchmark = benchmarks.find(({ id }) => id === comparison?.benchmark?.id);
  const column = sourceColumn(unitSource(unit), "persons", "race_ethnicity");
  const table = cellsNamed(cells, "people", [column, "occurred_year", "occurred_month"]);
  if (benchmark === undefined || table === undefined) return [];
  const period = benchmarkPeriod(forceOnly(table), benchmark);
  const counts = new Map(tally(period.table, column).values.map(({ value, count }) => [value, count]));
  return alignGroups(counts, exposuresOf(benchmark, period.years)).groups;
}

/** The groups as a table of an explanation; none where there is no group. */
export function sidesTable(sides: readonly GroupCount[]): readonly ExplainedTable[] {
  if (sides.length === 0) return [];
  const rows = sides.map(({ key, count, exposure }) => [key, count, exposure]);
  return [{ name: "groups", columns: ["group", "events", "exposure"], rows }];
}
