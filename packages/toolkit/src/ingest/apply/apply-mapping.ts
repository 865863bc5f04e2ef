import type { FieldScope, ForceScope, Issue, ReleaseTable, Scope } from "@evenhand/standard";
import { codeListIds, codeLists } from "@evenhand/standard";
import { type Engine, identifier } from "../../release/engine.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { normaliseValue } from "../mapping/normalise-value.ts";
import type { SourceTable } from "../read/source-table.ts";
import { buildTables, type Mentions, unionOf } from "./build-tables.ts";
import { codeTypeStatements, listedFields } from "./coded-field.ts";
import { countUnits } from "./count-units.ts";
import { dateIssues } from "./date-issues.ts";
import { type DateSql, dateSql } from "./date-sql.ts";
import {
  mentionFacts,
  mentionForce,
  mentionIncidents,
  mentionListed,
  mentionOfficers,
  mentionPersons,
  mentionReports,
  speaksOfForce,
} from "./mentions.ts";
import { publishQueries } from "./publish-sql.ts";
import { type SourceRows, sourceRows } from "./source-rows.ts";
import { createLookup, needsLookup, type ValueLookup } from "./value-lookup.ts";

/** The tables of a release before they are written: SQL by table, what the files can say, and what is doubtful. */
export type Applied = {
  readonly queries: ReadonlyMap<ReleaseTable, string>;
  readonly scope: Omit<Scope, "units">;
  readonly issues: readonly Issue[];
  /** Units are counted on the written tables: views `p_<table>` must exist. */
  readonly countUnits: () => Promise<Scope["units"]>;
};

export type ApplyOptions = {
  /** ISO date; later dates are impossible. */
  readonly today: string;
  readonly onProgress?: (step: string) => void;
};

type Prepared = { readonly rows: () => SourceRows; readonly lookups: readonly ValueLookup[] };

/** Applies a mapping to staged tables, exactly as it is written. Nothing is guessed here. */
export async function applyMapping(
  engine: Engine,
  tables: readonly SourceTable[],
  mapping: Mapping,
  options: ApplyOptions,
): Promise<Applied> {
  const progress = options.onProgress ?? (() => {});
  for (const statement of codeTypeStatements(codeListIds)) await engine.run(statement);
  const order = new Map([...tables].map(({ name }) => name).sort().map((name, index) => [name, index]));
  const issues: Issue[] = [];

  progress("values");
  const prepared: Prepared[] = [];
  for (const [index, tableMapping] of mapping.tables.entries()) {
    const members = tables.filter((table) => tableMapping.tables.includes(table.name));
    if (members.length === 0) continue;
    const lookups: ValueLookup[] = [];
    for (const [position, column] of tableMapping.columns.entries()) {
      if (!needsLookup(column)) continue;
      const relations = members.flatMap((table) =>
        column.columns.flatMap((name) => {
          const found = table.columns.find((candidate) => candidate.name === name);
          return found ? [`(SELECT ${identifier(found.sql)} AS v FROM ${table.sql})`] : [];
        }),
      );
      if (relations.length === 0) continue;
      const { lookup, issues: found } = await createLookup(engine, {
        sql: `lookup_${index}_${position}`,
        mapping: column,
        relations,
        normalise: normaliseValue,
        file: members.map(({ file }) => file).join(", "),
      });
      lookups.push(lookup);
      issues.push(...found);
    }
    prepared.push({ rows: () => sourceRows(tableMapping, tables, lookups, order), lookups });
  }

  const agency = mapping.agency.id;
  const hasPersonTable = prepared.some(({ rows }) => rows().grain === "person");
  const namesPeople = (rows: SourceRows) =>
    rows.grain !== "child" && rows.grain !== "officer" && !(hasPersonTable && rows.grain === "incident");
  const mention = <Result>(make: (rows: SourceRows, date: DateSql | undefined) => Result | undefined): Result[] =>
    prepared.flatMap((one) => {
      const rows = one.rows();
      const result = make(rows, dateSql(rows, options.today));
      return result === undefined ? [] : [result];
    });

  issues.push(...(await dateIssues(engine, prepared.map(({ rows }) => rows()), options.today)));
  const forceTables = await chooseForceTables(engine, prepared, agency, issues, options.today);
  const listed = new Map<string, ReturnType<typeof mentionListed>[]>();
  for (const field of listedFields) {
    const found = mention((rows, date) => (isListed(rows, field.field) ? mentionListed(rows, field, agency, date) : undefined));
    if (found.length > 0) listed.set(field.table, [...(listed.get(field.table) ?? []), ...found]);
  }
  const mentions: Mentions = {
    incidents: mention((rows, date) => mentionIncidents(rows, agency, date)),
    persons: mention((rows, date) => (namesPeople(rows) ? mentionPersons(rows, agency, date) : undefined)),
    facts: mention((rows) => (namesPeople(rows) ? undefined : mentionFacts(rows, agency))),
    officers: mention((rows, date) => mentionOfficers(rows, agency, date)),
    reports: mention((rows, date) => mentionReports(rows, agency, date)),
    force: forceTables.flatMap((one) => {
      const rows = one.rows();
      return mentionForce(rows, agency, dateSql(rows, options.today)) ?? [];
    }),
    listed: new Map([...listed].map(([table, list]) => [table, list.flatMap((one) => one ?? [])])),
  };
  issues.push(...(await buildTables(engine, mentions, progress)));
  const possible = (field: string, code: string) =>
    prepared.some(({ lookups }) => lookups.some((lookup) => lookup.possible.get(field)?.has(code)));
  const queries = publishQueries({
    mentions,
    couldSayDeath: possible("injury.injury_severity", "death") || possible("outcome.disposition", "died"),
    couldSayHospital: possible("injury.medical_response", "hospital") || possible("injury.medical_response", "treated_and_released"),
  });

  return {
    queries,
    scope: { fields: fieldScopes(mapping, tables), force: forceScopes() },
    issues,
    countUnits: () =>
      countUnits(engine, prepared.map(({ rows }) => rows()), new Set(queries.keys()), forceTables.map(({ rows }) => rows())),
  };
}

