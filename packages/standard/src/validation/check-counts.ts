import type { Records } from "../entities/entity-schemas.ts";
import { countBy } from "./record-groups.ts";
import type { RecordIssue } from "./record-issue.ts";

/**
 * Totals agree with the records of their own unit: a period counts incidents, not reports, people or uses of force. A
 * count that equals another unit's total says so. Incidents without a date leave a period unchecked.
 */
export function checkCounts(records: Records): readonly RecordIssue[] {
  return [...periodCounts(records), ...incidentCounts(records)];
}

function periodCounts(records: Records): RecordIssue[] {
  const incidents = records.incident ?? [];
  return (records.reporting_period ?? []).flatMap((period): RecordIssue[] => {
    const own = incidents.filter((row) => row.agency_id === period.agency_id);
    if (!period.complete || own.some((row) => row.occurred_date === null)) return [];
    const inside = own.filter(
      (row) =>
        row.occurred_date !== null &&
        row.occurred_date >= period.period_start &&
        row.occurred_date <= period.period_end,
    );
    if (inside.length === period.incident_count) return [];
    return [
      {
        rule: "counts-name-their-unit",
        severity: "error",
        entity: "reporting_period",
        record: `${period.agency_id}/${period.period_start}`,
        field: "reporting_period.incident_count",
        message: `incident_count is ${period.incident_count} and the period has ${inside.length} incident(s)${lookalike(records, inside, period.incident_count)}. Count each incident once.`,
      },
    ];
  });
}

function lookalike(records: Records, inside: readonly { readonly incident_id: string }[], count: number): string {
  const ids = new Set(inside.map((row) => row.incident_id));
  const tallies = [
    ["uses of force", records.force_application ?? []],
    ["people", records.person ?? []],
    ["officers", records.officer_involvement ?? []],
  ] as const;
  const same = tallies.find(([, rows]) => count > 0 && rows.filter((row) => ids.has(row.incident_id)).length === count);
  return same ? `; ${count} is the number of ${same[0]}` : "";
}

function incidentCounts(records: Records): RecordIssue[] {
  const persons = countBy(records.person ?? [], (row) => row.incident_id);
  const officers = countBy(records.officer_involvement ?? [], (row) => row.incident_id);
  return (records.incident ?? []).flatMap((incident) =>
    (
      [
        ["person_count", "people", persons],
        ["officer_count", "officers", officers],
      ] as const
    ).flatMap(([name, unit, counts]): RecordIssue[] => {
      const rows = counts.get(incident.incident_id) ?? 0;
      if (incident[name] === null || incident[name] === rows) return [];
      return [
        {
          rule: "counts-name-their-unit",
          severity: "warning",
          entity: "incident",
          record: incident.incident_id,
          field: `incident.${name}`,
          message: `${name} is ${incident[name]} and the incident has ${rows} ${unit}. Correct the count or add the missing ${unit}.`,
        },
      ];
    }),
  );
}
