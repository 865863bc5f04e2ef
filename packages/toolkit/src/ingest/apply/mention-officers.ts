import { officerFields } from "./coded-field.ts";
import type { DateSql } from "./date-sql.ts";
import { derivedId, numberedId, rowIds } from "./identity.ts";
import { bitParts, coded, type Mention, type Part, select, withBits } from "./mention.ts";
import type { SourceRows } from "./source-rows.ts";
import { tokenSql } from "./token-sql.ts";

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
  const key = several || rows.mapping.rowKinds ? undefined : officerKey(rows);
  const bits = bitParts(rows, several ? [] : officerFields);
  const parts: Part[] = [
    ["officer_id", officerId],
    ...(key === undefined ? [] : ([["officer_key", key]] as const)),
    ["incident_id", ids.incident],
    ["report_id", ids.report],
    ["row_order", rows.order()],
    ...(date ? ([["occurred_date", date.date]] as const) : []),
    ...bits.parts,
    ...officerFields.filter(bits.isLoose).flatMap((field) => {
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
  if (!several) return withBits(select(parts, rows.from, rows.kind("officer")), bits.fields);
  const lengths = listed.map(({ field }) => `coalesce(len(${rows.list(field)?.tokens}), 0)`);
  const from = () =>
    `${rows.from()}, LATERAL (SELECT greatest(1, ${lengths.join(", ")}) AS officers) AS n, LATERAL (SELECT unnest(range(1, n.officers + 1)) AS i) AS u`;
  return select(parts, from, rows.kind("officer"));
}

/**
 * A number that stands for the officer's key: it only tells officers apart, and costs less to keep than a text. Among
 * 100,000 officers the chance that any two have the same number is about 3 in ten billion.
 */
function officerKey(rows: SourceRows): string | undefined {
  const key = rows.key("officer");
  if (key === undefined) return undefined;
  return rows.column(
    rows.isComplete("officer") ? `hash(${key})` : `CASE WHEN ${key} IS NOT NULL THEN hash(${key}) END`,
  );
}
