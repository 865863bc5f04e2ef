import { type Engine, identifier, literal } from "../../release/engine.ts";
import { columnStatistics } from "./column-statistics.ts";

/**
 * Whether a cell of a staged table holds a line with as many delimiters as a whole record: the sign of a quote that
 * was never closed and met another quote by luck. Only columns with cells long enough for that are looked at, so a
 * table of short cells costs nothing, nor does a file without any quotation mark.
 *
 * @param place.hasQuote whether the file that was read has a quotation mark
 */
export async function holdsSwallowedLines(
  engine: Engine,
  place: {
    readonly hasQuote: () => Promise<boolean>;
    readonly table: string;
    readonly width: number;
    readonly delimiter: string;
    readonly keptAt?: string;
  },
): Promise<boolean> {
  const { table, width, delimiter, keptAt } = place;
  if (width < 3) return false;
  const statistics = await columnStatistics(engine, table, width, keptAt);
  const suspects = statistics.flatMap(({ longest }, index) => (longest >= width + 1 ? [`c${index}`] : []));
  if (suspects.length === 0 || !(await place.hasQuote())) return false;
  const line = `list_filter(string_split_regex(@, '\\r\\n|\\n|\\r')[2:-2], s -> len(string_split(s, ${literal(delimiter)})) = ${width})`;
  const tests = suspects.map(
    (sql) =>
      `strlen(${sql}) > ${width} AND (contains(${sql}, chr(10)) OR contains(${sql}, chr(13))) AND len(${line.replace("@", sql)}) > 0`,
  );
  const found = await engine.rows(
    `SELECT 1 FROM ${identifier(table)} WHERE ${tests.map((test) => `(${test})`).join(" OR ")} LIMIT 1`,
  );
  return found.length > 0;
}
