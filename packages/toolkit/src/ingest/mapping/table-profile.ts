import { type Engine, identifier } from "../../release/engine.ts";
import { columnStatistics } from "../read/column-statistics.ts";
import { countValues } from "../read/count-values.ts";
import { beginningPlainly, plainOf, plainTests, rememberPlain } from "../read/plain-cells.ts";
import type { SourceColumn, SourceTable } from "../read/source-table.ts";
import { normaliseSql } from "./normalise-value.ts";

/** A normalised value and how many rows hold it. */
export type ValueCount = { readonly value: string; readonly count: number };

/** What one column holds. Counts are rows of the table; shapes are of a sample. */
export type ColumnProfile = {
  readonly column: SourceColumn;
  /** Rows that are NULL, empty or only white space. */
  readonly blank: number;
  /** Different values, blanks left out: raw when the values were not listed, normalised when they were. */
  readonly distinct: number;
  /** False where `distinct` is an estimate, within some percent. */
  readonly isDistinctExact: boolean;
  /** True where no cell is known to begin or end with a space. */
  readonly isTrimmed?: boolean;
  /** Normalised values, most frequent first; every one of them when `isComplete`, else the most frequent. */
  readonly values: readonly ValueCount[];
  readonly isComplete: boolean;
  /** Letters as `a`, digits as `9`; rows of the sample; with one normalised example each. */
  readonly shapes: readonly { readonly shape: string; readonly count: number; readonly example: string }[];
};

/** What one staged table holds. */
export type TableProfile = {
  readonly table: SourceTable;
  readonly rows: number;
  /** Rows that the shapes were taken from. */
  readonly sampled: number;
  readonly columns: readonly ColumnProfile[];
};

const listLimit = 5_000;
const longListLimit = 20_000;
const topLimit = 200;
const sampleRows = 5_000;

const delimiters = /[|;,]| \/ |->/u;

type Overview = { readonly blank: number; readonly distinct: number; readonly isTrimmed?: boolean };

/** Blank and distinct counts of some columns in one pass. */
async function overview(
  engine: Engine,
  from: string,
  columns: readonly SourceColumn[],
): Promise<ReadonlyMap<string, Overview>> {
  if (columns.length === 0) return new Map();
  const parts = columns.flatMap((column, index) => {
    const name = identifier(column.sql);
    // Texts of spaces alone sort before “!”: only those few need trimming.
    const blank = `${name} IS NULL OR (${name} < '!' AND trim(${name}) = '')`;
    return [`count(*) FILTER (${blank}) AS b${index}`, `count(DISTINCT ${name}) AS d${index}`];
  });
  const [row] = await engine.rows<Record<string, number>>(`SELECT ${parts.join(", ")} FROM ${from}`);
  return new Map(
    columns.map((column, index) => [column.sql, { blank: row?.[`b${index}`] ?? 0, distinct: row?.[`d${index}`] ?? 0 }]),
  );
}

/** Different texts are estimated from those whose hash is a multiple of this; not the hash that the estimate itself uses. */
const hashStep = 8;

/**
 * The same of the columns of a large table, different values estimated (HyperLogLog of an eighth of them). Where the
 * engine's statistics say that no cell is blank or begins with a space, no cell is asked.
 */
async function estimate(
  engine: Engine,
  table: SourceTable,
  columns: readonly SourceColumn[],
): Promise<ReadonlyMap<string, Overview>> {
  if (columns.length === 0) return new Map();
  const width = Math.max(...columns.map(({ sql }) => Number(sql.slice(1)))) + 1;
  const statistics = await columnStatistics(engine, table.sql, width, table.keptAt);
  const mayBlank = ({ sql }: SourceColumn) => statistics[Number(sql.slice(1))]?.hasBlank ?? true;
  const begins = table.keptAt === undefined ? undefined : await beginningPlainly(engine, table.keptAt);
  const parts = columns.flatMap((column, index) => {
    const name = identifier(column.sql);
    const blank = `count(*) FILTER (${name} IS NULL OR (${name} < '!' AND trim(${name}) = ''))`;
    return [
      `${mayBlank(column) ? blank : "0"} AS b${index}`,
      `approx_count_distinct(${name}) FILTER (hash(${name}, 0) % ${hashStep} = 0) * ${hashStep} AS d${index}`,
      `${mayBlank(column) ? "FALSE" : `NOT bool_or(suffix(${name}, ' '))`} AS t${index}`,
      ...(begins === undefined ? [] : plainTests(name, index, { begins: begins.has(column.sql) })),
    ];
  });
  const [row] = await engine.rows<Record<string, number>>(`SELECT ${parts.join(", ")} FROM ${identifier(table.sql)}`);
  // Keys are among the columns of many values, and are asked about once more when rows are read.
  await rememberPlain(engine, table, new Map(columns.map(({ sql }, index) => [sql, plainOf(row, index)])));
  return new Map(
    columns.map((column, index) => [
      column.sql,
      { blank: row?.[`b${index}`] ?? 0, distinct: row?.[`d${index}`] ?? 0, isTrimmed: Boolean(row?.[`t${index}`]) },
    ]),
  );
}

