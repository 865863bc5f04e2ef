import { readFormsSql } from "../mapping/date-forms.ts";
import { ageFromBirth } from "./birth-age.ts";
import {
  type CodedField,
  forceFields,
  incidentFields,
  type listedFields,
  officerFields,
  personFields,
} from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { derivedId, numberedId, type RowIds, rowIds } from "./identity.ts";
import { type CodedSql, reduceTokens, type SourceRows, tokenSql } from "./source-rows.ts";

/** A SELECT over one mapped table: every row is one mention of a thing, which several rows may mention. */
export type Mention = {
  readonly sql: string;
  readonly columns: ReadonlySet<string>;
  /** What its rows do not carry themselves and must be found through other tables. */
  readonly needs: ReadonlySet<Need>;
};

export type Need = "incident" | "date" | "person" | "officer";

type Part = readonly [name: string, sql: string];

const needed: readonly (readonly [Need, string])[] = [
  ["incident", "incident_id"],
  ["person", "person_id"],
  ["officer", "officer_id"],
];

/** `from` is asked last: by then every column and lookup that a part or the condition uses has been named. */
function select(parts: readonly Part[], from: () => string, where = "TRUE"): Mention {
  const sqlOf = new Map(parts);
  const needs = needed.filter(
    ([, name]) => sqlOf.get(name) === "NULL::UBIGINT" || sqlOf.get(name)?.includes(" = 1 THEN"),
  );
  return {
    sql: `SELECT ${parts.map(([name, sql]) => `${sql} AS ${name}`).join(", ")} FROM ${from()} WHERE ${where}`,
    columns: new Set(parts.map(([name]) => name)),
    needs: new Set<Need>([...needs.map(([need]) => need), ...(sqlOf.has("occurred_date") ? [] : (["date"] as const))]),
  };
}

const coded = (field: CodedField | { column: string }, { code, missing }: CodedSql): readonly Part[] => [
  [field.column, code],
  [`${field.column}_missing`, missing],
];

const dateParts = (date: DateSql | undefined): readonly Part[] =>
  date === undefined
    ? []
    : [
        ["occurred_date", date.date],
        ["occurred_date_missing", date.missing],
        ["occurred_hour", date.hour],
      ];

/** What the rows of one table say of incidents. Undefined when they name incidents only through reports. */
export function mentionIncidents(rows: SourceRows, agency: string, date: DateSql | undefined): Mention | undefined {
  const ids = rowIds(rows, agency);
  if (ids.incident === "NULL::UBIGINT") return undefined;
  const places: readonly Part[] = [
    ["agency_name", "agency.agency_name"],
    ["beat_or_district", "location.beat_or_district"],
    ["neighborhood", "location.neighborhood"],
    ["city", "location.city"],
    ["county", "location.county"],
    ["address", "location.location_text_public"],
  ].flatMap(([name, field]) => {
    const sql = rows.text(field ?? "");
    return sql === undefined ? [] : [[name ?? "", sql] as const];
  });
  const parts: Part[] = [
    ["incident_id", ids.incident],
    ["row_order", rows.order()],
    ...dateParts(date),
    ...places,
    ...coordinateParts(rows),
    ...incidentFields.flatMap((field) => {
      const sql = rows.single(field.field);
      return sql ? coded(field, sql) : [];
    }),
  ];
  return select(parts, rows.from);
}

/** Three decimals (about 100 m): a place, never a door. Zero and out-of-range coordinates are no place. */
function coordinateParts(rows: SourceRows): readonly Part[] {
  const latitude = rows.raw("location.latitude")[0];
  const longitude = rows.raw("location.longitude")[0];
  if (!latitude || !longitude) return [];
  const bounded = ({ sql, mapping }: typeof latitude, limit: number) => {
    const number = mapping.forms?.length ? readFormsSql(sql, mapping.forms) : `try_cast(${sql} AS DOUBLE)`;
    return rows.column(`CASE WHEN abs(${number}) BETWEEN 0.001 AND ${limit} THEN round(${number}, 3) END`);
  };
  return [
    ["latitude", bounded(latitude, 90)],
    ["longitude", bounded(longitude, 180)],
  ];
}

