import { type Engine, identifier, literal } from "../../release/engine.ts";
import type { SourceTable } from "../read/source-table.ts";
import { readFormsSql } from "./date-forms.ts";
import { normaliseSql } from "./normalise-value.ts";
import type { ValueCount } from "./table-profile.ts";

/** What the rows that share a key have in common. */
export type KeyTest = {
  readonly columns: readonly string[];
  /** True where the counts are scaled up from a sample of whole keys. */
  readonly isEstimate?: boolean;
  /** Rows with a value in every column of the key. */
  readonly rows: number;
  readonly distinct: number;
  /** Keys that several rows share. */
  readonly repeated: number;
  /** Of those, share whose rows bear one date or two that follow each other; undefined without a date column. */
  readonly sameDate?: number;
  /** Of the moments (date, time and place) that several rows share, share whose rows bear different keys. */
  readonly splitMoments?: number;
};

/** A column of lists. */
export type ListColumn = { readonly column: string; readonly delimiter: string };

/** What was asked of the rows of one table. */
export type TableQuestions = {
  readonly keys: readonly (readonly string[])[];
  /** Columns known to have no cell that begins or ends with a space. */
  readonly trimmed?: readonly string[];
  readonly date?: { readonly column: string; readonly forms: readonly string[] };
  /** Columns that together tell one moment and place from another; empty when the table has no time of day. */
  readonly moment: readonly string[];
  /** Columns that describe the person, and those that name or describe the officer. */
  readonly person: readonly string[];
  readonly officer: readonly string[];
  readonly force: readonly string[];
  /** Two columns whose values are wanted as pairs. */
  readonly pair?: readonly [string, string];
  /** List columns whose lengths are compared with those of `against`. */
  readonly lists: readonly ListColumn[];
  /** Lists of people, officers and forces. */
  readonly against: readonly ListColumn[];
};

/** Answers to {@link TableQuestions}. Shares are 0–1. */
export type TableRelations = {
  readonly table: string;
  readonly keys: readonly KeyTest[];
  /** Rows that share their moment with another row, as a share of all; undefined without a time of day. */
  readonly sharedMoments?: number;
  /** Rows per (incident or moment, officer, person): above 1 where a row is one force. By key columns, joined with ` + `. */
  readonly rowsPerPair: Readonly<Record<string, number>>;
  /** Of the incidents with several people and several forces, those in which every force stands beside every person. By key. */
  readonly crossed: Readonly<Record<string, { readonly share: number; readonly incidents: number }>>;
  readonly pairs: readonly ValueCount[];
  /** Share of rows whose two lists are equally long, among those where one has several elements. */
  readonly equalLists: readonly {
    readonly a: string;
    readonly b: string;
    readonly share: number;
    readonly rows: number;
  }[];
};

/** Joins the two values of a pair; cannot occur in a cell. */
export const pairMark = "\u001f";

/** Rows of which list lengths are compared. */
const listRows = 200_000;

/** Larger tables are asked about a sample of whole keys, of about `sampledRows` rows. */
const askedInFull = 500_000;
const sampledRows = 100_000;

const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/**
 * Answers the questions with grouped queries. Keys of tables above half a million rows are tested on whole groups
 * chosen by hash, so that a group is either entirely in or out; counts are then scaled up.
 */
