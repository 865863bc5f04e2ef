import { type Engine, identifier } from "../../release/engine.ts";
import type { ColumnMapping, TableMapping } from "../mapping/mapping.ts";
import { countValues } from "../read/count-values.ts";
import type { SourceColumn, SourceTable } from "../read/source-table.ts";
import { filledText } from "./filled-text.ts";

/** SQL by the name of a column: the text of a cell as {@link filledText} gives it, out of a type that lists the column's texts. */
export type FewTexts = ReadonlyMap<string, (cell: string) => string>;

/** A map is searched from its beginning, and rows at the beginning of a file tell whether a column has few texts. */
const mostTexts = 200;
const rowsAsked = 20_000;

/** Fields whose texts are published as they are. */
const isText = ({ field, read, columns }: ColumnMapping): boolean =>
  read !== "ignore" && columns.length === 1 && /^(?:agency\.agency_name$|location\.)/u.test(field);

/**
 * Makes enumerated types of the places of a kept file, such as districts: a working column of one costs a tenth of a
 * column of texts to write, and its least value is found without comparing texts. The types are in the order of the texts.
 *
 * @param place.working name of the working table, by which the types are named
 * @returns columns of at most 200 different texts; none of a table that the engine holds
 */
export async function fewTexts(
  engine: Engine,
  { columns }: TableMapping,
  place: { readonly members: readonly SourceTable[]; readonly working: string },
): Promise<FewTexts> {
  const found = new Map<string, (cell: string) => string>();
  if (place.members.some(({ keptAt }) => keptAt === undefined)) return found;
  for (const [index, mapped] of columns.filter(isText).entries()) {
    const [name = ""] = mapped.columns;
    const counted = await countedTexts(engine, place.members, name);
    if (counted === undefined) continue;
    const type = `${place.working}_text_${index}`;
    const texts = `(SELECT DISTINCT v, ${filledText("v")} AS text FROM (${counted}))`;
    await engine.run(
      `CREATE TYPE ${type} AS ENUM (SELECT DISTINCT text FROM ${texts} WHERE text IS NOT NULL ORDER BY text)`,
    );
    await engine.run(
      `SET VARIABLE ${type} = (SELECT map(list(v), list(CAST(text AS ${type}))) FROM ${texts} WHERE v IS NOT NULL)`,
    );
    found.set(name, (cell) => `getvariable('${type}')[${cell}]`);
  }
  return found;
}

/** Query of the different texts `v` of a column, undefined where they are many or none. */
async function countedTexts(
  engine: Engine,
  members: readonly SourceTable[],
  name: string,
): Promise<string | undefined> {
  const parts: string[] = [];
  for (const table of members) {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (column === undefined) continue;
    if ((await textsAtFirst(engine, table, column)) > mostTexts) return undefined;
    parts.push(`SELECT v FROM ${await countValues(engine, table, column.sql)}`);
  }
  if (parts.length === 0) return undefined;
  const union = parts.join(" UNION ALL ");
  // A statement of the engine ends at the character 0, and the words of a type stand in statements.
  const [row] = await engine.rows<{ all: number; filled: number; ends: number }>(
    `SELECT count(DISTINCT v) AS all, count(DISTINCT ${filledText("v")}) AS filled,
            count(*) FILTER (contains(v, chr(0))) AS ends FROM (${union})`,
  );
  return row && row.all <= mostTexts && row.filled > 0 && row.ends === 0 ? union : undefined;
}

async function textsAtFirst(engine: Engine, { sql }: SourceTable, column: SourceColumn): Promise<number> {
  const [row] = await engine.rows<{ texts: number }>(
    `SELECT count(DISTINCT ${column.sql}) AS texts FROM (SELECT ${column.sql} FROM ${identifier(sql)} LIMIT ${rowsAsked})`,
  );
  return row?.texts ?? 0;
}
