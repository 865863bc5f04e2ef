import { findDateForm } from "../mapping/date-forms.ts";
import { filledText } from "./filled-text.ts";
import type { SourceRows } from "./source-rows.ts";

/** SQL expressions for when an incident happened. */
export type DateSql = {
  /** DATE, NULL where it cannot be read or cannot be. */
  readonly date: string;
  /** Missing reason, NULL where there is a date. */
  readonly missing: string;
  /** 0–23; times are published by the hour. NULL where no time is given. */
  readonly hour: string;
  /** The cell as published where it cannot be the date of an incident, else NULL. */
  readonly bad: string;
};

/** Dates before this are typing errors or spreadsheet zeros: no department's force file reaches further back. */
const earliest = "DATE '1970-01-02'";

/** The date expressions of a mapped table, or undefined when it has no date column. */
export function dateSql(rows: SourceRows, today: string): DateSql | undefined {
  const date = rows.raw("incident.occurred_date")[0];
  if (!date) return undefined;
  const stamp = firstOf(date.sql, date.mapping.forms ?? [], (reading) =>
    plausible(`try_cast(${reading} AS TIMESTAMP)`),
  );
  const tomorrow = `DATE '${today}' + INTERVAL 1 DAY`;
  const possible = `list_filter([${stamp}], lambda moment: moment < ${tomorrow})[1]`;
  const day = rows.column(`CAST(${possible} AS DATE)`);
  const bad = rows.column(
    `CASE WHEN ${filledText(date.sql)} IS NOT NULL AND coalesce(${stamp} >= ${tomorrow}, TRUE) THEN ${date.sql} END`,
  );
  return {
    bad,
    date: day,
    missing: `CASE WHEN ${day} IS NOT NULL THEN NULL WHEN ${bad} IS NOT NULL THEN CAST('unmappable' AS missing_reason) ELSE CAST('not_recorded' AS missing_reason) END`,
    hour: hourSql(rows, date.mapping.read === "datetime" ? rows.column(possible) : undefined),
  };
}

/**
 * SQL: what the first form that gives a possible reading says. A form that reads a text wrongly (a two-digit year as
 * the year 20) gives an impossible date, and the next form has its turn.
 */
function firstOf(column: string, forms: readonly string[], use: (reading: string) => string): string {
  const readings = forms.map((id) => {
    const form = findDateForm(id);
    if (!form) throw new RangeError(`invalid form; not in date-forms.json: ${id}`);
    return use(form.sql.replaceAll("{value}", `trim(${column})`));
  });
  if (readings.length === 0) return "NULL::TIMESTAMP";
  return readings.length === 1 ? (readings[0] ?? "NULL") : `coalesce(${readings.join(", ")})`;
}

/** SQL: a moment that can be a date of a force record, without reading the text twice. */
const plausible = (reading: string): string => `list_filter([${reading}], lambda moment: moment >= ${earliest})[1]`;

/** A time of exactly midnight in a column that holds dates is most often no time at all. */
function hourSql(rows: SourceRows, stamp: string | undefined): string {
  const time = rows.raw("incident.occurred_time")[0];
  if (time)
    return rows.column(
      `CAST(${firstOf(time.sql, time.mapping.forms ?? [], (reading) => `hour(${reading})`)} AS INTEGER)`,
    );
  if (stamp === undefined) return "NULL::INTEGER";
  return `CASE WHEN CAST(${stamp} AS TIME) <> TIME '00:00:00' THEN CAST(hour(${stamp}) AS INTEGER) END`;
}