/** Fields that show how many people a row lists: identity first, since injuries may be listed several per person. */
const identityFields = ["person.person_type", "person.race_ethnicity", "person.age_band", "person.gender"];

const personFieldNames = [...personFields.map(({ field }) => field), "person.ethnicity_legacy", "person.person_type"];

/** Whether one row can list several people. */
export const listsPeople = (rows: SourceRows): boolean =>
  personFieldNames.some((field) => rows.isList(field) && rows.list(field)?.over === "person");

/** Whether the rows of a table say anything of people. */
export const speaksOfPeople = (rows: SourceRows): boolean =>
  rows.grain === "person" || personFieldNames.some((field) => rows.has(field)) || rows.key("person") !== undefined;

/** SQL: how many people a row lists. */
export function peopleInRow(rows: SourceRows): string {
  if (!listsPeople(rows)) return "1";
  const listing = (fields: readonly string[]) =>
    fields.filter((field) => rows.isList(field) && rows.list(field)?.over === "person");
  const chosen = listing(identityFields);
  const fields = chosen.length > 0 ? chosen : listing(personFieldNames);
  return `greatest(1, ${fields.map((field) => `coalesce(len(${rows.list(field)?.tokens}), 0)`).join(", ")})`;
}

/** SQL: the value of a field for the i-th person of a row; a list of another length cannot be laid beside the people. */
function personValue(rows: SourceRows, field: string, count: string, index: string): CodedSql | undefined {
  if (!listsPeople(rows)) return rows.single(field);
  const list = rows.list(field);
  if (list === undefined) return undefined;
  if (list.over === "person") {
    const token = `CASE WHEN len(${list.tokens}) = ${count} THEN ${list.tokens}[${index}] WHEN len(${list.tokens}) = 0 THEN '?not_recorded' ELSE '?unmappable' END`;
    return tokenSql(token, field);
  }
  const whole = reduceTokens(list.tokens, field);
  return {
    code: `CASE WHEN ${count} = 1 THEN ${whole.code} END`,
    missing: `CASE WHEN ${count} = 1 OR ${whole.missing} IS NOT NULL THEN ${whole.missing} ELSE CAST('unmappable' AS missing_reason) END`,
  };
}

/** SQL: race and a separate ethnicity column read together, as the two-question form meant them. */
function raceAndEthnicity(race: CodedSql, ethnicity: CodedSql | undefined): CodedSql {
  if (!ethnicity) return race;
  const hispanic = `CAST(${ethnicity.code} AS VARCHAR) = 'hispanic'`;
  return {
    code: `CASE WHEN ${hispanic} THEN CAST('hispanic_latino' AS code_race_ethnicity) ELSE ${race.code} END`,
    missing: `CASE WHEN ${hispanic} THEN NULL ELSE ${race.missing} END`,
  };
}

