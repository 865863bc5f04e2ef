import type { Issue } from "@evenhand/standard";
import type { Engine } from "../../release/engine.ts";
import type { ColumnMapping, Mapping, TableMapping } from "../mapping/mapping.ts";
import { normaliseValue } from "../mapping/normalise-value.ts";
import { countValues } from "../read/count-values.ts";
import type { SourceTable } from "../read/source-table.ts";
import { type DateSql, dateSql } from "./date-sql.ts";
import { fewTexts } from "./few-texts.ts";
import { plainKeyColumns } from "./plain-key-columns.ts";
import { type SourceRows, sourceRows } from "./source-rows.ts";
import { createLookup, needsLookup, type ValueLookup } from "./value-lookup.ts";

/** One mapped table, ready to be asked. */
export type PreparedTable = {
  readonly rows: SourceRows;
  readonly date: DateSql | undefined;
  readonly lookups: readonly ValueLookup[];
  readonly abilities: Abilities;
};

/**
 * What the answers of a table could have said at all: a scale of injuries without “death” cannot say that nobody died.
 * SQL constants by column name.
 */
export type Abilities = Readonly<
  Record<"death_on_scale" | "death_asked" | "death_as_disposition" | "hospital_in_list", "TRUE" | "FALSE">
>;

function abilitiesOf(mapping: TableMapping, lookups: readonly ValueLookup[]): Abilities {
  const could = (field: string, ...codes: readonly string[]) =>
    lookups.some(({ possible }) => codes.some((code) => possible.get(field)?.has(code))) ? "TRUE" : "FALSE";
  return {
    death_on_scale: could("injury.injury_severity", "death"),
    death_asked: mapping.columns.some(({ field }) => field === "outcome.died") ? "TRUE" : "FALSE",
    death_as_disposition: could("outcome.disposition", "died"),
    hospital_in_list: could("injury.medical_response", "hospital", "treated_and_released"),
  };
}

/** Tables of the different texts of the cells that a column mapping reads; see {@link countValues}. */
async function countCells(
  engine: Engine,
  column: ColumnMapping,
  members: readonly SourceTable[],
): Promise<readonly string[]> {
  const relations: string[] = [];
  for (const table of members) {
    for (const name of column.columns) {
      const found = table.columns.find((candidate) => candidate.name === name);
      if (found) relations.push(await countValues(engine, table, found.sql));
    }
  }
  return relations;
}

/** Maps the distinct values of every coded column, and names the tables that the mapping speaks of. */
export async function prepareTables(
  engine: Engine,
  tables: readonly SourceTable[],
  mapping: Mapping,
  today: string,
): Promise<{ prepared: readonly PreparedTable[]; issues: readonly Issue[] }> {
  const tableOrder = new Map(
    [...tables]
      .map(({ name }) => name)
      .sort()
      .map((name, index) => [name, index]),
  );
  const membersOf = ({ tables: names }: TableMapping) => tables.filter(({ name }) => names.includes(name));
  const isAlone = mapping.tables.filter((table) => membersOf(table).length > 0).length === 1;
  const prepared: PreparedTable[] = [];
  const issues: Issue[] = [];
  for (const [index, tableMapping] of mapping.tables.entries()) {
    const members = membersOf(tableMapping);
    if (members.length === 0) continue;
    const lookups: ValueLookup[] = [];
    for (const [position, column] of tableMapping.columns.entries()) {
      const relations = needsLookup(column) ? await countCells(engine, column, members) : [];
      if (relations.length === 0) continue;
      const created = await createLookup(engine, {
        sql: `lookup_${index}_${position}`,
        mapping: column,
        relations,
        normalise: normaliseValue,
        file: members.map(({ file }) => file).join(", "),
      });
      lookups.push(created.lookup);
      issues.push(...created.issues);
    }
    const plainColumns = await plainKeyColumns(engine, tableMapping, members);
    const working = `rows_${index}`;
    const texts = await fewTexts(engine, tableMapping, { members, working });
    const place = { working, tableOrder, plainColumns, fewTexts: texts, isAlone };
    const rows = sourceRows(tableMapping, tables, lookups, place);
    prepared.push({ rows, date: dateSql(rows, today), lookups, abilities: abilitiesOf(tableMapping, lookups) });
  }
  return { prepared, issues };
}
