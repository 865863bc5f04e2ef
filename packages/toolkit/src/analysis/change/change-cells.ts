import type { PolicyEvent, Scope } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { areaColumns } from "../areas.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { type Source, sourceColumn, sourceQuery } from "../sources.ts";
import { isAskedOf } from "./about-event.ts";
import { eventAgencies } from "./event-agencies.ts";
import { askedSubjects, changeSource, subjectQuery } from "./event-subjects.ts";

/**
 * Queries by month; none without an event after which a change could be looked for. Where an event concerns some of the
 * agencies of a release, every table is grouped by agency too.
 */
export function changeQueries(scope: Scope, events: readonly PolicyEvent[] = []): Readonly<Record<string, CellQuery>> {
  const asked = events.filter(isAskedOf);
  if (asked.length === 0) return {};
  const people = comparedSource(scope);
  const incidents = changeSource(scope);
  const linked = people.from === "persons" ? [] : ["person_id_missing"];
  const queries: Readonly<Record<string, CellQuery>> = {
    dates: { from: "incidents", by: ["occurred_date"] },
    people: byMonth(people, "persons", "race_ethnicity", linked),
    injuries: byMonth(people, "persons", "injured", linked),
    reasons: byMonth(incidents, "incidents", "contact_reason"),
    force: { from: "force", by: ["occurred_month", "force_type", "force_type_missing"] },
    reports: { from: "reports", by: ["occurred_month"] },
    ...Object.fromEntries(areaColumns.map((column) => [column, areaQuery(incidents, column)])),
    ...Object.fromEntries(
      asked.flatMap((event) => askedSubjects(event).map((subject) => [subject.name, subjectQuery(scope, subject)])),
    ),
  };
  return asked.some((event) => eventAgencies(event).length > 0) ? byAgency(queries) : queries;
}

function byMonth(source: Source, home: "persons" | "incidents", column: string, more: readonly string[] = []) {
  const columns = [column, `${column}_missing`].map((name) => sourceColumn(source, home, name));
  return sourceQuery(source, ["occurred_month", ...columns, ...more]);
}

function areaQuery(source: Source, column: string): CellQuery {
  const columns = [column, "location_missing"].map((name) => sourceColumn(source, "incidents", name));
  return sourceQuery(source, ["occurred_month", ...columns]);
}

function byAgency(queries: Readonly<Record<string, CellQuery>>): Readonly<Record<string, CellQuery>> {
  return Object.fromEntries(
    Object.entries(queries).map(([name, query]) => {
      const agency = query.from === "incidents" ? "agency_name" : "incidents.agency_name";
      return [name, { ...query, by: [...query.by, agency] }];
    }),
  );
}
