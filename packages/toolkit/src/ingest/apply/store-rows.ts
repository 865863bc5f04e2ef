import { type Engine, identifier, literal, smallDictionaries } from "../../release/engine.ts";
import type { SourceTable } from "../read/source-table.ts";
import type { SourceRows } from "./source-rows.ts";

/**
 * Stores the working rows that every gathering query reads: in the engine, or, for a file that is kept as Parquet, as
 * Parquet too. In the engine a row takes some 200 bytes, mostly room for validity and for columns of one byte each;
 * ten million rows would be more than its memory and go to disk and back for every query.
 *
 * @param members the staged tables that the rows come from
 */
export async function storeRows(engine: Engine, rows: SourceRows, members: readonly SourceTable[]): Promise<void> {
  const name = identifier(rows.working);
  const keptAt = members.map((table) => table.keptAt).find((path) => path !== undefined);
  if (keptAt === undefined) return engine.run(`CREATE TABLE ${name} AS ${rows.query()}`);

  const path = literal(`${keptAt}-${rows.working}.parquet`);
  const columns = await engine.rows<{ name: string; type: string }>(
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE ${rows.query()})`,
  );
  await engine.run(
    `COPY (${rows.query()}) TO ${path} (FORMAT parquet, COMPRESSION uncompressed, ${smallDictionaries})`,
  );
  const decoded = columns.map((column) => decode(column)).join(", ");
  await engine.run(`CREATE VIEW ${name} AS SELECT ${decoded} FROM read_parquet(${path})`);
}

/** Parquet gives an enumerated type back as text: a map takes each word of the column's dictionary to its code again. */
function decode({ name, type }: { name: string; type: string }): string {
  if (!type.startsWith("ENUM(")) return name;
  const codes = `enum_range(NULL::${type})`;
  return `map(${codes}, CAST(${codes} AS ${type}[]))[${name}] AS ${name}`;
}
