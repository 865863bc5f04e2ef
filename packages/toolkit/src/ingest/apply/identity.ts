import { literal } from "../../release/engine.ts";
import type { SourceRows } from "./source-rows.ts";

/**
 * SQL: a 64-bit id derived from the agency and what was published. The same key gives the same id in every release;
 * the key itself is not in it. Not a secret: who knows a key can derive its id.
 */
export const derivedId = (agency: string, kind: string, key: string): string =>
  `(md5_number(${literal(`${agency}|${kind}|`)} || ${key}) >> 64)::UBIGINT`;

/** SQL: id of the i-th thing of a row whose first has the id `base`. */
export const numberedId = (base: string, index: string): string =>
  `(md5_number(CAST(${base} AS VARCHAR) || '#' || ${index}) >> 64)::UBIGINT`;

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
  rows.key("incident") === undefined &&
  rows.key("report") !== undefined &&
  (rows.grain === "child" || rows.grain === "person");

const keyed = (agency: string, kind: string, key: string | undefined, identity: string): string => {
  const byRow = derivedId(agency, `${kind}-row`, identity);
  return key === undefined
    ? byRow
    : `CASE WHEN ${key} IS NOT NULL THEN ${derivedId(agency, kind, key)} ELSE ${byRow} END`;
};

/** SQL ids for the rows of one mapped table. Rows whose key is blank get an id of their own. */
export function rowIds(rows: SourceRows, agency: string): RowIds {
  const incidentKey = rows.key("incident");
  const reportKey = rows.key("report");
  // One row is one person there: people alike in every column are still several.
  const personKey =
    rows.grain === "person" && rows.mapping.keys.personBasis === "attributes" ? undefined : rows.key("person");
  const officerKey = rows.key("officer");
  const scope = incidentKey ?? reportKey;
  const within = (key: string) => (scope === undefined ? key : `coalesce(${scope}, '') || '|' || ${key}`);
  // Without a number of the incident, a person is one for each moment at which force is recorded: an officer's report is
  // no scope, since several officers report on one person.
  const moment = rows.raw("incident.occurred_date")[0]?.sql;
  const personScope = incidentKey ?? (moment === undefined ? undefined : `trim(${moment})`) ?? reportKey;
  const withinPerson = (key: string) =>
    personScope === undefined ? key : `coalesce(${personScope}, '') || '|' || ${key}`;

  const id = (sql: string) => (sql === "NULL::UBIGINT" ? sql : rows.column(sql));
  const incident =
    incidentKey !== undefined
      ? keyed(agency, "incident", incidentKey, rows.identity)
      : reachesIncidentByReport(rows)
        ? "NULL::UBIGINT"
        : keyed(agency, "incident-report", reportKey, rows.identity);

  const report =
    reportKey !== undefined
      ? keyed(agency, "report", reportKey, rows.identity)
      : rows.grain === "report"
        ? derivedId(agency, "report-row", rows.identity)
        : "NULL::UBIGINT";
  const officer =
    officerKey !== undefined
      ? keyed(agency, "officer", within(officerKey), rows.identity)
      : rows.grain === "officer" || rows.grain === "report"
        ? keyed(agency, "officer-report", reportKey, rows.identity)
        : "NULL::UBIGINT";

  return {
    incident: id(incident),
    report: id(report),
    officer: id(officer),
    person: (index) => {
      const first = personKey === undefined ? derivedId(agency, "person-row", rows.identity) : keyedPerson(personKey);
      const base = rows.column(first);
      return index === "1" ? base : `CASE WHEN ${index} = 1 THEN ${base} ELSE ${numberedId(base, index)} END`;
    },
  };

  function keyedPerson(key: string): string {
    const byRow = derivedId(agency, "person-row", rows.identity);
    // Without its incident a person's number does not say in which one it was: such a row stands alone.
    const known =
      incidentKey === undefined ? `${key} IS NOT NULL` : `${key} IS NOT NULL AND ${incidentKey} IS NOT NULL`;
    return `CASE WHEN ${known} THEN ${derivedId(agency, "person", withinPerson(key))} ELSE ${byRow} END`;
  }
}
