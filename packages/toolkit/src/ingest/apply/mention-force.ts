import { type CodedField, forceFields } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { rowIds } from "./identity.ts";
import { coded, type Mention, type Part, select } from "./mention.ts";
import { peopleLaterals, personOfElement, personTest } from "./row-people.ts";
import type { SourceRows } from "./source-rows.ts";
import { type CodedSql, reduceTokens, tokenSql } from "./token-sql.ts";

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
