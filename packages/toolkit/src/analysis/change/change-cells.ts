import type { PolicyEvent, Scope } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { incidentSource, type Source, sourceColumn, sourceQuery, unitSource } from "../sources.ts";
import { isAskedOf } from "./about-event.ts";

/** What a change is looked for in. */
export type ChangeCells =
  | "dates"
  | "people"
  | "injuries"
  | "reasons"
  | "force"
  | "reports"
  | `about.${string}`
  | `unaffected.${string}`;

/** Incidents, else the first unit that the release can count. */
export const changeSource = (scope: Scope): Source => incidentSource(scope) ?? unitSource("incidents");

/** Queries by month; none without an event after which a change could be looked for. */
export function changeQueries(scope: Scope, events: readonly PolicyEvent[] = []): Readonly<Record<string, CellQuery>> {
  const asked = events.filter(isAskedOf);
  if (asked.length === 0) return {};
  const people = comparedSource(scope);
  const incidents = changeSource(scope);
  const linked = people.from === "persons" ? [] : ["person_id_missing"];
  const byMonth = (source: Source, home: "persons" | "incidents", column: string, more: readonly string[] = []) =>
    sourceQuery(source, [
      "occurred_month",
      ...[column, `${column}_missing`].map((name) => sourceColumn(source, home, name)),
      ...more,
    ]);
  return {
    dates: { from: "incidents", by: ["occurred_date"] },
    people: byMonth(people, "persons", "race_ethnicity", linked),
    injuries: byMonth(people, "persons", "injured", linked),
    reasons: byMonth(incidents, "incidents", "contact_reason"),
    force: { from: "force", by: ["occurred_month", "force_type", "force_type_missing"] },
    reports: { from: "reports", by: ["occurred_month"] },
    ...Object.fromEntries(asked.flatMap((event) => subjectQueries(scope, event))),
  };
}

/** Name of the cells about a subject of an event. */
export const subjectName = (event: PolicyEvent, part: "about" | "unaffected"): `${typeof part}.${string}` =>
  `${part}.${event.id}`;

/** Column that holds a subject in its cells: 1 where the record is one of it. */
export const subjectMark = "mark.subject";

function subjectQueries(scope: Scope, event: PolicyEvent): readonly (readonly [string, CellQuery])[] {
  return (["about", "unaffected"] as const).flatMap((part): (readonly [string, CellQuery])[] => {
    const subjects = event[part] ?? [];
    const types = subjects.flatMap(({ field, codes }) => (field === "force_application.force_type" ? codes : []));
    const reasons = subjects.flatMap(({ field, codes }) => (field === "incident.contact_reason" ? codes : []));
    const name = subjectName(event, part);
    const source = changeSource(scope);
    const reason = sourceColumn(source, "incidents", "contact_reason");
    if (types.length > 0 && comparedSource(scope).from === "persons")
      return [[name, { from: "persons", by: ["occurred_month", subjectMark], marks: { subject: types } }]];
    if (types.length > 0) return [[name, { from: "force", by: ["occurred_month", "force_type"] }]];
    return reasons.length > 0 ? [[name, sourceQuery(source, ["occurred_month", reason])]] : [];
  });
}
