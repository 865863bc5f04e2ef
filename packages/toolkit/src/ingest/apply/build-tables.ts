import type { Issue } from "@evenhand/standard";
import { type Engine, literal } from "../../release/engine.ts";
import { type BitField, bitStatements, unpacked } from "./code-bits.ts";
import { type CodedField, codeType, emptyCodes, incidentFields, officerFields, personFields } from "./coded-field.ts";
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

/** Lists have fewer codes than this, so that a row's place and its code fit into one number. */
const codeRoom = 512;
const afterAllRows = 2n ** 62n;

/**
 * SQL: the first code in the order of the file; “none” stands only where no record says otherwise. Place and code are
 * one number, of which the least is taken: a third of the cost of `arg_min`.
 */
function firstOf(column: string, codeList: CodedField["codeList"]): string {
  const empty = emptyCodes(codeList).map(literal).join(", ");
  const late = empty === "" ? "" : ` + CASE WHEN ${column} IN (${empty}) THEN ${afterAllRows} ELSE 0 END`;
  const least = `min(row_order * ${codeRoom} + enum_code(${column})${late})`;
  const type = codeType(codeList);
  return `CAST(enum_range(NULL::${type}) AS ${type}[])[(${least} & ${codeRoom - 1}) + 1]`;
}

/** SQL aggregates that bring the mentions of one thing together; see `Merge`. */
function mergedFields(fields: readonly CodedField[], mentions: readonly Mention[]): readonly string[] {
  const columns = columnsOf(mentions);
  return fields
    .filter(({ column }) => columns.has(column))
    .flatMap(({ column, merge, codeList }) => [
      `${merge === "first" ? firstOf(column, codeList) : `min(${column})`} AS ${column}`,
      `${constantOf(`${column}_missing`, mentions) ?? `min(${column}_missing)`} AS ${column}_missing`,
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
    .map((name) => `${constantOf(name, mentions) ?? `bool_or(${name})`} AS ${name}`);
  const people = `${constantOf("people", mentions) ?? "max(people)"} AS people`;
  const several = kind === "reports" ? ["max(person_id) AS person_id_highest", people] : [];
  const bits = bitsOf(mentions);
  const loose = fields.filter((field) => !bits.some((packed) => packed.field === field));
  const packed = bits.length > 0 ? ["bit_or(code_bits) AS code_bits"] : [];
  const parts = [id, ...plain, ...abilities, ...several, ...mergedFields(loose, mentions), ...packed];
  const gathered = `SELECT ${parts.join(", ")} FROM (${unionOf(mentions)}) GROUP BY ${id}`;
  if (bits.length === 0) return gathered;
  return `SELECT * EXCLUDE (code_bits), ${unpacked(kind, bits).join(", ")} FROM (${gathered})`;
}

/** The fields that a number holds; a table whose rows have one speaks alone. */
const bitsOf = (mentions: readonly Mention[]): readonly BitField[] => mentions.flatMap(({ bits }) => bits ?? []);

/** The value of a column that is the same constant in every mention. */
function constantOf(name: string, mentions: readonly Mention[]): string | undefined {
  const [first, ...others] = new Set(mentions.map(({ constants }) => constants.get(name)));
  return others.length === 0 ? first : undefined;
}

const fieldsOf = {
  incidents: incidentFields,
  reports: personFields,
  officers: officerFields,
  persons: personFields,
} as const;

const idOf = { incidents: "incident_id", reports: "report_id", officers: "officer_id", persons: "person_id" } as const;

/**
 * Gathers mentions into the working relations `w_incidents`, `w_persons`, `w_officers`, `w_reports`, and `w_force`. What
 * just one query reads is a view: it is gathered as it is written and never held whole.
 *
 * @param queries those that will read the relations
 */
export async function buildTables(
  engine: Engine,
  mentions: Mentions,
  queries: Iterable<string>,
  onProgress: (step: string) => void = () => {},
): Promise<readonly Issue[]> {
  const text = [...queries].join("\n");
  for (const kind of ["incidents", "reports", "officers", "persons"] as const) {
    if (mentions[kind].length === 0) continue;
    onProgress(kind);
    const readings = text.split(`w_${kind} `).length - 1 + (kind === "persons" ? agreeing(mentions).length : 0);
    const relation = readings > 1 ? "TABLE" : "VIEW";
    for (const statement of bitStatements(kind, bitsOf(mentions[kind]))) await engine.run(statement);
    await engine.run(`CREATE ${relation} w_${kind} AS ${gather(kind, idOf[kind], mentions[kind], fieldsOf[kind])}`);
  }
  if (mentions.facts.length > 0) {
    const parts = mergedFields(personFields, mentions.facts);
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

/** Fields of people that the mentions give and that cannot differ. */
function agreeing(mentions: Mentions): readonly CodedField[] {
  const columns = columnsOf(mentions.persons);
  return personFields.filter(({ merge, column }) => merge === "agree" && columns.has(column));
}

/** People whose records disagree on something that cannot differ: the value is unknown, and said to be. */
async function conflictIssues(engine: Engine, mentions: Mentions): Promise<readonly Issue[]> {
  const fields = agreeing(mentions);
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
