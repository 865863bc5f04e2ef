import { type Finding, type FindingRow, type Unit, units, type Years } from "@evenhand/standard";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { CellTable } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import { monthsBetween } from "../months.ts";
import { type QuestionContext, question } from "../question.ts";
import { showTally } from "../show.ts";
import { sourceQuery, unitSource } from "../sources.ts";
import { couldBeKnown, countOf, type Tally, tally } from "../tally.ts";
import { isCountable } from "../units.ts";

const by = ["occurred_year", "occurred_month"];

/** How often, and when: counts by year and by month, in each unit the release can count; silent months stay visible. */
export const howOften = question({
  id: "how-often",
  needs: ["incident.occurred_date"],
  cells: () => ({
    incidents: { from: "incidents", by: [...by, "occurred_date_missing"] },
    people: sourceQuery(unitSource("people"), by),
    reports: sourceQuery(unitSource("reports"), by),
    force: sourceQuery(unitSource("force"), by),
  }),
  answer: (context, cells) => units.flatMap((unit) => unitSeries(context, unit, forceOnly(cells[unit]))),
});

function unitSeries(context: QuestionContext, unit: Unit, table: CellTable): readonly Finding[] {
  const subject = { question: "how-often", unit, element: "date" } as const;
  if (!isCountable(context.scope, unit))
    return [cannotSay(context, { ...subject, measure: "yearly-count" }, "unit-not-countable")];
  const options = { missingColumn: "occurred_date_missing", otherwise: "unknown" } as const;
  const yearly = tally(table, "occurred_year", options);
  const monthly = tally(table, "occurred_month", options);
  const months = monthly.values.map(({ value }) => value).sort();
  return [
    series(context, { ...subject, measure: "yearly-count", field: "occurred_year" }, yearly, yearRows(yearly, months)),
    series(
      context,
      { ...subject, measure: "monthly-count", field: "occurred_month" },
      monthly,
      monthRows(monthly, months),
    ),
  ];
}

type SeriesSubject = { question: string; unit: Unit; element: "date"; measure: string; field: string };

function series(
  context: QuestionContext,
  subject: SeriesSubject,
  tallied: Tally,
  rows: readonly FindingRow[],
): Finding {
  const { field, ...rest } = subject;
  const notes = new Set(rows.flatMap((row) => row.note ?? []));
  const caveats: CaveatId[] = [
    ...(couldBeKnown(tallied) > 0 ? ["some-without-date" as const] : []),
    ...(notes.has("no-records-then") ? ["no-records-then" as const] : []),
    ...(notes.has("part-year") ? ["part-year" as const] : []),
  ];
  const values = {
    periods: rows.length,
    periodsWithRecords: tallied.values.length,
    mean: rows.length === 0 ? 0 : tallied.known / rows.length,
  };
  const full = { ...rest, dimension: { field: `incident.${field}` }, method: "count" as const, caveats, values };
  return countFinding(context, full, tallied, { rows, numerator: tallied.total, ...shown(tallied) });
}

function shown(tallied: Tally): Pick<Finding, "shown"> & { reason?: CaveatId } {
  if (tallied.total === 0) return { shown: "cannot-say", reason: "no-records" };
  if (tallied.known === 0) return { shown: "counts", reason: "no-dates" };
  if (couldBeKnown(tallied) > 0 && showTally(tallied).shown !== "full")
    return { shown: "counts", reason: "some-without-date" };
  return { shown: "full" };
}

function yearRows(tallied: Tally, months: readonly string[]): readonly FindingRow[] {
  const years: Years | undefined = tallied.years;
  if (years === undefined) return [];
  const [firstMonth, lastMonth] = [months[0], months.at(-1)];
  return Array.from({ length: years.to - years.from + 1 }, (_, index): FindingRow => {
    const key = String(years.from + index);
    const count = countOf(tallied, key);
    if (count === 0) return { key, note: "no-records-then" };
    const startsLate = firstMonth?.startsWith(key) && !firstMonth.endsWith("-01");
    const endsEarly = lastMonth?.startsWith(key) && !lastMonth.endsWith("-12");
    return startsLate || endsEarly ? { key, count, note: "part-year" } : { key, count };
  });
}

function monthRows(tallied: Tally, months: readonly string[]): readonly FindingRow[] {
  return monthsBetween(months[0], months.at(-1)).map((key): FindingRow => {
    const count = countOf(tallied, key);
    return count === 0 ? { key, note: "no-records-then" } : { key, count };
  });
}
