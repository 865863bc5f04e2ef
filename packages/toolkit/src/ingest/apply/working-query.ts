/** What the working rows of a table are made of, all in SQL. */
type WorkingParts = {
  /** Query of the source rows with the columns that are needed. */
  readonly base: string;
  /** Names of the working columns by expression. */
  readonly columns: ReadonlyMap<string, string>;
  /** Keys by kind. */
  readonly keys: ReadonlyMap<string, string>;
  /** Joins of lookups by alias. */
  readonly joins: ReadonlyMap<string, string>;
};

/**
 * SQL: the working rows. What reads the source's own columns alone is worked out before the joins, where the engine can do
 * so once for each of a column's different texts.
 */
export function workingQuery({ base, columns, keys, joins }: WorkingParts): string {
  const all = [...columns].map(([sql, name]) => ({ sql, name, isJoined: /\bl\d+_\d+\./.test(sql) }));
  const own = all.flatMap(({ sql, name, isJoined }) => (isJoined ? [] : [`, ${sql} AS ${name}`])).join("");
  const parts = all.map(({ sql, name, isJoined }) => `${isJoined ? sql : `b.${name}`} AS ${name}`);
  const keyColumns = [...keys].map(([kind, sql]) => `, ${sql} AS key_${kind}`).join("");
  const keyed = keyColumns === "" ? `(${base})` : `(SELECT *${keyColumns} FROM (${base}))`;
  const inner = own === "" ? keyed : `(SELECT b.*${own} FROM ${keyed} AS b)`;
  return `SELECT ${parts.join(", ") || "1 AS x"} FROM ${inner} AS b ${[...joins.values()].join(" ")}`;
}
