import { literal } from "../../release/engine.ts";
import type { ColumnMapping, Grain, TableMapping } from "../mapping/mapping.ts";
import { normaliseSql } from "../mapping/normalise-value.ts";
import type { SourceTable } from "../read/source-table.ts";
import type { FewTexts } from "./few-texts.ts";
import { filledText } from "./filled-text.ts";
import type { PlainKeyColumns } from "./plain-key-columns.ts";
import { codedFieldOf } from "./read-cell.ts";
import { type CodedSql, type ListSql, noReason, preferCodes, reduceTokens } from "./token-sql.ts";
import { codeListOf, type LookupField, lookedUp, type ValueLookup } from "./value-lookup.ts";
import { workingQuery } from "./working-query.ts";

export type KeyKind = "incident" | "report" | "person" | "officer";

/**
 * The rows of one mapped table, read once. Whatever a query needs of them is named here first and gets a column of the
 * working table, whose rows `query` gives; the queries then read that table. Expressions that are not yet columns of it
 * (`key`, `raw`, `identity`) are only good inside `column`.
 */
export type SourceRows = {
  readonly mapping: TableMapping;
  readonly grain: Grain;
  /** Makes an expression over the source rows a column of the working table, once; returns its name there. */
  readonly column: (sql: string) => string;
  /** Inside `column`: text that tells this row from every other row of the release's files. */
  readonly identity: string;
  /** Order of the row among all files. */
  readonly order: () => string;
  /** Inside `column`: text of a key, NULL where every part is blank; undefined when the table has no such key. */
  readonly key: (kind: KeyKind) => string | undefined;
  /** Whether every row is known to have the key. */
  readonly isComplete: (kind: KeyKind) => boolean;
  /** Source text of a field, trimmed, NULL where blank or a blank-like word; undefined when not mapped. */
  readonly text: (field: string) => string | undefined;
  /** One code per row; undefined when the field is not mapped here or holds lists. */
  readonly single: (field: string) => CodedSql | undefined;
  /** Tokens per row; undefined when the field is not mapped here. Works for single values too. */
  readonly list: (field: string) => ListSql | undefined;
  readonly has: (field: string) => boolean;
  readonly isList: (field: string) => boolean;
  /** Whether each row gives at most one value of the field, out of one column. */
  readonly isOne: (field: string) => boolean;
  /** Inside `column`: the cell that alone gives a field, one of few texts, and the code or `?reason` each stands for. */
  readonly words: (field: string) => { readonly cell: () => string; readonly words: LookupField["words"] } | undefined;
  /** Whether no other mapped table speaks beside this one. */
  readonly isAlone: boolean;
  /** Predicate: rows of this kind, in tables that mix people and officers; `TRUE` in all others. */
  readonly kind: (kind: "person" | "officer") => string;
  /** Inside `column`: raw text of the columns mapped to a field, in order. */
  readonly raw: (field: string) => readonly { readonly sql: string; readonly mapping: ColumnMapping }[];
  /** FROM clause of the working table. */
  readonly from: () => string;
  /** Name of the working table. */
  readonly working: string;
  /** Query whose rows the working table holds: what was asked for so far. */
  readonly query: () => string;
};

type FieldSource = {
  readonly alias: string;
  readonly position: number;
  readonly lookup: ValueLookup;
  readonly field: string;
};

