/** The peer: DuckDB's own CSV → Parquet of the same file, nothing read or understood. `node bare.ts FILE OUT` */
import { DuckDBInstance } from "@duckdb/node-api";

const [file, out] = process.argv.slice(2);
if (!file || !out) throw new Error("Usage: node bench/ingest/bare.ts FILE.csv OUT.parquet");
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(
  `COPY (SELECT * FROM read_csv(${quote(file)}, all_varchar=true)) TO ${quote(out)} (FORMAT parquet)`,
);
connection.closeSync();
instance.closeSync();