export async function relateRows(
  engine: Engine,
  table: SourceTable,
  questions: TableQuestions,
): Promise<TableRelations> {
  const from = identifier(table.sql);
  const sqlByName = new Map(table.columns.map((column) => [column.name, identifier(column.sql)]));
  const sql = (name: string) => `nullif(trim(${sqlByName.get(name) ?? "NULL"}), '')`;
  const trimmed = new Set(questions.trimmed);
  const trimmedSql = (name: string) => {
    const cell = sqlByName.get(name) ?? "NULL";
    return trimmed.has(name) ? cell : `trim(${cell})`;
  };
  const joined = (names: readonly string[]) =>
    names.map((name) => `coalesce(${sql(name)}, '')`).join(` || ${literal(pairMark)} || `);
  const filled = (names: readonly string[]) => names.map((name) => `${sql(name)} IS NOT NULL`).join(" AND ");
  const share = table.rows <= askedInFull ? 1 : Math.ceil(table.rows / sampledRows);
  const asked = [
    ...questions.keys.flat(),
    ...(questions.date ? [questions.date.column] : []),
    ...questions.moment,
    ...questions.person,
    ...questions.officer,
    ...questions.force,
  ];
  const askedSql = [...new Set(asked)].flatMap((name) => sqlByName.get(name) ?? []);
  const date = questions.date
    ? `CAST(${readFormsSql(sql(questions.date.column), questions.date.forms)} AS DATE)`
    : undefined;

  /** Groups are chosen by the last column of a key, so that a key of several columns compares with that one alone. */
  const groupings = [...questions.keys.map((columns) => columns.slice(-1)), questions.moment];
  const chosen = (names: readonly string[]) =>
    `hash(${names.map((name) => trimmedSql(name)).join(", ")}) % ${share} = 0`;
  const marks = new Map(
    groupings.flatMap((names, index) => (names.length > 0 ? [[names.join(pairMark), `g${index}`]] : [])),
  );
  if (share > 1 && marks.size > 0) {
    const tests = groupings.flatMap((names, index) => (names.length > 0 ? [{ test: chosen(names), index }] : []));
    const marked = tests.map(({ test, index }) => `(${test}) AS g${index}`);
    const any = tests.map(({ test }) => test).join(" OR ");
    // The few rows that are chosen are marked once more: cheaper than to carry every row's marks along.
    await engine.run(
      `CREATE OR REPLACE TEMP TABLE whole_groups AS SELECT ${[...askedSql, ...marked].join(", ")} FROM ${from} WHERE ${any}`,
    );
  }
  const wholeGroups = (names: readonly string[]): string =>
    share === 1 ? from : `(SELECT * FROM whole_groups WHERE ${marks.get(names.join(pairMark)) ?? "FALSE"})`;

  const keys: KeyTest[] = [];
  const rowsPerPair: Record<string, number> = {};
  const crossed: Record<string, { share: number; incidents: number }> = {};
  const moments = questions.moment.length > 0 ? await testMoments() : undefined;
  for (const columns of questions.keys) {
    const key = joined(columns);
    const groups = wholeGroups(columns.slice(-1));
    const [row] = await engine.rows<{ rows: number; distinct: number; repeated: number; same: number }>(
      `SELECT coalesce(sum(n), 0)::BIGINT AS rows, count(*) AS distinct, count(*) FILTER (n > 1) AS repeated,
              count(*) FILTER (n > 1 AND d <= 1) AS same
       FROM (SELECT count(*) AS n, ${date ? `max(${date}) - min(${date})` : "0"} AS d FROM ${groups}
             WHERE ${filled(columns)} GROUP BY ${key})`,
    );
    const split = moments?.split.get(columns);
    keys.push({
      columns,
      ...(share === 1 ? {} : { isEstimate: true }),
      rows: (row?.rows ?? 0) * share,
      distinct: (row?.distinct ?? 0) * share,
      repeated: (row?.repeated ?? 0) * share,
      ...(date && row && row.repeated > 0 ? { sameDate: shareOf(row.same, row.repeated) } : {}),
      ...(split === undefined ? {} : { splitMoments: split }),
    });
    if (questions.force.length > 0 && (questions.person.length > 0 || questions.officer.length > 0)) {
      await relatePairs(groups, columns, columns.join(" + "));
    }
  }
  if (share > 1) await engine.run("DROP TABLE IF EXISTS whole_groups");

  async function testMoments() {
    const moment = joined(questions.moment);
    const groups = wholeGroups(questions.moment);
    const [row] = await engine.rows<{ rows: number; shared: number }>(
      `SELECT coalesce(sum(n), 0)::BIGINT AS rows, coalesce(sum(n) FILTER (n > 1), 0)::BIGINT AS shared
       FROM (SELECT count(*) AS n FROM ${groups} WHERE ${filled(questions.moment)} GROUP BY ${moment})`,
    );
    const split = new Map<readonly string[], number>();
    for (const columns of questions.keys) {
      const [found] = await engine.rows<{ groups: number; split: number }>(
        `SELECT count(*) AS groups, count(*) FILTER (k > 1) AS split
         FROM (SELECT count(*) AS n, count(DISTINCT ${joined(columns)}) AS k FROM ${groups}
               WHERE ${filled(questions.moment)} GROUP BY ${moment} HAVING count(*) > 1)`,
      );
      if (found && found.groups >= 10) split.set(columns, shareOf(found.split, found.groups));
    }
    if (questions.force.length > 0 && questions.person.length > 0) await relatePairs(groups, questions.moment, "");
    return { shared: shareOf(row?.shared ?? 0, row?.rows ?? 0), split };
  }

  async function relatePairs(groups: string, columns: readonly string[], name: string): Promise<void> {
    const key = joined(columns);
    const officer = questions.officer.length > 0 ? joined(questions.officer) : "''";
    const person = questions.person.length > 0 ? joined(questions.person) : "''";
    const [row] = await engine.rows<{ rows: number; pairs: number; many: number; full: number }>(
      `SELECT sum(n)::BIGINT AS rows, sum(p)::BIGINT AS pairs, count(*) FILTER (s > 1 AND f > 1) AS many,
              count(*) FILTER (s > 1 AND f > 1 AND fs >= f * s) AS full
       FROM (SELECT count(*) AS n, count(DISTINCT (${officer}, ${person})) AS p, count(DISTINCT ${person}) AS s,
                    count(DISTINCT (${officer}, ${joined(questions.force)})) AS f,
                    count(DISTINCT (${officer}, ${joined(questions.force)}, ${person})) AS fs
             FROM ${groups} WHERE ${filled(columns)} GROUP BY ${key})`,
    );
    if (!row) return;
    rowsPerPair[name] = row.pairs === 0 ? 1 : row.rows / row.pairs;
    crossed[name] = { share: shareOf(row.full, row.many), incidents: row.many };
  }

  const pairs = questions.pair
    ? await engine.rows<ValueCount>(
        `SELECT ${questions.pair.map((name) => `coalesce(${normaliseSql(sqlByName.get(name) ?? "NULL")}, '')`).join(` || ${literal(pairMark)} || `)} AS value,
                count(*) AS count FROM ${from} GROUP BY 1 ORDER BY count DESC, value LIMIT 2000`,
      )
    : [];

  const step = Math.max(1, Math.ceil(table.rows / listRows));
  const inRows = step === 1 ? "TRUE" : `rowid % ${step} = 0`;
  const equalLists: { a: string; b: string; share: number; rows: number }[] = [];
  const length = ({ column, delimiter }: ListColumn) =>
    `len(string_split(coalesce(${sql(column)}, ''), ${literal(delimiter)}))`;
  for (const a of questions.lists) {
    for (const b of questions.against) {
      const [row] = await engine.rows<{ rows: number; equal: number }>(
        `SELECT count(*) AS rows, count(*) FILTER (${length(a)} = ${length(b)}) AS equal
         FROM ${from} WHERE ${inRows} AND ${filled([a.column, b.column])} AND (${length(a)} > 1 OR ${length(b)} > 1)`,
      );
      if (row && row.rows > 0)
        equalLists.push({ a: a.column, b: b.column, rows: row.rows, share: row.equal / row.rows });
    }
  }
  return {
    table: table.name,
    keys,
    ...(moments === undefined ? {} : { sharedMoments: moments.shared }),
    rowsPerPair,
    crossed,
    pairs,
    equalLists,
  };
}
