import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { releaseTables } from "../../packages/standard/src/index.ts";
import { identifier, literal, openEngine } from "../../packages/toolkit/src/release/engine.ts";

/** Types of pandas by table and column; a column is nullable there only where it holds a missing value. */
type ColumnTypes = Record<string, Record<string, string>>;

const integers: Readonly<Record<string, readonly [plain: string, nullable: string]>> = {
  UBIGINT: ["uint64", "UInt64"],
  BIGINT: ["int64", "Int64"],
  INTEGER: ["int32", "Int32"],
  SMALLINT: ["int16", "Int16"],
};

/**
 * Writes the tables of a release as CSV for pandas, whose Debian package reads no Parquet, with `columns.json` beside
 * them. Missing values are empty.
 */
export async function exportTables(release: string, folder: string): Promise<void> {
  const engine = await openEngine();
  const types: ColumnTypes = {};
  try {
    for (const table of Object.keys(releaseTables)) {
      const file = join(release, `${table}.parquet`);
      if (!existsSync(file)) continue;
      const source = `read_parquet(${literal(file)})`;
      const columns = await engine.rows<{ column_name: string; column_type: string }>(
        `DESCRIBE SELECT * FROM ${source}`,
      );
      const filled = columns.map(({ column_name: name }) => `count(${identifier(name)}) AS ${identifier(name)}`);
      const [counts = {}] = await engine.rows<Record<string, number>>(
        `SELECT count(*) AS "every row", ${filled.join(", ")} FROM ${source}`,
      );
      types[table] = Object.fromEntries(
        columns.map(({ column_name: name, column_type: type }) => [
          name,
          pandasType(type, counts[name] === counts["every row"]),
        ]),
      );
      const target = literal(join(folder, `${table}.csv`));
      await engine.run(`COPY (SELECT * FROM ${source}) TO ${target} (FORMAT csv, HEADER)`);
    }
  } finally {
    engine.close();
  }
  writeFileSync(join(folder, "columns.json"), JSON.stringify(types, null, 1));
}

function pandasType(type: string, isFilled: boolean): string {
  const [plain, nullable] = integers[type] ?? [];
  if (plain !== undefined && nullable !== undefined) return isFilled ? plain : nullable;
  return type === "DOUBLE" || type === "FLOAT" ? "float64" : "category";
}
