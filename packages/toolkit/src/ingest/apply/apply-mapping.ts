import { codeListIds, type Issue, type ReleaseTable, type Scope } from "@evenhand/standard";
import type { Engine } from "../../release/engine.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { SourceTable } from "../read/source-table.ts";
import { buildTables, type Mentions } from "./build-tables.ts";
import { chooseForceTables, type ForceTable } from "./choose-force-tables.ts";
import { codeTypeStatements, listedFields } from "./coded-field.ts";
import { countUnits } from "./count-units.ts";
import { dateIssues } from "./date-issues.ts";
import { describeScope } from "./describe-scope.ts";
import type { Mention } from "./mention.ts";
import { mentionForce } from "./mention-force.ts";
import { mentionIncidents } from "./mention-incidents.ts";
import { mentionListed } from "./mention-listed.ts";
import { mentionOfficers } from "./mention-officers.ts";
import { mentionFacts, mentionPersons } from "./mention-persons.ts";
import { mentionReports } from "./mention-reports.ts";
import { monthStatements } from "./month-sql.ts";
import { type PreparedTable, prepareTables } from "./prepare-tables.ts";
import { publishQueries } from "./publish-sql.ts";
import type { SourceRows } from "./source-rows.ts";
import { storeRows } from "./store-rows.ts";

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

/** Applies a mapping to staged tables, exactly as it is written. Nothing is guessed here. */
export async function applyMapping(
  engine: Engine,
  tables: readonly SourceTable[],
  mapping: Mapping,
  options: ApplyOptions,
): Promise<Applied> {
  const progress = options.onProgress ?? (() => {});
  const statements = [...codeTypeStatements(codeListIds), ...monthStatements(options.today)];
  for (const statement of statements) await engine.run(statement);

  progress("values");
  const { prepared, issues: valueIssues } = await prepareTables(engine, tables, mapping, options.today);
  const agency = mapping.agency.id;
  const speaking = prepared.flatMap((table): readonly ForceTable[] => {
    const mention = mentionForce(table.rows, agency, table.date);
    return mention ? [{ table, mention }] : [];
  });
  const others = collectMentions(prepared, agency);
  for (const { rows } of prepared)
    await storeRows(
      engine,
      rows,
      tables.filter(({ name }) => rows.mapping.tables.includes(name)),
    );
  for (const { sql, keptAt } of tables) if (keptAt === undefined) await engine.run(`DROP TABLE IF EXISTS ${sql}`);

  const { chosen, issues: forceIssues } = await chooseForceTables(engine, speaking);
  const mentions: Mentions = { ...others, force: chosen.map(({ mention }) => mention) };
  const queries = publishQueries({ mentions });
  const conflicts = await buildTables(engine, mentions, queries.values(), progress);

  const rowsOf = (list: readonly PreparedTable[]) => list.map(({ rows }) => rows);
  const issues = [...valueIssues, ...(await dateIssues(engine, prepared)), ...forceIssues, ...conflicts];

  return {
    queries,
    scope: describeScope(mapping, tables),
    issues,
    countUnits: () =>
      countUnits(engine, rowsOf(prepared), new Set(queries.keys()), rowsOf(chosen.map(({ table }) => table))),
  };
}

/** What every table says of every kind of thing, but for force. */
function collectMentions(prepared: readonly PreparedTable[], agency: string): Omit<Mentions, "force"> {
  const hasPersonTable = prepared.some(({ rows }) => rows.grain === "person");
  const namesPeople = (rows: SourceRows) =>
    rows.grain !== "child" && rows.grain !== "officer" && !(hasPersonTable && rows.grain === "incident");
  const mention = (make: (table: PreparedTable) => Mention | undefined): readonly Mention[] =>
    prepared.flatMap((table) => make(table) ?? []);
  const listed = new Map<string, Mention[]>();
  for (const field of listedFields) {
    const found = mention(({ rows, date }) =>
      isListed(rows, field.field) ? mentionListed(rows, field, agency, date) : undefined,
    );
    if (found.length > 0) listed.set(field.table, [...(listed.get(field.table) ?? []), ...found]);
  }
  return {
    incidents: mention(({ rows, date }) => mentionIncidents(rows, agency, date)),
    persons: mention(({ rows, date, abilities }) =>
      namesPeople(rows) ? mentionPersons(rows, agency, date, abilities) : undefined,
    ),
    facts: mention(({ rows }) => (namesPeople(rows) ? undefined : mentionFacts(rows, agency))),
    officers: mention(({ rows, date }) => mentionOfficers(rows, agency, date)),
    reports: mention(({ rows, date }) => mentionReports(rows, agency, date)),
    listed,
  };
}

/** Whether a field needs a table of its own: a source gives several values, or hangs them on a parent. */
function isListed(rows: SourceRows, field: string): boolean {
  if (!rows.has(field)) return false;
  if (rows.isList(field) || rows.grain === "child") return true;
  const several = rows.grain === "report" || rows.grain === "force";
  return (
    field === "injury.injury_type" ||
    (several && field !== "incident.contact_reason" && field !== "injury.medical_response")
  );
}
