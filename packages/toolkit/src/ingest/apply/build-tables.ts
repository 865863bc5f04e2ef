import type { Issue } from "@evenhand/standard";
import { type Engine, literal } from "../../release/engine.ts";
import { type CodedField, emptyCodes, incidentFields, officerFields, personFields } from "./coded-field.ts";
import type { Mention, Need } from "./mention.ts";

/** Mentions of one kind of thing, over all mapped tables. */
export type Mentions = {
  readonly incidents: readonly Mention[];
  readonly persons: readonly Mention[];
  readonly officers: readonly Mention[];
  readonly reports: readonly Mention[];
  readonly force: readonly Mention[];
  /** Outcomes known for an incident as a whole. */
  readonly facts: readonly Mention[];
  readonly listed: ReadonlyMap<string, readonly Mention[]>;
};

export const columnsOf = (mentions: readonly Mention[]): ReadonlySet<string> =>
  new Set(mentions.flatMap(({ columns }) => [...columns]));

export const needsOf = (mentions: readonly Mention[]): ReadonlySet<Need> =>
  new Set(mentions.flatMap(({ needs }) => [...needs]));

export const unionOf = (mentions: readonly Mention[]): string =>
  mentions.map(({ sql }) => sql).join(" UNION ALL BY NAME ");

/** Plain columns of a gathered thing: the least of what its mentions say, which does not depend on row order. */
const plainColumns = {
  incidents: [
    "occurred_date",
    "occurred_date_missing",
    "occurred_hour",
    "agency_name",
    "beat_or_district",
    "neighborhood",
    "city",
    "county",
    "address",
    "latitude",
    "longitude",
  ],
  reports: ["incident_id", "officer_id", "person_id", "occurred_date"],
  officers: ["incident_id", "report_id", "occurred_date"],
  persons: ["incident_id", "report_id", "occurred_date"],
} as const;

/** SQL: the first code in the order of the file; “none” stands only where no record says otherwise. */
function firstOf(column: string, codeList: CodedField["codeList"]): string {
  const empty = emptyCodes(codeList);
  const first = `arg_min(${column}, row_order)`;
  if (empty.length === 0) return first;
  return `coalesce(${first} FILTER (WHERE ${column} NOT IN (${empty.map(literal).join(", ")})), min(${column}))`;
}

/** SQL aggregates that bring the mentions of one thing together; see `Merge`. */
function mergedFields(fields: readonly CodedField[], columns: ReadonlySet<string>): readonly string[] {
  return fields
    .filter(({ column }) => columns.has(column))
    .flatMap(({ column, merge, codeList }) => [
      `${merge === "first" ? firstOf(column, codeList) : `min(${column})`} AS ${column}`,
      `min(${column}_missing) AS ${column}_missing`,
      ...(merge === "agree" ? [`max(${column}) AS ${column}_highest`] : []),
    ]);
}

function gather(
  kind: keyof typeof plainColumns,
  id: string,
  mentions: readonly Mention[],
  fields: readonly CodedField[],
): string {
  const columns = columnsOf(mentions);
  const plain = plainColumns[kind].filter((name) => columns.has(name)).map((name) => `min(${name}) AS ${name}`);
  const abilities = ["death_on_scale", "death_asked", "death_as_disposition", "hospital_in_list"]
    .filter((name) => columns.has(name))
    .map((name) => `bool_or(${name}) AS ${name}`);
  const several = kind === "reports" ? ["max(person_id) AS person_id_highest", "max(people) AS people"] : [];
  const parts = [id, ...plain, ...abilities, ...several, ...mergedFields(fields, columns)];
  return `CREATE TABLE w_${kind} AS SELECT ${parts.join(", ")} FROM (${unionOf(mentions)}) GROUP BY ${id}`;
}

const fieldsOf = {
  incidents: incidentFields,
  reports: personFields,
  officers: officerFields,
  persons: personFields,
} as const;

const idOf = { incidents: "incident_id", reports: "report_id", officers: "officer_id", persons: "person_id" } as const;

/** Gathers mentions into the working tables `w_incidents`, `w_persons`, `w_officers`, `w_reports`; `w_force` is a view. */
export async function buildTables(
  engine: Engine,
  mentions: Mentions,
  onProgress: (step: string) => void = () => {},
): Promise<readonly Issue[]> {
  for (const kind of ["incidents", "reports", "officers", "persons"] as const) {
    if (mentions[kind].length === 0) continue;
    onProgress(kind);
    await engine.run(gather(kind, idOf[kind], mentions[kind], fieldsOf[kind]));
  }
  if (mentions.facts.length > 0) {
    const parts = mergedFields(personFields, columnsOf(mentions.facts));
    await engine.run(
      `CREATE TABLE w_facts AS SELECT incident_id, ${parts.join(", ")} FROM (${unionOf(mentions.facts)}) GROUP BY incident_id`,
    );
  }
  if (mentions.force.length > 0) await engine.run(`CREATE VIEW w_force AS ${unionOf(mentions.force)}`);
  for (const [table, list] of mentions.listed) {
    if (list.length > 0) await engine.run(`CREATE VIEW w_${table} AS ${unionOf(list)}`);
  }
  return conflictIssues(engine, mentions);
}

/** People whose records disagree on something that cannot differ: the value is unknown, and said to be. */
async function conflictIssues(engine: Engine, mentions: Mentions): Promise<readonly Issue[]> {
  const columns = columnsOf(mentions.persons);
  const fields = personFields.filter(({ merge, column }) => merge === "agree" && columns.has(column));
  if (fields.length === 0) return [];
  const counts = fields.map(({ column }) => `count(*) FILTER (WHERE ${column} <> ${column}_highest) AS ${column}`);
  const [row] = await engine.rows<Record<string, number>>(`SELECT ${counts.join(", ")} FROM w_persons`);
  return fields.flatMap(({ column, field }): readonly Issue[] => {
    const count = row?.[column] ?? 0;
    if (count === 0) return [];
    const message = `${count} people are described differently in different rows (${field}). Their value counts as unknown.`;
    return [{ code: "conflicting-values", severity: "warning", column: field, count, message }];
  });
}
