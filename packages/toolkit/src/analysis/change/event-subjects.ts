import type { EventSubject, PolicyEvent, Scope, Unit } from "@evenhand/standard";
import type { Cell, CellQuery } from "../../release/cells.ts";
import { areaColumns } from "../areas.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { incidentSource, type Source, sourceColumn, sourceQuery, unitSource } from "../sources.ts";

/** Whether an event is meant to change a subject, or should leave it as it is. */
export type SubjectPart = "about" | "unaffected";

/** One subject of an event that a series can be made of. */
export type AskedSubject = EventSubject & {
  readonly part: SubjectPart;
  /** Name of its cells. */
  readonly name: `${SubjectPart}.${string}`;
  /** Tells a second and third subject of an event from the first. */
  readonly id?: string;
};

/** Incidents, else the first unit that the release can count. */
export const changeSource = (scope: Scope): Source => incidentSource(scope) ?? unitSource("incidents");

const forceField = "force_application.force_type";
const columnByField: Readonly<Record<string, string>> = {
  "incident.contact_reason": "contact_reason",
  ...Object.fromEntries(areaColumns.map((column) => [`location.${column}`, column])),
};

/** The subjects of an event whose field has a monthly series: kinds of force, contact reasons and areas. */
export function askedSubjects(event: PolicyEvent): readonly AskedSubject[] {
  return (["about", "unaffected"] as const).flatMap((part) =>
    (event[part] ?? [])
      .filter(({ field, codes }) => codes.length > 0 && (field === forceField || columnByField[field] !== undefined))
      .map(
        (subject, index): AskedSubject => ({
          ...subject,
          part,
          name: `${part}.${event.id}.${index}`,
          ...(index === 0 ? {} : { id: String(index + 1) }),
        }),
      ),
  );
}

/** How a subject is written beside its figures: `incident.contact_reason=traffic_stop`. */
export const subjectText = ({ field, codes }: EventSubject): string => `${field}=${codes.join("|")}`;

/** Codes of a kind of force that an event is about. */
export const aboutCodes = ({ about = [] }: PolicyEvent, field: string): readonly string[] =>
  about.flatMap((subject) => (subject.field === field ? subject.codes : []));

const subjectMark = "mark.subject";

/** Cells of a subject by month; for kinds of force, people on whom one of them was used where people can be told apart. */
export function subjectQuery(scope: Scope, { field, codes }: EventSubject): CellQuery {
  const source = changeSource(scope);
  const column = columnByField[field];
  if (column !== undefined) return sourceQuery(source, ["occurred_month", sourceColumn(source, "incidents", column)]);
  return comparedSource(scope).from === "persons"
    ? { from: "persons", by: ["occurred_month", subjectMark], marks: { subject: codes } }
    : { from: "force", by: ["occurred_month", "force_type"] };
}

/** What the series of a subject counts. */
export function subjectUnit(scope: Scope, { field }: EventSubject): Unit {
  if (field !== forceField) return changeSource(scope).unit;
  return comparedSource(scope).from === "persons" ? "people" : "force";
}

/** Whether a cell of a subject's table is one of the subject. */
export function isOfSubject({ by, cells }: CellTable, { field, codes }: EventSubject): (cell: Cell) => boolean {
  const table = { by, cells };
  if (by.includes(subjectMark)) {
    const mark = keyReader(table, subjectMark);
    return (cell) => mark(cell) === 1;
  }
  const wanted = new Set(codes);
  const name = columnByField[field] ?? "force_type";
  const value = keyReader(table, by.find((column) => column === name || column === `incidents.${name}`) ?? name);
  return (cell) => wanted.has(String(value(cell)));
}
