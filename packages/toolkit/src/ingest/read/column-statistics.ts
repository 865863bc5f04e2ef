import { type Engine, identifier } from "../../release/engine.ts";

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
 * Source: DuckDB, function `stats`.
 */
export async function columnStatistics(engine: Engine, table: string, width: number): Promise<ColumnStatistics[]> {
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