/** What the rows of one table say of people. */
export function mentionPersons(
  rows: SourceRows,
  agency: string,
  date: DateSql | undefined,
  abilities: Readonly<Record<string, string>>,
): Mention | undefined {
  if (!speaksOfPeople(rows)) return undefined;
  const ids = rowIds(rows, agency);
  const several = listsPeople(rows);
  const count = several ? "n.people" : "1";
  const index = several ? "i" : "1";
  const value = (field: string) => personValue(rows, field, count, index);

  const parts: Part[] = [
    ["person_id", personId(rows, agency, index)],
    ...Object.entries(abilities),
    ["incident_id", ids.incident],
    ["report_id", ids.report],
    ["row_order", rows.order()],
    ...(date ? ([["occurred_date", date.date]] as const) : []),
    ...personFields.flatMap((field) => {
      const sql = value(field.field);
      if (field.field === "person.race_ethnicity" && (sql ?? value("person.ethnicity_legacy"))) {
        const none = { code: "NULL::code_race_ethnicity", missing: "CAST('not_recorded' AS missing_reason)" };
        return coded(field, raceAndEthnicity(sql ?? none, value("person.ethnicity_legacy")));
      }
      const known = field.field === "person.age_band" && !several ? (sql ?? ageFromBirth(rows, date)) : sql;
      return known ? coded(field, known) : [];
    }),
  ];
  const isPerson = personTest(rows, count, index);
  const where = `${rows.kind("person")} AND ${isPerson}`;
  if (!several) return select(parts, rows.from, where);
  const people = peopleLaterals(rows);
  const from = () => `${rows.from()}${people}, LATERAL (SELECT unnest(range(1, n.people + 1)) AS i) AS u`;
  return select(parts, from, where);
}

/** Whether the people a row lists are told apart by what it says of them. */
const knownByAttributes = (rows: SourceRows): boolean =>
  listsPeople(rows) && rows.mapping.keys.personBasis === "attributes" && rows.grain !== "person";

/** SQL: joins that give `n.people`, how many people a row lists, and `d.attributes`, what it says of each. */
export function peopleLaterals(rows: SourceRows): string {
  if (!listsPeople(rows)) return "";
  const described = knownByAttributes(rows) ? `, LATERAL (SELECT ${attributeList(rows)} AS attributes) AS d` : "";
  return `, LATERAL (SELECT ${peopleInRow(rows)} AS people) AS n${described}`;
}

/** SQL: id of the i-th person of a row; needs the joins of `peopleLaterals` where a row lists several. */
const personId = (rows: SourceRows, agency: string, index: string): string =>
  knownByAttributes(rows) ? attributeId(rows, agency, index) : rowIds(rows, agency).person(index);

/** SQL: what a row says of each person it lists, one text a person, from the columns that tell people apart. */
function attributeList(rows: SourceRows): string {
  const parts = (rows.mapping.keys.person ?? []).flatMap((name) =>
    rows.mapping.columns
      .filter(({ columns }) => columns.includes(name))
      .flatMap((entry) => rows.raw(entry.field).filter(({ mapping }) => mapping === entry))
      .map(({ sql, mapping }) => {
        const text = `coalesce(${rows.column(sql)}, '')`;
        const elements = mapping.delimiter
          ? `string_split(${text}, '${mapping.delimiter.trim() || mapping.delimiter}')`
          : `[${text}]`;
        return `CASE WHEN len(${elements}) = n.people THEN lower(trim(${elements}[j])) ELSE '' END`;
      }),
  );
  return `list_transform(range(1, n.people + 1), lambda j: concat_ws('|', ${parts.length > 0 ? parts.join(", ") : "''"}))`;
}

/** SQL: id of a person known by attributes; two alike in one row stay two. */
const attributeId = (rows: SourceRows, agency: string, index: string): string => {
  const scope = rows.column(
    `coalesce(${rows.key("incident") ?? rows.key("report") ?? rows.identity}, ${rows.identity})`,
  );
  const alike = `len(list_filter(d.attributes[1:${index}], lambda x: x = d.attributes[${index}]))`;
  const key = `(${scope} || '|' || d.attributes[${index}] || '#' || ${alike})`;
  return derivedId(agency, "person", key);
};

/**
 * Outcomes that a table of incidents gives for the incident as a whole, while another table lists the people: they
 * are a person's own only where the incident has just one.
 */
export function mentionFacts(rows: SourceRows, agency: string): Mention | undefined {
  if (rows.grain !== "incident") return undefined;
  const fields = personFields.filter(({ field }) => field.startsWith("outcome.") && rows.has(field));
  const parts = fields.flatMap((field) => {
    const sql = rows.single(field.field);
    return sql ? coded(field, sql) : [];
  });
  return parts.length === 0 ? undefined : select([["incident_id", rowIds(rows, agency).incident], ...parts], rows.from);
}

