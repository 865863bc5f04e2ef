import { type CodedField, personFields } from "./coded-field.ts";
import { derivedId, rowIds } from "./identity.ts";
import { type BitParts, bitParts } from "./mention.ts";
import type { SourceRows } from "./source-rows.ts";
import { type CodedSql, reduceTokens, tokenSql } from "./token-sql.ts";

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
export function personValue(rows: SourceRows, field: string, count: string, index: string): CodedSql | undefined {
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
export function raceAndEthnicity(race: CodedSql, ethnicity: CodedSql | undefined): CodedSql {
  if (!ethnicity) return race;
  const hispanic = `CAST(${ethnicity.code} AS VARCHAR) = 'hispanic'`;
  return {
    code: `CASE WHEN ${hispanic} THEN CAST('hispanic_latino' AS code_race_ethnicity) ELSE ${race.code} END`,
    missing: `CASE WHEN ${hispanic} THEN NULL ELSE ${race.missing} END`,
  };
}

/** What a row that speaks of one person says of them in one number; race not where a column of ethnicity says more of it. */
export function personBits(rows: SourceRows): BitParts {
  const isPlain = ({ column }: CodedField) => column !== "race_ethnicity" || !rows.has("person.ethnicity_legacy");
  return bitParts(rows, listsPeople(rows) ? [] : personFields.filter(isPlain));
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
export const personId = (rows: SourceRows, agency: string, index: string): string =>
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

/**
 * SQL: the person whom the j-th element of a list is about: the j-th person where the list runs over the people, the
 * only person of the row, or nobody the source can name.
 */
export function personOfElement(rows: SourceRows, agency: string, listOverPeople: string | undefined): string {
  if (!speaksOfPeople(rows)) return "NULL::UBIGINT";
  if (!listsPeople(rows)) return personId(rows, agency, "1");
  const only = `WHEN n.people = 1 THEN ${personId(rows, agency, "1")}`;
  if (listOverPeople === undefined) return `CASE ${only} END`;
  return `CASE WHEN len(${listOverPeople}) = n.people THEN ${personId(rows, agency, "j")} ${only} END`;
}
