import { type Engine, identifier, literal } from "../../release/engine.ts";

/** What the engine knows of a staged column without reading it. */
export type ColumnStatistics = {
  /** Length of the longest text in bytes; infinite when the engine has not kept it. */
  readonly longest: number;
  /** Whether some cell may be NULL, empty or begin with a space, and whether some cell may have a value. */
  readonly hasBlank: boolean;
  readonly hasValue: boolean;
};

/**
 * Statistics DuckDB keeps while it writes a table of texts: an upper bound, never less than the truth. Costs nothing.
 *
 * Source: DuckDB, functions `stats` and, where the rows are kept in a Parquet file, `parquet_metadata`.
 */
export async function columnStatistics(
  engine: Engine,
  table: string,
  width: number,
  keptAt?: string,
): Promise<ColumnStatistics[]> {
  if (keptAt !== undefined) return keptStatistics(engine, keptAt, width);
  const asked = Array.from({ length: width }, (_, index) => `stats(c${index}) AS c${index}`).join(", ");
  const [row] = await engine.rows<Record<string, string>>(`SELECT ${asked} FROM ${identifier(table)} LIMIT 1`);
  return Array.from({ length: width }, (_, index) => {
    const text = row?.[`c${index}`] ?? "";
    const longest = /Max String Length: (\d+)/.exec(text)?.[1];
    return {
      longest: longest === undefined ? Number.POSITIVE_INFINITY : Number(longest),
      hasBlank: !text.includes("Has Null: false") || /Min: ([ ,]|\\x[01])/.test(text),
      hasValue: !text.includes("Has No Null: false"),
    };
  });
}

async function keptStatistics(engine: Engine, keptAt: string, width: number): Promise<ColumnStatistics[]> {
  const rows = await engine.rows<{ name: string; blank: boolean; value: boolean }>(
    `SELECT path_in_schema AS name,
            coalesce(bool_or(coalesce(stats_null_count <> 0 OR stats_min_value IS NULL OR stats_min_value < '!', TRUE)), TRUE) AS blank,
            coalesce(bool_or(coalesce(stats_null_count < num_values, TRUE)), FALSE) AS value
     FROM parquet_metadata(${literal(keptAt)}) GROUP BY path_in_schema`,
  );
  const found = new Map(rows.map(({ name, blank, value }) => [name, { blank, value }]));
  return Array.from({ length: width }, (_, index) => {
    const column = found.get(`c${index}`);
    return {
      longest: Number.POSITIVE_INFINITY,
      hasBlank: column?.blank ?? true,
      hasValue: column?.value ?? true,
    };
  });
}

/** Texts that are looked for in a staged column. */
export type WantedTexts = { readonly sql: string; readonly texts: readonly string[] };

/**
 * Columns of a kept table that may hold one of their texts: those where a text lies between the least and the greatest
 * of a row group. Costs nothing; a column that is not named holds none of its texts.
 */
export async function mayHold(
  engine: Engine,
  keptAt: string,
  wanted: readonly WantedTexts[],
): Promise<ReadonlySet<string>> {
  const tests = wanted.map(({ sql, texts }) => {
    const inside = texts.map((text) => `${literal(text)} BETWEEN stats_min_value AND stats_max_value`);
    return `(path_in_schema = ${literal(sql)} AND coalesce(${inside.join(" OR ")}, TRUE))`;
  });
  const rows = await engine.rows<{ name: string }>(
    `SELECT DISTINCT path_in_schema AS name FROM parquet_metadata(${literal(keptAt)}) WHERE ${tests.join(" OR ")}`,
  );
  return new Set(rows.map(({ name }) => name));
}
