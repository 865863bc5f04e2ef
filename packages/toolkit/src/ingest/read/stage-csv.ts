import { type Engine, identifier, literal, smallDictionaries } from "../../release/engine.ts";
import { InputError } from "./input-error.ts";

/** How DuckDB is to read a healthy UTF-8 CSV. */
export type CsvScan = {
  readonly path: string;
  /** What the file is called in errors. */
  readonly file: string;
  /** Table to make. */
  readonly table: string;
  readonly delimiter: string;
  readonly width: number;
  readonly skip: number;
  /** Whether lines end with a lone LF; DuckDB looks for itself when false, and may take CR LF in quotes for line ends. */
  readonly endsWithFeed: boolean;
  /** Longest line in bytes; DuckDB's own bound of 2 MB when absent. */
  readonly longestLine?: number;
  /** Rows may end early; the cells missing are blank. */
  readonly isRagged?: boolean;
  /** Parquet file to keep the rows in, with `table` a view of it; absent: a table of the engine. */
  readonly keptAt?: string;
  readonly seconds: number;
  /** Share of the file read so far, 0–1. */
  readonly onProgress: (share: number) => void;
};

/** Why DuckDB could not read the file as it is, in its own words. */
export type ScanFailure = { readonly failure: string };

/**
 * Reads a CSV into a table of texts in one pass of DuckDB, in the order of the file, with nothing guessed. It stops at
 * the first line that is not sound; what to do then is for the caller.
 *
 * @returns undefined when every line became a row; the failure when some line is not sound
 * @throws InputError when it takes longer than `seconds`
 */
export async function stageCsv(engine: Engine, scan: CsvScan): Promise<ScanFailure | undefined> {
  const columns = Array.from({ length: scan.width }, (_, index) => `c${index}: 'VARCHAR'`).join(", ");
  const settings = [
    "header = false",
    "auto_detect = false",
    "strict_mode = true",
    `skip = ${scan.skip}`,
    `delim = ${literal(scan.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `columns = {${columns}}`,
    ...(scan.endsWithFeed ? ["new_line = '\\n'"] : []),
    ...(scan.longestLine ? [`max_line_size = ${scan.longestLine}`] : []),
    ...(scan.isRagged ? ["null_padding = true", "parallel = false"] : []),
  ];
  const source = `read_csv(${literal(scan.path)}, ${settings.join(", ")})`;
  try {
    if (scan.keptAt === undefined) {
      await runWithin(engine, `CREATE OR REPLACE TABLE ${identifier(scan.table)} AS SELECT * FROM ${source}`, scan);
      return undefined;
    }
    await runWithin(
      engine,
      `COPY (SELECT * FROM ${source}) TO ${literal(scan.keptAt)} (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION uncompressed, ${smallDictionaries})`,
      scan,
    );
    await engine.run(viewKept(scan.table, scan.keptAt));
    return undefined;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const failure = error instanceof Error ? error.message : String(error);
    if (/^interrupt|out of memory|no space left|failed to allocate/i.test(failure)) throw error;
    return { failure };
  }
}

/**
 * Statement that makes a staged table a view of the Parquet file that holds its rows, `rowid` their order.
 *
 * @param without SQL test of rows to leave out; the others keep their `rowid`
 */
export function viewKept(table: string, path: string, without?: string): string {
  const rows = `SELECT file_row_number AS rowid, * EXCLUDE (file_row_number) FROM read_parquet(${literal(path)}, file_row_number = true)`;
  return `CREATE OR REPLACE VIEW ${identifier(table)} AS ${without ? `SELECT * FROM (${rows}) WHERE (${without}) IS NOT TRUE` : rows}`;
}

/**
 * Runs one long statement with a time limit and progress.
 *
 * @throws InputError `too-slow` after `seconds`
 */
export async function runWithin(
  engine: Engine,
  sql: string,
  { seconds, onProgress, file }: Pick<CsvScan, "seconds" | "onProgress" | "file">,
): Promise<void> {
  await engine.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
  let isLate = false;
  const watch = setInterval(
    () => onProgress(Math.min(1, Math.max(0, engine.connection.progress.percentage / 100))),
    250,
  );
  const alarm = setTimeout(() => {
    isLate = true;
    engine.connection.interrupt();
  }, seconds * 1000);
  try {
    await engine.run(sql);
  } catch (error) {
    if (isLate) throw tooSlow(file, seconds);
    throw error;
  } finally {
    clearInterval(watch);
    clearTimeout(alarm);
    // Whoever waits for a later query asks for no share of it, and the engine would work one out for each of its tasks.
    await engine.run("SET enable_progress_bar = false").catch(() => undefined);
  }
}

/** The refusal of a file that takes longer than allowed. */
export const tooSlow = (file: string, seconds: number): InputError =>
  new InputError(
    "too-slow",
    file,
    `${file} was not read within ${seconds} seconds. Split it, or allow more time if you trust where it comes from.`,
  );