/** Prepares queries over the rows of one table mapping. Asking for a field adds its columns and joins to `from()`. */
export function sourceRows(
  mapping: TableMapping,
  tables: readonly SourceTable[],
  lookups: readonly ValueLookup[],
  place: {
    readonly working: string;
    readonly tableOrder: ReadonlyMap<string, number>;
    readonly plainColumns: PlainKeyColumns;
    readonly fewTexts: FewTexts;
    readonly isAlone: boolean;
  },
): SourceRows {
  const workingColumns = new Map<string, string>();
  const working = (sql: string): string => {
    const name = workingColumns.get(sql) ?? `x${workingColumns.size}`;
    workingColumns.set(sql, name);
    return `b.${name}`;
  };
  const neededColumns = new Set<string>();
  const neededJoins = new Map<string, string>();
  const columnAlias = new Map<string, string>();

  const column = (name: string): string => {
    neededColumns.add(name);
    const alias = columnAlias.get(name) ?? `k${columnAlias.size}`;
    columnAlias.set(name, alias);
    return `b.${alias}`;
  };

  const sourcesByField = new Map<string, FieldSource[]>();
  lookups.forEach((lookup, index) => {
    lookup.mapping.columns.forEach((_, position) => {
      for (const field of lookup.fields.keys()) {
        const sources = sourcesByField.get(field) ?? [];
        sources.push({ alias: `l${index}_${position}`, position, lookup, field });
        sourcesByField.set(field, sources);
      }
    });
  });

  /** A column of the lookup for the source's cell, as a constant's value or joined. */
  const read = ({ alias, position, lookup, field }: FieldSource, suffix: "" | "_missing" = ""): string => {
    const cell = column(lookup.mapping.columns[position] ?? "");
    const name = `${lookup.fields.get(field)?.column ?? ""}${suffix}`;
    if (lookup.isConstant) return lookedUp(lookup, name, cell);
    neededJoins.set(alias, `LEFT JOIN ${lookup.sql} AS ${alias} ON coalesce(${cell}, '') = ${alias}.raw`);
    return `${alias}.${name}`;
  };

  const isList = (field: string): boolean =>
    (sourcesByField.get(field) ?? []).some(({ lookup }) => lookup.fields.get(field)?.form === "list");

  const workingCode = ({ code, missing }: CodedSql): CodedSql => ({
    code: working(code),
    missing: missing === noReason ? noReason : working(missing),
  });

  const single = (field: string): CodedSql | undefined => {
    const sources = sourcesByField.get(field) ?? [];
    const list = codeListOf(field);
    if (sources.length === 0 || list === undefined) return undefined;
    if (isList(field)) return workingCode(reduceTokens(innerList(field)?.tokens ?? "NULL", field));
    const first = (expressions: readonly string[]) =>
      expressions.length === 1 ? (expressions[0] ?? "NULL") : `coalesce(${expressions.join(", ")})`;
    const reasoned = sources.filter(({ lookup }) => lookup.fields.get(field)?.hasReason);
    return workingCode({
      code: first(sources.map((source) => read(source))),
      missing: reasoned.length === 0 ? noReason : first(reasoned.map((source) => read(source, "_missing"))),
    });
  };

  const listOf = (field: string): ListSql | undefined => {
    const list = innerList(field);
    return list && { over: list.over, tokens: working(list.tokens) };
  };

  const innerList = (field: string): ListSql | undefined => {
    const sources = sourcesByField.get(field) ?? [];
    if (sources.length === 0) return undefined;
    const over = sources.map(({ lookup }) => lookup.mapping.over).find((word) => word !== undefined) ?? "any";
    const parts = sources.map((source) => {
      const value = read(source);
      if (source.lookup.fields.get(field)?.form === "list") return `coalesce(${value}, [])`;
      const missing = read(source, "_missing");
      return `CASE WHEN ${value} IS NOT NULL THEN [CAST(${value} AS VARCHAR)] WHEN ${missing} IS NOT NULL THEN ['?' || CAST(${missing} AS VARCHAR)] ELSE [] END`;
    });
    const joined = parts.reduce((left, right) => `list_concat(${left}, ${right})`);
    return { over, tokens: sources.length === 1 ? joined : preferCodes(joined) };
  };

  const words: SourceRows["words"] = (field) => {
    const [source, ...others] = sourcesByField.get(field) ?? [];
    if (source === undefined || others.length > 0 || isList(field) || !source.lookup.isConstant) return undefined;
    const found = source.lookup.fields.get(field)?.words ?? new Map<string, string>();
    // A statement of the engine ends at such a character.
    if ([...found.keys()].some((raw) => raw.includes("\0"))) return undefined;
    return { words: found, cell: () => column(source.lookup.mapping.columns[source.position] ?? "") };
  };

  const neededKeys = new Map<KeyKind, string>();

  const key = (kind: KeyKind): string | undefined => {
    const columns = mapping.keys[kind];
    if (!columns || columns.length === 0) return undefined;
    const parts = columns.map((name) => keyText(name, column(name).replace(/^b\./, "")));
    const joined = parts.map((part) => `coalesce(${part}, '')`).join(" || '|' || ");
    const whole =
      parts.length === 1
        ? (parts[0] ?? "NULL")
        : `CASE WHEN coalesce(${parts.join(", ")}) IS NOT NULL THEN ${joined} END`;
    // A number that starts again in every file names one thing only within its file.
    const isLocal = mapping.keys.within === "table" && (kind === "incident" || kind === "report");
    neededKeys.set(kind, isLocal ? `t || '|' || ${whole}` : whole);
    return `b.key_${kind}`;
  };

  /** A key cell that the mapping calls missing (`0` for a person nobody could name) identifies nothing. */
  const keyText = (name: string, sql: string): string => {
    const blanks = blankKeys(mapping, name);
    const filled = place.plainColumns.plain.has(name) ? sql : filledText(sql);
    if (blanks.length === 0) return filled;
    return `CASE WHEN lower(trim(coalesce(${sql}, ''))) NOT IN (${blanks.map(literal).join(", ")}) THEN ${filled} END`;
  };

  const columnMapping = (field: string): ColumnMapping | undefined =>
    mapping.columns.find((entry) => entry.field === field && entry.read !== "ignore");

  const text = (field: string): string | undefined => {
    const entries = mapping.columns.filter((entry) => entry.field === field && entry.read !== "ignore");
    const names = entries.flatMap((entry) => entry.columns);
    const [first] = names;
    if (first === undefined) return undefined;
    const expressions = names.map((name) => filledText(column(name)));
    // A precinct and a beat are not one another's substitute: of several columns for a place, the first stands alone.
    const isOne = expressions.length === 1 || field.startsWith("location.");
    const few = place.fewTexts.get(first)?.(column(first));
    return working(isOne ? (few ?? expressions[0] ?? "NULL") : `coalesce(${expressions.join(", ")})`);
  };

  const members = mapping.tables.flatMap((name) => tables.filter((table) => table.name === name));
  const base = () =>
    members
      .map((table) => {
        const picked = [...neededColumns].map((name) => {
          const found = table.columns.find((candidate) => candidate.name === name);
          return `${found ? found.sql : "NULL::VARCHAR"} AS ${columnAlias.get(name)}`;
        });
        const order = place.tableOrder.get(table.name) ?? 0;
        const named = mapping.keys.within === "table" ? `, ${literal(table.name)} AS t` : "";
        return `SELECT ${order} AS f, rowid AS r${named}${picked.map((part) => `, ${part}`).join("")} FROM ${table.sql}`;
      })
      .join(" UNION ALL ");

  return {
    mapping,
    grain: mapping.grain,
    column: working,
    identity: `(b.f || '#' || b.r)`,
    order: () => working(`(b.f::BIGINT * 1099511627776 + b.r)`),
    key,
    isComplete: (kind) => {
      const names = mapping.keys[kind] ?? [];
      const isWhole = (name: string) => place.plainColumns.complete.has(name) && blankKeys(mapping, name).length === 0;
      return names.length > 0 && names.every(isWhole);
    },
    text,
    single,
    list: listOf,
    isList,
    isOne: (field) => sourcesByField.get(field)?.length === 1 && !isList(field),
    words,
    isAlone: place.isAlone,
    kind: (kind) => {
      const { rowKinds } = mapping;
      if (!rowKinds) return "TRUE";
      const words = Object.keys(rowKinds.kinds).filter((word) => rowKinds.kinds[word] === kind);
      if (words.length === 0) return "FALSE";
      return working(`coalesce(${normaliseSql(column(rowKinds.column))} IN (${words.map(literal).join(", ")}), FALSE)`);
    },
    raw: (field) =>
      mapping.columns
        .filter((entry) => entry.field === field && entry.read !== "ignore")
        .flatMap((entry) => entry.columns.map((name) => ({ sql: column(name), mapping: entry }))),
    has: (field) => sourcesByField.has(codedFieldOf(field)) || columnMapping(field) !== undefined,
    from: () => `${place.working} AS b`,
    working: place.working,
    query: () => workingQuery({ base: base(), columns: workingColumns, keys: neededKeys, joins: neededJoins }),
  };
}

/** Cells of a key column that the mapping calls missing. */
function blankKeys(mapping: TableMapping, name: string): readonly string[] {
  const values = mapping.columns.find((entry) => entry.columns.includes(name) && entry.read === "key")?.values ?? {};
  return Object.keys(values).filter((value) => String(values[value]).startsWith("?"));
}