/** SQL: false where a field says that the one spoken of is no person (a dog, “Animal”). */
export function personTest(rows: SourceRows, count: string, index: string): string {
  const tests = personFieldNames.flatMap((field) => {
    const list = rows.isList(field) ? rows.list(field) : undefined;
    if (!list) return [];
    return list.over === "person" && count !== "1"
      ? [`coalesce(CASE WHEN len(${list.tokens}) = ${count} THEN ${list.tokens}[${index}] END, '') <> '!not_person'`]
      : [`NOT coalesce(list_contains(${list.tokens}, '!not_person'), FALSE)`];
  });
  return tests.length === 0 ? "TRUE" : tests.join(" AND ");
}

/** What the rows of one table say of officers. */
export function mentionOfficers(rows: SourceRows, agency: string, date: DateSql | undefined): Mention | undefined {
  const ids = rowIds(rows, agency);
  const listed = officerFields.filter(({ field }) => rows.isList(field) && rows.list(field)?.over === "officer");
  const isOfficerTable = rows.grain === "officer" || rows.mapping.rowKinds !== undefined;
  if (listed.length === 0 && rows.key("officer") === undefined && !isOfficerTable && rows.grain !== "report")
    return undefined;

  const several = listed.length > 0;
  const byRow = () => rows.column(derivedId(agency, "officer-row", rows.identity));
  const officerId = several ? numberedId(byRow(), "i") : rows.mapping.rowKinds ? byRow() : ids.officer;
  const parts: Part[] = [
    ["officer_id", officerId],
    ["incident_id", ids.incident],
    ["report_id", ids.report],
    ["row_order", rows.order()],
    ...(date ? ([["occurred_date", date.date]] as const) : []),
    ...officerFields.flatMap((field) => {
      const list = several && rows.isList(field.field) ? rows.list(field.field) : undefined;
      const sql = list
        ? tokenSql(
            `CASE WHEN len(${list.tokens}) = n.officers THEN ${list.tokens}[i] ELSE '?unmappable' END`,
            field.field,
          )
        : several
          ? undefined
          : rows.single(field.field);
      return sql ? coded(field, sql) : [];
    }),
  ];
  if (!several) return select(parts, rows.from, rows.kind("officer"));
  const lengths = listed.map(({ field }) => `coalesce(len(${rows.list(field)?.tokens}), 0)`);
  const from = () =>
    `${rows.from()}, LATERAL (SELECT greatest(1, ${lengths.join(", ")}) AS officers) AS n, LATERAL (SELECT unnest(range(1, n.officers + 1)) AS i) AS u`;
  return select(parts, from, rows.kind("officer"));
}

/** What the rows of one table say of officers' reports. */
export function mentionReports(rows: SourceRows, agency: string, date: DateSql | undefined): Mention | undefined {
  const ids = rowIds(rows, agency);
  if (ids.report === "NULL::UBIGINT" || rows.grain === "child" || rows.grain === "person") return undefined;
  const several = listsPeople(rows);
  const speaks = speaksOfPeople(rows);
  const described = speaks
    ? personFields.filter(({ column }) => ["race_ethnicity", "gender", "age_band"].includes(column))
    : [];
  const laterals = peopleLaterals(rows);
  const onlyPerson = (sql: string) => (several ? `CASE WHEN n.people = 1 THEN ${sql} END` : sql);
  const parts: Part[] = [
    ["report_id", ids.report],
    ["incident_id", ids.incident],
    ["officer_id", ids.officer],
    ["person_id", speaks ? onlyPerson(personId(rows, agency, "1")) : "NULL::UBIGINT"],
    ["people", several ? "n.people" : speaks ? "1" : "NULL::BIGINT"],
    ["row_order", rows.order()],
    ...(date ? ([["occurred_date", date.date]] as const) : []),
    ...described.flatMap((field) => {
      const value = (name: string) => personValue(rows, name, several ? "n.people" : "1", "1");
      const sql = value(field.field);
      if (!sql) return [];
      const described =
        field.column === "race_ethnicity" ? raceAndEthnicity(sql, value("person.ethnicity_legacy")) : sql;
      return coded(field, {
        code: onlyPerson(described.code),
        missing: several
          ? `CASE WHEN n.people > 1 THEN CAST('not_applicable' AS missing_reason) ELSE ${described.missing} END`
          : described.missing,
      });
    }),
  ];
  return select(parts, () => `${rows.from()}${laterals}`);
}

