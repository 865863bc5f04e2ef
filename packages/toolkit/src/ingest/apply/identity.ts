import { literal } from "../../release/engine.ts";
import type { SourceRows } from "./source-rows.ts";

/**
 * SQL: a 64-bit id derived from the agency and what was published. The same key gives the same id in every release;
 * the key itself is not in it. Not a secret: who knows a key can derive its id.
 */
export const derivedId = (agency: string, kind: string, key: string): string =>
  `(md5_number(${literal(`${agency}|${kind}|`)} || ${key}) >> 64)::UBIGINT`;

/** Ids of the things that one row of a table speaks of. */
export type RowIds = {
  /** SQL; NULL where the incident is only known through the report. */
  readonly incident: string;
  readonly report: string;
  readonly officer: string;
  /** Id of the i-th person of the row; `index` is an SQL expression. */
  readonly person: (index: string) => string;
};

/** Whether a table names incidents only through the reports of another table. */
export const reachesIncidentByReport = (rows: SourceRows): boolean =>
  rows.key("incident") === undefined && rows.key("report") !== undefined && (rows.grain === "child" || rows.grain === "person");

const keyed = (agency: string, kind: string, key: string | undefined, identity: string): string => {
  const byRow = derivedId(agency, `${kind}-row`, identity);
  return key === undefined ? byRow : `CASE WHEN ${key} IS NOT NULL THEN ${derivedId(agency, kind, key)} ELSE ${byRow} END`;
};

/** SQL ids for the rows of one mapped table. Rows whose key is blank get an id of their own. */
export function rowIds(rows: SourceRows, agency: string): RowIds {
  const incidentKey = rows.key("incident");
  const reportKey = rows.key("report");
  // One row is one person there: people alike in every column are still several.
  const personKey = rows.grain === "person" && rows.mapping.keys.personBasis === "attributes" ? undefined : rows.key("person");
  const officerKey = rows.key("officer");
  const scope = incidentKey ?? reportKey;
  const within = (key: string) => (scope === undefined ? key : `coalesce(${scope}, '') || '|' || ${key}`);

  const incident =
    incidentKey !== undefined
      ? keyed(agency, "incident", incidentKey, rows.identity)
      : reachesIncidentByReport(rows)
        ? "NULL::UBIGINT"
        : keyed(agency, "incident-report", reportKey, rows.identity);

  return {
    incident,
    report:
      reportKey !== undefined
        ? keyed(agency, "report", reportKey, rows.identity)
        : rows.grain === "report"
          ? derivedId(agency, "report-row", rows.identity)
          : "NULL::UBIGINT",
    officer:
      officerKey !== undefined
        ? keyed(agency, "officer", within(officerKey), rows.identity)
        : rows.grain === "officer" || rows.grain === "report"
          ? keyed(agency, "officer-report", reportKey, rows.identity)
          : "NULL::UBIGINT",
    person: (index) => {
      const byRow = derivedId(agency, "person-row", `${rows.identity} || '#' || ${index}`);
      if (personKey === undefined) return byRow;
      const inRow = index === "1" ? personKey : `${personKey} || '#' || ${index}`;
      return `CASE WHEN ${personKey} IS NOT NULL THEN ${derivedId(agency, "person", within(inRow))} ELSE ${byRow} END`;
    },
  };
}
