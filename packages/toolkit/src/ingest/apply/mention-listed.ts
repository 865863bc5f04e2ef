import type { listedFields } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { type RowIds, rowIds } from "./identity.ts";
import { coded, type Mention, type Part, select } from "./mention.ts";
import { peopleLaterals, personOfElement } from "./row-people.ts";
import type { SourceRows } from "./source-rows.ts";
import { tokenSql } from "./token-sql.ts";

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
    ...(isOfIncident(listed.table) ? [] : ([["person_id", person]] as const)),
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

/** Tables whose rows speak of the incident, not of a person in it. */
const isOfIncident = (table: (typeof listedFields)[number]["table"]): boolean =>
  table === "contact_reasons" || table === "location_types";
