import type { EntityName, Records } from "../entities/entity-schemas.ts";
import { countBy, groupBy, personKey } from "./record-groups.ts";
import type { RecordIssue, ValidationMode } from "./record-issue.ts";

/**
 * Every incident has a person, an officer and a use of force, and everyone that force was used on has one. New records
 * also link the three, and answer place, outcome and injury, if only with a reason why not.
 */
export function checkIncidents(records: Records, mode: ValidationMode): readonly RecordIssue[] {
  const persons = groupBy(records.person ?? [], (row) => row.incident_id);
  const officers = groupBy(records.officer_involvement ?? [], (row) => row.incident_id);
  const force = groupBy(records.force_application ?? [], (row) => row.incident_id);
  const forceByPerson = countBy(records.force_application ?? [], personKey);

  const incidents = (records.incident ?? []).flatMap(({ incident_id }) => [
    ...(persons.has(incident_id)
      ? []
      : [incomplete("incident", incident_id, "The incident has no person. Add everyone that force was used on.")]),
    ...(officers.has(incident_id)
      ? []
      : [incomplete("incident", incident_id, "The incident has no officer. Add every officer involved.")]),
    ...(force.has(incident_id)
      ? []
      : [incomplete("incident", incident_id, "The incident has no use of force. Add each one.")]),
  ]);
  const untouched = (records.person ?? []).flatMap((row) => {
    if (row.role !== "person_force_used_on" || forceByPerson.has(personKey(row))) return [];
    // An imported use of force without a person may be the one used on this person.
    if (mode === "import" && (force.get(row.incident_id) ?? []).some((use) => use.person_id === null)) return [];
    const message = "Force was used on this person and no use of force names them. Add it, or correct the role.";
    return [incomplete("person", `${row.incident_id}/${row.person_id}`, message)];
  });
  return [...incidents, ...untouched, ...(mode === "new" ? [...unlinked(records), ...unanswered(records)] : [])];
}

function unanswered(records: Records): RecordIssue[] {
  const places = new Set((records.location ?? []).map((row) => row.incident_id));
  const outcomes = new Set((records.outcome ?? []).map(personKey));
  const injuries = new Set((records.injury ?? []).map(personKey));
  const placeless = (records.incident ?? [])
    .filter((row) => !places.has(row.incident_id))
    .map((row) =>
      incomplete(
        "incident",
        row.incident_id,
        "The incident has no location record. Add one; fields may be null with a reason.",
      ),
    );
  const open = (records.person ?? []).flatMap((row) => [
    ...(outcomes.has(personKey(row))
      ? []
      : [
          incomplete(
            "person",
            personKey(row),
            "The person has no outcome record. Add one; fields may be null with a reason.",
          ),
        ]),
    ...(injuries.has(personKey(row))
      ? []
      : [
          incomplete(
            "person",
            personKey(row),
            "The person has no injury record. Add one, with none when they were not hurt.",
          ),
        ]),
  ]);
  return [...placeless, ...open];
}

function unlinked(records: Records): RecordIssue[] {
  return (records.force_application ?? []).flatMap((row) =>
    (["person_id", "officer_id"] as const).flatMap((name) =>
      row[name] === null
        ? [
            incomplete(
              "force_application",
              row.force_id,
              `A new record says who used force on whom: fill in ${name}.`,
              name,
            ),
          ]
        : [],
    ),
  );
}

function incomplete(entity: EntityName, record: string, message: string, name?: string): RecordIssue {
  const field = name ? { field: `${entity}.${name}` } : {};
  return { rule: "incident-is-complete", severity: "error", entity, record, ...field, message };
}
