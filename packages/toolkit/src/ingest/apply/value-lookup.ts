import { type CodeListId, type Issue, isCodeListId } from "@evenhand/standard";
import { type Engine, literal } from "../../release/engine.ts";
import type { ColumnMapping } from "../mapping/mapping.ts";
import { codeType } from "./coded-field.ts";
import { codedFieldOf, type Normalise, readCell, readsNumber } from "./read-cell.ts";

/** Joins the tokens of a list in the staging table; cannot occur in a code. */
const separator = "\u001f";

/** A table `raw → tokens` that maps the distinct values of one mapped column. */
export type ValueLookup = {
  readonly sql: string;
  readonly mapping: ColumnMapping;
  /** Fields it gives values of. */
  readonly fields: ReadonlyMap<string, LookupField>;
  /** Whether its values are few enough to be read from constants; see {@link lookedUp}. */
  readonly isConstant: boolean;
  /** Codes that the mapping can yield, by field: a scale without `death` cannot say that nobody died. */
  readonly possible: ReadonlyMap<string, ReadonlySet<string>>;
};

/** How a lookup gives the values of one field. */
export type LookupField = {
  /** `single`: one code or reason per cell; `list`: a list of tokens. */
  readonly form: "single" | "list";
  readonly column: string;
  /** Whether some cell gives a reason why there is no code. */
  readonly hasReason: boolean;
  /** Of a `single` field of a constant lookup: the code, or `?` and the reason, that each text of a cell stands for. */
  readonly words: ReadonlyMap<string, string>;
};

/** Whether a column's values are mapped through a lookup: coded values, flags, and numbers that become bands. */
export const needsLookup = (mapping: ColumnMapping): boolean =>
  mapping.read === "values" || mapping.read === "flag" || (mapping.read === "number" && readsNumber(mapping.field));

type Distinct = { readonly raw: string; readonly count: number };

/** More distinct values than this are no coded column. */
const distinctLimit = 500_000;

/** A map is searched from its beginning: with more values a join is faster. */
const constantLimit = 200;

/**
 * SQL: a column of a lookup for one cell, out of the map that a variable of the engine holds. Rows staged as Parquet
 * come with a dictionary of each column, and the engine looks up its words rather than the rows. Only for a lookup that
 * `isConstant`; others are joined.
 */
export const lookedUp = ({ sql }: ValueLookup, column: string, cell: string): string => {
  const map = `getvariable('${sql}_${column}')`;
  return `CASE WHEN ${cell} IS NULL THEN ${map}[''] ELSE ${map}[${cell}] END`;
};

/** The code list whose codes a field takes. */
export const codeListOf = (field: string): CodeListId | undefined => {
  const name = field.slice(field.indexOf(".") + 1);
  if (name === "race_ethnicity") return "race_ethnicity";
  if (["arrested", "hospitalised", "died", "injured", "effective", "firearm_discharged"].includes(name))
    return "yes_no";
  if (["armed_perceived", "armed_confirmed", "resistance_present", "deescalation_used"].includes(name)) return "yes_no";
  if (["on_duty", "in_uniform", "used_force"].includes(name)) return "yes_no";
  if (name === "step_type") return "deescalation_step";
  return isCodeListId(name) ? name : undefined;
};

async function distinctValues(engine: Engine, relations: readonly string[]): Promise<readonly Distinct[]> {
  const union = relations.map((relation) => `SELECT coalesce(v, '') AS raw, n FROM ${relation}`).join(" UNION ALL ");
  const rows = await engine.rows<{ raw: string; count: number }>(
    `SELECT raw, sum(n)::BIGINT AS count FROM (${union}) GROUP BY raw ORDER BY count DESC, raw LIMIT ${distinctLimit + 1}`,
  );
  if (rows.length > distinctLimit) throw new RangeError(`invalid column; more than ${distinctLimit} distinct values`);
  return rows;
}

/** Possible codes of a mapping, by field, from its rules rather than from the data. */
function possibleCodes(mapping: ColumnMapping, normalise: Normalise): ReadonlyMap<string, ReadonlySet<string>> {
  const possible = new Map<string, Set<string>>();
  for (const value of Object.keys(mapping.values ?? {})) {
    for (const [field, tokens] of readCell(mapping, value, normalise).tokens) {
      const codes = possible.get(field) ?? new Set<string>();
      for (const token of tokens) if (!token.startsWith("?")) codes.add(token);
      possible.set(field, codes);
    }
  }
  return possible;
}

const issueMessages: Readonly<Record<string, (value: string, column: string) => string>> = {
  "unmapped-value": (value, column) =>
    `“${value}” in column “${column}” has no code in the mapping. Add it to "values" of that column in mapping.json.`,
  "impossible-age": (value, column) => `“${value}” in column “${column}” cannot be an age. It counts as missing.`,
  "age-zero": (value, column) =>
    `“${value}” in column “${column}” is most likely a placeholder, not an age. It counts as missing.`,
  "not-a-person": (value, column) =>
    `“${value}” in column “${column}” speaks of an animal or another non-person. It is not counted among the people.`,
  "not-a-number": (value, column) => `“${value}” in column “${column}” is not a number. It counts as missing.`,
};

