import type { Records } from "../entities/entity-schemas.ts";
import type { RecordIssue } from "./record-issue.ts";

/** Greatest age of a person in completed years that is believed. */
export const greatestAge = 120;
/** Least age of an officer in completed years that is believed. */
export const leastOfficerAge = 18;

/** Ages nobody can have, officers who are children, dates that have not come yet, periods that end before they start. */
export function checkValues(records: Records, today: string): readonly RecordIssue[] {
  const issues: RecordIssue[] = [];
  const impossible = (entity: RecordIssue["entity"], record: string, name: string, message: string) =>
    issues.push({ rule: "impossible-value", severity: "error", entity, record, field: `${entity}.${name}`, message });

  for (const row of records.person ?? [])
    if (row.age !== null && row.age > greatestAge)
      impossible(
        "person",
        `${row.incident_id}/${row.person_id}`,
        "age",
        `Age ${row.age} is over ${greatestAge}. Correct it, or null with a reason.`,
      );
  for (const row of records.officer_involvement ?? []) {
    const record = `${row.incident_id}/${row.officer_id}`;
    const age = row.age ?? null;
    if (age !== null && (age > greatestAge || age < leastOfficerAge))
      impossible(
        "officer_involvement",
        record,
        "age",
        `An officer cannot be ${age} years old. Correct it, or null with a reason.`,
      );
    if (row.age_band && childBands.includes(row.age_band))
      impossible(
        "officer_involvement",
        record,
        "age_band",
        `An officer cannot be in the age group ${row.age_band}. Correct it, or null with a reason.`,
      );
  }
  for (const row of records.incident ?? [])
    if (row.occurred_date !== null && row.occurred_date > today)
      impossible(
        "incident",
        row.incident_id,
        "occurred_date",
        `${row.occurred_date} is in the future. Correct the date.`,
      );
  for (const [index, row] of (records.review ?? []).entries())
    if (row.date && row.date > today)
      impossible("review", `row ${index + 1}`, "date", `${row.date} is in the future. Correct the date.`);
  for (const row of records.reporting_period ?? [])
    if (row.period_end < row.period_start)
      impossible(
        "reporting_period",
        `${row.agency_id}/${row.period_start}`,
        "period_end",
        "The period ends before it starts. Correct one of the days.",
      );
  return issues;
}

const childBands: readonly string[] = ["0-17", "0-9", "10-14", "15-17", "0-10", "11-17"];
