import { readFormsSql } from "../mapping/date-forms.ts";
import { incidentFields } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { rowIds } from "./identity.ts";
import { coded, dateParts, type Mention, type Part, select } from "./mention.ts";
import type { SourceRows } from "./source-rows.ts";

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
