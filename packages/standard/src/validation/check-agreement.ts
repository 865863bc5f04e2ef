import type { Records } from "../entities/entity-schemas.ts";
import { groupBy, personKey } from "./record-groups.ts";
import type { RecordIssue } from "./record-issue.ts";

/** Medical responses that mean the person went to a hospital. */
export const hospitalResponses: readonly string[] = [
  "hospital",
  "treated_and_released",
  "mental_health_facility",
  "died_in_transit_or_care",
];

/** Whether a person resisted agrees with the resistance recorded. A missing answer is never inferred. */
export function checkResistance(records: Records): readonly RecordIssue[] {
  const byPerson = groupBy(records.resistance ?? [], personKey);
  return (records.person ?? []).flatMap((person): RecordIssue[] => {
    const rows = byPerson.get(personKey(person)) ?? [];
    const at = {
      rule: "resistance-agrees",
      severity: "error",
      entity: "person",
      record: personKey(person),
      field: "person.resistance_present",
    } as const;
    const resisting = rows.filter((row) => row.resistance_type !== "none_compliant");
    if (person.resistance_present === "yes" && resisting.length === 0)
      return [
        {
          ...at,
          message: "resistance_present is yes and no resistance is recorded. Add at least one resistance record.",
        },
      ];
    if (person.resistance_present === "no" && resisting.length > 0)
      return [
        {
          ...at,
          message: "resistance_present is no and resistance is recorded. Correct the answer or remove the resistance.",
        },
      ];
    return [];
  });
}

/** Death and hospital agree with the injury and the care recorded, both ways. */
export function checkOutcomes(records: Records): readonly RecordIssue[] {
  const byPerson = groupBy(records.injury ?? [], personKey);
  return (records.outcome ?? []).flatMap((outcome): RecordIssue[] => {
    const rows = byPerson.get(personKey(outcome)) ?? [];
    const at = { rule: "outcome-agrees", severity: "error", entity: "outcome", record: personKey(outcome) } as const;
    const dead = rows.some((row) => row.injury_severity === "death");
    const inHospital = rows.some((row) =>
      row.medical_response?.some((response) => hospitalResponses.includes(response)),
    );
    const issues: RecordIssue[] = [];
    if (outcome.died === "yes" && !dead)
      issues.push({
        ...at,
        field: "outcome.died",
        message: "died is yes and no injury of this person is death. Record the injury as death.",
      });
    if (outcome.died === "no" && dead)
      issues.push({
        ...at,
        field: "outcome.died",
        message: "died is no and an injury of this person is death. Correct one of them.",
      });
    if (outcome.hospitalised === "yes" && !inHospital)
      issues.push({
        ...at,
        field: "outcome.hospitalised",
        message: `hospitalised is yes and no medical response says so. Add one of: ${hospitalResponses.join(", ")}.`,
      });
    return issues;
  });
}