/**
 * Reads the distinct values of one mapped column and stores what each stands for, so that rows are mapped by one join.
 *
 * @param relations SQL relations of the different texts `v` of the column and the rows `n` of each
 */
export async function createLookup(
  engine: Engine,
  options: {
    readonly sql: string;
    readonly mapping: ColumnMapping;
    readonly relations: readonly string[];
    readonly normalise: Normalise;
    readonly file: string;
  },
): Promise<{ lookup: ValueLookup; issues: readonly Issue[] }> {
  const { sql, mapping, normalise } = options;
  const distinct = await distinctValues(engine, options.relations);
  const readings = distinct.map(({ raw, count }) => ({ raw, count, reading: readCell(mapping, raw, normalise) }));

  const fieldNames = [
    ...new Set([codedFieldOf(mapping.field), ...readings.flatMap(({ reading }) => [...reading.tokens.keys()])]),
  ];
  const usable = fieldNames.filter((field) => codeListOf(field) !== undefined);
  const isList = (field: string) =>
    mapping.columns.length > 1 ||
    (mapping.over !== undefined && mapping.over !== "any") ||
    (mapping.read === "flag" && mapping.code !== undefined) ||
    readings.some(({ reading }) => {
      const tokens = reading.tokens.get(field) ?? [];
      return tokens.length > 1 || tokens.some((token) => token.startsWith("!"));
    });
  const hasReason = (field: string) =>
    readings.some(({ reading }) => reading.tokens.get(field)?.some((token) => token.startsWith("?")));
  const isConstant = distinct.length <= constantLimit;
  const wordsOf = (field: string) =>
    new Map(readings.map(({ raw, reading }): [string, string] => [raw, reading.tokens.get(field)?.[0] ?? ""]));
  const fields = new Map(
    usable.map((field, index): [string, LookupField] => {
      const form = isList(field) ? "list" : "single";
      const words = form === "single" && isConstant ? wordsOf(field) : new Map<string, string>();
      return [field, { form, column: `f${index}`, hasReason: hasReason(field), words }];
    }),
  );

  await engine.run(`CREATE TABLE ${sql}_text (raw VARCHAR${usable.map((_, index) => `, f${index} VARCHAR`).join("")})`);
  const appender = await engine.connection.createAppender(`${sql}_text`);
  for (const { raw, reading } of readings) {
    appender.appendVarchar(raw);
    for (const field of usable) {
      const tokens = reading.tokens.get(field);
      const present = tokens && (mapping.columns.length === 1 || raw.trim() !== "") ? tokens : [];
      if (present.length === 0) appender.appendNull();
      else appender.appendVarchar(present.join(separator));
    }
    appender.endRow();
  }
  appender.closeSync();

  const columns = [...fields].map(([field, { form, column }]) => {
    if (form === "list") return `string_split(${column}, ${literal(separator)}) AS ${column}`;
    const type = codeType(codeListOf(field) ?? "yes_no");
    return (
      `CASE WHEN ${column} NOT LIKE '?%' THEN CAST(${column} AS ${type}) END AS ${column}, ` +
      `CASE WHEN ${column} LIKE '?%' THEN CAST(substr(${column}, 2) AS missing_reason) END AS ${column}_missing`
    );
  });
  await engine.run(
    `CREATE TABLE ${sql} AS SELECT raw${columns.map((column) => `, ${column}`).join("")} FROM ${sql}_text`,
  );
  await engine.run(`DROP TABLE ${sql}_text`);
  if (isConstant) {
    const names = [...fields.values()].flatMap(({ form, column }) =>
      form === "list" ? [column] : [column, `${column}_missing`],
    );
    for (const name of names)
      await engine.run(`SET VARIABLE ${sql}_${name} = (SELECT map(list(raw), list(${name})) FROM ${sql})`);
  }

  return {
    lookup: { sql, mapping, fields, isConstant, possible: possibleCodes(mapping, normalise) },
    issues: valueIssues(readings, options),
  };
}

function valueIssues(
  readings: readonly { readonly raw: string; readonly count: number; readonly reading: ReturnType<typeof readCell> }[],
  options: { readonly mapping: ColumnMapping; readonly file: string },
): readonly Issue[] {
  const counts = new Map<string, { code: string; value: string; count: number }>();
  for (const { raw, count, reading } of readings) {
    const isAnimal = [...reading.tokens.values()].some((tokens) => tokens.includes("!not_person"));
    const told = [
      ...reading.unmapped.map((value) => ({ code: "unmapped-value", value })),
      ...reading.issues,
      ...(isAnimal ? [{ code: "not-a-person", value: raw }] : []),
    ];
    for (const { code, value } of told) {
      const key = `${code} ${value}`;
      counts.set(key, { code, value, count: (counts.get(key)?.count ?? 0) + count });
    }
  }
  const column = options.mapping.columns.join(", ");
  return [...counts.values()].map(({ code, value, count }) => ({
    code,
    severity: "warning",
    file: options.file,
    column,
    value: value.slice(0, 200),
    count,
    message: issueMessages[code]?.(value.slice(0, 200), column) ?? `“${value.slice(0, 200)}” in column “${column}”.`,
  }));
}
