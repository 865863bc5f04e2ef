import { personFields } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { rowIds } from "./identity.ts";
import { coded, type Mention, type Part, select, withBits } from "./mention.ts";
import {
  listsPeople,
  peopleLaterals,
  personBits,
  personId,
  personValue,
  raceAndEthnicity,
  speaksOfPeople,
} from "./row-people.ts";
import type { SourceRows } from "./source-rows.ts";

/** What the rows of one table say of officers' reports. */
export function mentionReports(rows: SourceRows, agency: string, date: DateSql | undefined): Mention | undefined {
  const ids = rowIds(rows, agency);
  if (ids.report === "NULL::UBIGINT" || rows.grain === "child" || rows.grain === "person") return undefined;
  const several = listsPeople(rows);
  const speaks = speaksOfPeople(rows);
  const described = speaks
    ? personFields.filter(({ column }) => ["race_ethnicity", "gender", "age_band"].includes(column))
    : [];
  const bits = personBits(rows);
  const inBits = bits.fields.filter(({ field }) => described.includes(field));
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
    ...(inBits.length > 0 ? bits.parts : []),
    ...described.filter(bits.isLoose).flatMap((field) => {
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
  return withBits(
    select(parts, () => `${rows.from()}${laterals}`),
    inBits,
  );
}
