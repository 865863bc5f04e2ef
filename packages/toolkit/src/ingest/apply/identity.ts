import { literal } from "../../release/engine.ts";
import type { KeyKind, SourceRows } from "./source-rows.ts";

/**
 * SQL: a 64-bit id derived from the agency and what was published. The same key gives the same id in every release;
 * the key itself is not in it. Not a secret: who knows a key can derive its id.
 */
export const derivedId = (agency: string, kind: string, key: string): string =>
  `(md5_number(${literal(`${agency}|${kind}|`)} || ${key}) >> 64)::UBIGINT`;

/** SQL: the id of a key within the thing it belongs to; a scope that is NULL counts as an empty text. */
const idWithin = (agency: string, kind: string, scope: string, key: string): string =>
  `(md5_number(concat(${literal(`${agency}|${kind}|`)}, ${scope}, '|', ${key})) >> 64)::UBIGINT`;

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

/** SQL: the id by key, or by row where the row has none; `known` tests that it has, absent where every row does. */
const orByRow = (byKey: string, byRow: string, known: string | undefined): string =>
  known === undefined ? byKey : `CASE WHEN ${known} THEN ${byKey} ELSE ${byRow} END`;

/** SQL ids for the rows of one mapped table. Rows whose key is blank get an id of their own. */
export function rowIds(rows: SourceRows, agency: string): RowIds {
  const incidentKey = rows.key("incident");
  const reportKey = rows.key("report");
  // One row is one person there: people alike in every column are still several.
  const personKey =
    rows.grain === "person" && rows.mapping.keys.personBasis === "attributes" ? undefined : rows.key("person");
  const officerKey = rows.key("officer");
  const scope = incidentKey ?? reportKey;
  // Without a number of the incident, a person is one for each moment at which force is recorded: an officer's report is
  // no scope, since several officers report on one person.
  const moment = rows.raw("incident.occurred_date")[0]?.sql;
  const personScope = incidentKey ?? (moment === undefined ? undefined : `trim(${moment})`) ?? reportKey;

  const byRow = (kind: string) => derivedId(agency, `${kind}-row`, rows.identity);
  const unlessComplete = (kind: KeyKind, key: string) => (rows.isComplete(kind) ? undefined : `${key} IS NOT NULL`);
  const keyed = (kind: string, by: KeyKind, key: string | undefined, within?: string) => {
    if (key === undefined) return byRow(kind);
    const byKey = within === undefined ? derivedId(agency, kind, key) : idWithin(agency, kind, within, key);
    return orByRow(byKey, byRow(kind), unlessComplete(by, key));
  };

  const id = (sql: string) => (sql === "NULL::UBIGINT" ? sql : rows.column(sql));
  const incident =
    incidentKey !== undefined
      ? keyed("incident", "incident", incidentKey)
      : reachesIncidentByReport(rows)
        ? "NULL::UBIGINT"
        : keyed("incident-report", "report", reportKey);

  const report =
    reportKey !== undefined
      ? keyed("report", "report", reportKey)
      : rows.grain === "report"
        ? byRow("report")
        : "NULL::UBIGINT";
  const officer =
    officerKey !== undefined
      ? keyed("officer", "officer", officerKey, scope)
      : rows.grain === "officer" || rows.grain === "report"
        ? keyed("officer-report", "report", reportKey)
        : "NULL::UBIGINT";

  return {
    incident: id(incident),
    report: id(report),
    officer: id(officer),
    person: (index) => {
      const base = rows.column(personKey === undefined ? byRow("person") : keyedPerson(personKey));
      return index === "1" ? base : `CASE WHEN ${index} = 1 THEN ${base} ELSE ${numberedId(base, index)} END`;
    },
  };

  function keyedPerson(key: string): string {
    const byKey =
      personScope === undefined ? derivedId(agency, "person", key) : idWithin(agency, "person", personScope, key);
    // Without its incident a person's number does not say in which one it was: such a row stands alone.
    const tests = [
      unlessComplete("person", key),
      incidentKey === undefined ? undefined : unlessComplete("incident", incidentKey),
    ].filter((test) => test !== undefined);
    return orByRow(byKey, byRow("person"), tests.length === 0 ? undefined : tests.join(" AND "));
  }
}
