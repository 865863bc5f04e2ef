import type { Finding } from "@evenhand/standard";
import { type CellTable, keyReader } from "../cell-table.ts";
import { agencyKey, ofAgencies } from "../change/event-agencies.ts";
import { daysOf, isLeftOut, knownMonths, monthlyCounts, monthsApart } from "../change/month-series.ts";
import { forceOnly } from "../force-code.ts";
import { sourceColumn, unitSource } from "../sources.ts";
import { cellsNamed } from "./cells-named.ts";
import type { Explained } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";
import { rInterval, rLineOf, rName } from "./r-lines.ts";
import { lagOf } from "./segmented-series.ts";
import { changeFunction } from "./series-lines.ts";

/** Each group's own regression at an event: its counts by month, and lines for R that give its ratio and interval. */
export function groupSeries(finding: Finding, cells: readonly NamedCells[]): Omit<Explained, "steps"> {
  const tested = finding.rows.filter(({ compared }) => compared?.ratio !== undefined);
  const found = seriesOf(finding, cells);
  if (tested.length === 0 || found === undefined) return {};
  const { months, people, group, firstMonth } = found;
  const counts = tested.map(({ key }) => monthlyCounts(people, (cell) => group(cell) === key));
  const first = months[0] ?? firstMonth;
  const size = months.length;
  return {
    tables: [
      {
        name: "series",
        columns: ["month", "days", "time", "level", ...tested.map(({ key }) => rName("count", key))],
        rows: months.map((month) => [
          month,
          daysOf(month),
          monthsApart(first, month) + 1,
          month >= firstMonth ? 1 : 0,
          ...counts.map((own) => own.get(month) ?? 0),
        ]),
      },
    ],
    r: [
      ...changeFunction({ seasons: size >= 36 ? 2 : size >= 24 ? 1 : 0, lag: lagOf(size) }),
      ...tested.flatMap(({ key, compared }) => [
        `of_${rName(key)} <- change(series$${rName("count", key)})`,
        ...rLineOf(`${rName(key)}_ratio`, `of_${rName(key)}$ratio`, compared?.ratio?.value),
        ...rInterval(
          `${rName(key)}_ratio`,
          `c(of_${rName(key)}$low, of_${rName(key)}$high)`,
          compared?.ratio?.interval,
        ),
        ...rLineOf(`${rName(key)}_expected`, `of_${rName(key)}$expected`, compared?.expected),
      ]),
    ],
  };
}

/** The people by month that the regressions saw, as the finding's own months say. */
function seriesOf({ unit, values = {} }: Finding, cells: readonly NamedCells[]) {
  const column = sourceColumn(unitSource(unit), "persons", "race_ethnicity");
  const whole = cellsNamed(cells, "people", ["occurred_month", column]);
  const dates = cellsNamed(cells, "dates", ["occurred_date"]);
  const { comparedFrom, comparedTo, firstMonth, phaseIn, eventAgency } = values;
  if (whole === undefined || dates === undefined || typeof firstMonth !== "string") return undefined;
  const named = String(eventAgency ?? "")
    .split("|")
    .map(agencyKey)
    .filter((name) => name !== "");
  const own = (table: CellTable) => ofAgencies(table, named);
  const people = forceOnly(own(whole));
  const place = { firstMonth, phaseIn: Number(phaseIn) };
  const months = knownMonths(own(dates), people).known.filter(
    (month) => month >= String(comparedFrom) && month <= String(comparedTo) && !isLeftOut(month, place),
  );
  return { months, people, group: keyReader(people, column), firstMonth };
}