/**
 * Normalised values, most frequent first. The rows are counted into a table of their own: a test of the normalised value
 * would else be moved down to every row.
 */
async function listValues(
  engine: Engine,
  table: Pick<SourceTable, "sql" | "keptAt">,
  column: SourceColumn,
  limit: number,
): Promise<ValueCount[]> {
  const counted = await countValues(engine, table, column.sql);
  const normal = `SELECT ${normaliseSql("v")} AS value, sum(n)::BIGINT AS count FROM ${counted} WHERE v IS NOT NULL GROUP BY 1`;
  const values = await engine.rows<ValueCount>(
    `SELECT value, count FROM (${normal}) WHERE value <> '' ORDER BY count DESC, value LIMIT ${limit}`,
  );
  if (table.keptAt === undefined) await engine.run(`DROP TABLE ${counted}`);
  return values;
}

/** Letters as `a`, digits as `9`, at most 60 characters. */
const shapeOf = (value: string): string =>
  value
    .replace(/[0-9]/gu, "9")
    .replace(/[a-z]+/gu, "a")
    .slice(0, 60);

function shapesOf(values: readonly ValueCount[]): ColumnProfile["shapes"] {
  const found = new Map<string, { shape: string; count: number; example: string }>();
  for (const { value, count } of values) {
    const shape = shapeOf(value);
    const seen = found.get(shape);
    found.set(shape, { shape, count: (seen?.count ?? 0) + count, example: seen?.example ?? value });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.shape < b.shape ? -1 : 1)).slice(0, 30);
}

async function listShapes(engine: Engine, sample: string, column: SourceColumn): Promise<ColumnProfile["shapes"]> {
  const value = normaliseSql(`left(${identifier(column.sql)}, 400)`);
  const shape = "left(regexp_replace(regexp_replace(value, '[0-9]', '9', 'g'), '[a-z]+', 'a', 'g'), 60)";
  return engine.rows(
    `SELECT ${shape} AS shape, count(*) AS count, min(value) AS example
     FROM (SELECT ${value} AS value FROM ${sample} WHERE ${identifier(column.sql)} IS NOT NULL) WHERE value <> ''
     GROUP BY 1 ORDER BY count DESC, shape LIMIT 30`,
  );
}

/** Columns of which the sample has fewer different values than this are listed in full. */
const listedInSample = 2_000;

/**
 * Profiles a staged table with SQL alone. An even sample of 5,000 rows tells columns of few values, which are listed
 * in full (one grouped scan each), from columns of many, whose blanks and different values are counted in one pass
 * (estimated above 500,000 rows) and whose frequent values and shapes come from the sample. Lists are cut at 5,000
 * values, at 20,000 when the cells look like lists.
 */
export async function profileTable(engine: Engine, table: SourceTable): Promise<TableProfile> {
  const from = identifier(table.sql);
  if (table.columns.length === 0) return { table, rows: table.rows, sampled: 0, columns: [] };
  const [{ rows } = { rows: 0 }] = await engine.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${from}`);
  const exact = rows <= 500_000;
  const step = Math.max(1, Math.ceil(rows / sampleRows));
  const sampled = step === 1 ? table : { sql: `sample of ${table.sql}` };
  const sample = identifier(sampled.sql);
  if (step > 1)
    await engine.run(`CREATE OR REPLACE TEMP TABLE ${sample} AS SELECT * FROM ${from} WHERE rowid % ${step} = 0`);

  const inSample = await overview(engine, sample, table.columns);
  const few = table.columns.filter(
    (column) => (inSample.get(column.sql)?.distinct ?? 0) <= (step === 1 ? 2 * longListLimit : listedInSample),
  );
  const listed = new Map<string, readonly ValueCount[]>();
  for (const column of few) {
    const values = await listValues(engine, table, column, longListLimit + 1);
    const isList = values.slice(0, 500).some(({ value }) => delimiters.test(value));
    if (values.length <= (isList ? longListLimit : listLimit)) listed.set(column.sql, values);
  }
  const many = table.columns.filter((column) => !listed.has(column.sql));
  const counts = exact ? await overview(engine, from, many) : await estimate(engine, table, many);

  const columns: ColumnProfile[] = [];
  for (const column of table.columns) {
    const full = listed.get(column.sql);
    const filled = full?.reduce((sum, { count }) => sum + count, 0) ?? 0;
    const count = full
      ? { blank: rows - filled, distinct: full.length }
      : (counts.get(column.sql) ?? { blank: 0, distinct: 0 });
    columns.push({
      column,
      ...count,
      isDistinctExact: full !== undefined || exact,
      values: full ?? (await listValues(engine, sampled, column, topLimit)),
      isComplete: full !== undefined,
      shapes: full ? shapesOf(full) : await listShapes(engine, sample, column),
    });
  }
  if (step > 1) await engine.run(`DROP TABLE ${sample}`);
  return { table, rows, sampled: Math.ceil(rows / step), columns };
}