/**
 * SQL: the person whom the j-th element of a list is about: the j-th person where the list runs over the people, the
 * only person of the row, or nobody the source can name.
 */
function personOfElement(rows: SourceRows, agency: string, listOverPeople: string | undefined): string {
  if (!speaksOfPeople(rows)) return "NULL::UBIGINT";
  if (!listsPeople(rows)) return personId(rows, agency, "1");
  const only = `WHEN n.people = 1 THEN ${personId(rows, agency, "1")}`;
  if (listOverPeople === undefined) return `CASE ${only} END`;
  return `CASE WHEN len(${listOverPeople}) = n.people THEN ${personId(rows, agency, "j")} ${only} END`;
}

/** Whether a table says what force was used. */
export const speaksOfForce = (rows: SourceRows): boolean =>
  rows.has("force_application.force_type") || rows.has("force_application.agency_force_level");

/** What the rows of one table say of applications of force: one row per officer × person × force type. */
export function mentionForce(rows: SourceRows, agency: string, date: DateSql | undefined): Mention | undefined {
  if (!speaksOfForce(rows)) return undefined;
  const ids = rowIds(rows, agency);
  const typeField = "force_application.force_type";
  const listed = rows.isList(typeField);
  const types = listed ? rows.list(typeField) : undefined;
  const person = personOfElement(rows, agency, listed && types?.over === "person" ? "f.types" : undefined);
  const isPerson = personTest(rows, "1", "1");
  const oneOfficer =
    rows.grain !== "incident" &&
    rows.grain !== "child" &&
    rows.grain !== "person" &&
    rows.mapping.rowKinds === undefined;

  const parts: Part[] = [
    ["force_id", `CAST(${rows.order()} AS VARCHAR)${listed ? " || '-' || j" : ""}`],
    ["incident_id", ids.incident],
    ["report_id", ids.report],
    ["person_id", isPerson === "TRUE" ? person : `CASE WHEN ${isPerson} THEN ${person} END`],
    [
      "person_id_missing",
      isPerson === "TRUE" ? "NULL::VARCHAR" : `CASE WHEN NOT (${isPerson}) THEN 'not_applicable' END`,
    ],
    ["officer_id", oneOfficer ? ids.officer : "NULL::UBIGINT"],
    ["row_order", rows.order()],
    ...(date ? ([["occurred_date", date.date]] as const) : []),
    ...sequenceParts(rows, listed),
    ...forceFields.flatMap((field) => {
      const sql = forceValue(rows, field, listed);
      return sql ? coded(field, sql) : [];
    }),
    ...levelParts(rows),
  ];
  const where = rows.kind("person");
  const people = peopleLaterals(rows);
  const make = (from: () => string) =>
    rows.mapping.cartesian ? forceOfOnePerson(parts, from, where) : select(parts, from, where);
  if (!listed) return make(() => `${rows.from()}${people}`);
  const all = `coalesce(${types?.tokens}, [])`;
  const used = `CASE WHEN list_contains(${all}, '!no_force') THEN []::VARCHAR[] WHEN len(${all}) = 0 THEN ['?not_recorded'] ELSE ${all} END`;
  const from = () =>
    `${rows.from()}${people}, LATERAL (SELECT ${used} AS types) AS f, LATERAL (SELECT unnest(range(1, len(f.types) + 1)) AS j) AS u`;
  return make(from);
}