/** Whether a field needs a table of its own: a source gives several values, or hangs them on a parent. */
function isListed(rows: SourceRows, field: string): boolean {
  if (!rows.has(field)) return false;
  if (rows.isList(field) || rows.grain === "child") return true;
  const several = rows.grain === "report" || rows.grain === "force";
  return field === "injury.injury_type" || (several && field !== "incident.contact_reason" && field !== "injury.medical_response");
}

const finest: readonly SourceRows["grain"][] = ["force", "child", "report", "officer", "person", "incident"];

/**
 * Where related tables each name the force of the same incidents (New York gives it per incident and per officer),
 * only the finest counts; the others would count it twice.
 */
async function chooseForceTables(
  engine: Engine,
  prepared: readonly Prepared[],
  agency: string,
  issues: Issue[],
  today: string,
): Promise<readonly Prepared[]> {
  const speaking = prepared
    .filter(({ rows }) => speaksOfForce(rows()))
    .sort((a, b) => finest.indexOf(a.rows().grain) - finest.indexOf(b.rows().grain));
  const chosen: Prepared[] = [];
  for (const candidate of speaking) {
    const rows = candidate.rows();
    const mention = mentionForce(rows, agency, dateSql(rows, today));
    const finer = chosen.filter((one) => one.rows().grain !== rows.grain);
    const doubled = mention !== undefined && finer.length > 0 && (await sharesIncidents(engine, mention.sql, finer, agency, today));
    if (!doubled) chosen.push(candidate);
    else {
      issues.push({
        code: "force-recorded-twice",
        severity: "note",
        file: rows.mapping.tables.join(", "),
        count: 1,
        message: `The files name the force of the same incidents in several tables. Counted from the finer one, not from ${rows.mapping.tables.join(", ")}.`,
      });
    }
  }
  return chosen;
}

async function sharesIncidents(
  engine: Engine,
  sql: string,
  others: readonly Prepared[],
  agency: string,
  today: string,
): Promise<boolean> {
  const mentions = others.flatMap((one) => {
    const rows = one.rows();
    return mentionForce(rows, agency, dateSql(rows, today)) ?? [];
  });
  const sharing = (id: string) =>
    `SELECT 1 FROM (SELECT DISTINCT ${id} FROM (${sql})) AS a JOIN (SELECT DISTINCT ${id} FROM (${unionOf(mentions)})) AS c ON a.${id} = c.${id}`;
  const [row] = await engine.rows<{ shared: boolean }>(
    `SELECT count(*) > 0 AS shared FROM (${sharing("incident_id")} UNION ALL ${sharing("report_id")} LIMIT 1)`,
  );
  return row?.shared ?? false;
}

function fieldScopes(mapping: Mapping, tables: readonly SourceTable[]): readonly FieldScope[] {
  const columns = new Map<string, Set<string>>();
  const add = (field: string, name: string) => columns.set(field, (columns.get(field) ?? new Set()).add(name));
  for (const table of mapping.tables) {
    const files = tables.filter(({ name }) => table.tables.includes(name)).map(({ name }) => name);
    for (const column of table.columns) {
      if (column.read === "ignore" || column.field === "ignore") continue;
      const names = files.flatMap((file) => column.columns.map((name) => `${file}: ${name}`));
      for (const name of names) {
        add(column.field, name);
        for (const target of Object.values(column.values ?? {}).flat()) {
          const at = target.indexOf("=");
          if (at > 0) add(target.slice(0, at), name);
        }
      }
    }
    for (const [kind, field] of keyFields) {
      for (const name of table.keys[kind] ?? []) for (const file of files) add(field, `${file}: ${name}`);
    }
  }
  return [...columns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, names]) => ({ field, columns: [...names] }));
}

const keyFields = [
  ["incident", "incident.incident_id"],
  ["report", "incident.report_id"],
  ["person", "person.person_id"],
  ["officer", "officer_involvement.officer_id"],
] as const;

/** A file alone never says what its form asks for: until the agency declares it, every code's scope is unknown. */
const forceScopes = (): Readonly<Record<string, ForceScope>> =>
  Object.fromEntries(codeLists.force_type.codes.map(({ code }) => [code, "unknown"]));
