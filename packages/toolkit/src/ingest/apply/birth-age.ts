import { releaseAgeBands } from "../mapping/age-band.ts";
import { findDateForm } from "../mapping/date-forms.ts";
import { codeType } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import type { SourceRows } from "./source-rows.ts";
import type { CodedSql } from "./token-sql.ts";

/**
 * SQL: the age band of a person on the day of the incident, from a column of birth dates; undefined when the table has
 * none. The birth date itself is written nowhere. Without a date of the incident there is no age; an age below 0 or
 * over 120 cannot be.
 */
export function ageFromBirth(rows: SourceRows, date: DateSql | undefined): CodedSql | undefined {
  const birth = rows.raw("person.date_of_birth")[0];
  if (!birth || !date) return undefined;
  const readings = (birth.mapping.forms ?? []).flatMap((id) => {
    const form = findDateForm(id);
    return form ? [`try_cast(${form.sql.replaceAll("{value}", `trim(${birth.sql})`)} AS DATE)`] : [];
  });
  if (readings.length === 0) return undefined;
  const born = rows.column(`coalesce(${readings.join(", ")}, NULL)`);
  const isFilled = rows.column(`trim(coalesce(${birth.sql}, '')) <> ''`);
  const years = `date_sub('year', ${born}, ${date.date})`;
  const bands = releaseAgeBands.map(({ code, low, high }) => `WHEN ${years} BETWEEN ${low} AND ${high} THEN '${code}'`);
  const code = `CASE ${bands.join(" ")} END`;
  return {
    code: `CAST(${code} AS ${codeType("age_band")})`,
    missing:
      `CASE WHEN ${code} IS NOT NULL THEN NULL WHEN ${isFilled} THEN CAST('unmappable' AS missing_reason) ` +
      `ELSE CAST('not_recorded' AS missing_reason) END`,
  };
}