/**
 * Where every force has a row for every person of the incident, the rows of one of its people hold each force once; on
 * whom it was used is not known when there are several.
 */
function forceOfOnePerson(parts: readonly Part[], from: () => string, where: string): Mention {
  const all = select(parts, from, where);
  const others = [...all.columns].filter((name) => name !== "person_id");
  const incident = "coalesce(incident_id, report_id)";
  const sql =
    `SELECT ${others.join(", ")}, CASE WHEN first_person = last_person THEN person_id END AS person_id FROM ` +
    `(SELECT *, min(person_id) OVER (PARTITION BY ${incident}) AS first_person, max(person_id) OVER (PARTITION BY ${incident}) AS last_person ` +
    `FROM (${all.sql})) WHERE person_id IS NULL OR person_id = first_person`;
  return { ...all, sql };
}

function sequenceParts(rows: SourceRows, listed: boolean): readonly Part[] {
  const sequence = rows.raw("force_application.sequence")[0];
  if (sequence && !listed)
    return [["sequence", rows.column(`try_cast(try_cast(${sequence.sql} AS DOUBLE) AS INTEGER)`)]];
  const numbered = rows.mapping.columns.some(
    (entry) => entry.field === "force_application.force_type" && entry.columns.length > 1,
  );
  return numbered ? [["sequence", "CAST(j AS INTEGER)"]] : [];
}

function levelParts(rows: SourceRows): readonly Part[] {
  const level = rows.text("force_application.agency_force_level");
  return level === undefined ? [] : [["agency_force_level", level]];
}

function forceValue(rows: SourceRows, field: CodedField, listed: boolean): CodedSql | undefined {
  if (field.column === "force_type") return listed ? tokenSql("f.types[j]", field.field) : rows.single(field.field);
  const list = rows.isList(field.field) ? rows.list(field.field) : undefined;
  if (list?.over !== "force") return rows.single(field.field);
  if (!listed) return reduceTokens(list.tokens, field.field);
  return tokenSql(
    `CASE WHEN len(${list.tokens}) = len(f.types) THEN ${list.tokens}[j] ELSE '?unmappable' END`,
    field.field,
  );
}

/** Every value of a field that a source may give several of, one row each. */
export function mentionListed(
  rows: SourceRows,
  listed: (typeof listedFields)[number],
  agency: string,
  date: DateSql | undefined,
): Mention | undefined {
  const isOne = rows.isOne(listed.field);
  const one = isOne ? rows.single(listed.field) : undefined;
  const list = isOne ? undefined : rows.list(listed.field);
  const value = one ?? (list && tokenSql(`${list.tokens}[j]`, listed.field));
  if (value === undefined) return undefined;
  const ids: RowIds = rowIds(rows, agency);
  const person = personOfElement(rows, agency, list?.over === "person" ? `coalesce(${list.tokens}, [])` : undefined);
  const people = peopleLaterals(rows);
  const parts: Part[] = [
    ["incident_id", ids.incident],
    ["report_id", ids.report],
    ...(listed.table === "contact_reasons" ? [] : ([["person_id", person]] as const)),
    ...(date ? ([["occurred_date", date.date]] as const) : []),
    ...coded(listed, value),
  ];
  if (one)
    return select(
      parts,
      () => `${rows.from()}${people}`,
      `${rows.kind("person")} AND (${one.code} IS NOT NULL OR ${one.missing} IS NOT NULL)`,
    );
  const from = () =>
    `${rows.from()}${people}, LATERAL (SELECT unnest(range(1, len(coalesce(${list?.tokens ?? "NULL"}, [])) + 1)) AS j) AS u`;
  return select(parts, from, rows.kind("person"));
}
