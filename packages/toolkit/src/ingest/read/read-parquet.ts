import { type Engine, identifier, literal } from "../../release/engine.ts";
import { cleanTable } from "./clean-table.ts";
import { InputError } from "./input-error.ts";
import { nameColumns } from "./name-columns.ts";
import { plainPath } from "./plain-path.ts";
import type { ReadContext } from "./read-context.ts";
import type { SourceTable } from "./source-table.ts";
import { runWithin } from "./stage-csv.ts";

/**
 * Reads a Parquet file into one staged table, every column cast to text by DuckDB. A moment with a time zone is written
 * in UTC with `+00`, so that the same file gives the same text on every machine.
 *
 * @throws InputError for a damaged file or one with too many columns
 */
export async function readParquet(context: ReadContext): Promise<SourceTable> {
  const { engine, file, limits, onProgress } = context;
  const path = await plainPath(context);
  const source = `read_parquet([${literal(path)}])`;
  const fields = await describe(engine, source, file);
  if (fields.length > limits.columns)
    throw new InputError(
      "too-many-columns",
      file,
      `${file} has ${fields.length.toLocaleString("en-US")} columns; at most ${limits.columns.toLocaleString("en-US")} are read. Take out the columns that hold no records.`,
    );
  const table = context.nextTable();
  const columns = nameColumns(fields.map(({ name }) => name));
  const cells = fields.map(({ name, type }, index) => `${castToText(identifier(name), type)} AS c${index}`).join(", ");
  await runWithin(engine, `CREATE OR REPLACE TABLE ${identifier(table)} AS SELECT ${cells} FROM ${source}`, {
    seconds: limits.seconds,
    onProgress,
    file,
  });
  const cleaned = await cleanTable(engine, { table, file, columns });
  const { rows, issues } = cleaned;
  const lines = { in: rows, accepted: rows, rejected: 0 };
  return { name: file, file, sql: table, columns: cleaned.columns, rows, lines, issues, rejected: [] };
}

async function describe(engine: Engine, source: string, file: string): Promise<{ name: string; type: string }[]> {
  try {
    return await engine.rows(`SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${source})`);
  } catch (cause) {
    throw new InputError(
      "damaged-parquet",
      file,
      `${file} is a damaged or incomplete Parquet file. Download it again.`,
      { cause },
    );
  }
}

const castToText = (name: string, type: string): string =>
  type === "TIMESTAMP WITH TIME ZONE"
    ? `CAST(${name} AT TIME ZONE 'UTC' AS VARCHAR) || '+00'`
    : `CAST(${name} AS VARCHAR)`;
