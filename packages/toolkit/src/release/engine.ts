import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export type EngineOptions = {
  /** Database file; absent: in memory. */
  readonly path?: string;
  /** Folder for spilling to disk, owned by this engine alone. */
  readonly temporaryFolder?: string;
  /** Such as `1500MB`. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** When it fires, the running statement is interrupted and no further one starts. */
  readonly signal?: AbortSignal;
};

/** A DuckDB connection that neither guesses nor fetches: no extension is installed or loaded by itself. */
export type Engine = {
  readonly connection: DuckDBConnection;
  /** Runs statements and drops their result. */
  readonly run: (sql: string) => Promise<void>;
  /** Runs one query; BIGINT comes back as number. Only for grouped, small results. */
  readonly rows: <Row = Record<string, unknown>>(sql: string) => Promise<Row[]>;
  readonly close: () => void;
};

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

function plain(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  if (value > largestSafe || value < -largestSafe) throw new RangeError(`invalid count; beyond 2^53: ${value}`);
  return Number(value);
}

/** Opens an engine. Source: DuckDB, duckdb.org/docs/operations_manual/securing_duckdb. */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const settings: Record<string, string> = {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
    memory_limit: options.memoryLimit ?? "1500MB",
  };
  if (options.threads) settings.threads = String(options.threads);
  if (options.temporaryFolder) settings.temp_directory = options.temporaryFolder;
  const instance = await DuckDBInstance.create(options.path ?? ":memory:", settings);
  const connection = await instance.connect();
  const { signal } = options;
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);

  return {
    connection,
    run: async (sql) => {
      signal?.throwIfAborted();
      await connection.run(sql);
    },
    rows: async <Row>(sql: string) => {
      signal?.throwIfAborted();
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])) as Row);
    },
    close: () => {
      signal?.removeEventListener("abort", interrupt);
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Quotes an identifier for SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Quotes a text for SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Option of `COPY … (FORMAT parquet)`: a column of more different values than this in a row group, such as an id, gets
 * no dictionary. By default DuckDB gathers a fifth of the row group in one before it gives up, at twice the cost.
 */
export const smallDictionaries = "DICTIONARY_SIZE_LIMIT 5000";
