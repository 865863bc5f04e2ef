import { ageFromBirth } from "./birth-age.ts";
import { personFields } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { rowIds } from "./identity.ts";
import { coded, type Mention, type Part, select, withBits } from "./mention.ts";
import {
  listsPeople,
  peopleLaterals,
  personBits,
  personId,
  personTest,
  personValue,
  raceAndEthnicity,
  speaksOfPeople,
} from "./row-people.ts";
import type { SourceRows } from "./source-rows.ts";

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
  const bits = personBits(rows);

  const parts: Part[] = [
    ["person_id", personId(rows, agency, index)],
    ...Object.entries(abilities),
    ["incident_id", ids.incident],
    ["report_id", ids.report],
    ["row_order", rows.order()],
    ...(date ? ([["occurred_date", date.date]] as const) : []),
    ...bits.parts,
    ...personFields.filter(bits.isLoose).flatMap((field) => {
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
  if (!several) return withBits(select(parts, rows.from, where), bits.fields);
  const people = peopleLaterals(rows);
  const from = () => `${rows.from()}${people}, LATERAL (SELECT unnest(range(1, n.people + 1)) AS i) AS u`;
  return select(parts, from, where);
}

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
