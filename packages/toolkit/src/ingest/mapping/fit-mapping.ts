import type { Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import type { SourceTable } from "../read/source-table.ts";
import type { Mapping, TableMapping } from "./mapping.ts";

export type FittedMapping = { readonly mapping: Mapping; readonly issues: readonly Issue[] };

/** Every source column that a table's mapping reads. */
const columnsOf = (table: TableMapping): readonly string[] => [
  ...new Set([
    ...table.columns.flatMap(({ columns }) => columns),
    ...Object.values(table.keys).flatMap((key) => (Array.isArray(key) ? key : [])),
    ...(table.rowKinds ? [table.rowKinds.column] : []),
  ]),
];

const has = (table: SourceTable, name: string): boolean => table.columns.some((column) => column.name === name);

/**
 * Lays a mapping over the files that were given. A file that the mapping does not name is read like a named one when it
 * has every column of it (next year's file); else it is left out, with an issue. Columns that no file has are issues.
 * A mapping just suggested for these very files leaves out what it does not name (`acceptsAlike` false).
 * Not for judging whether the mapping is right.
 *
 * @throws InputError when it fits none of the files, or a key column is missing: nothing could be counted
 */
export function fitMapping(
  mapping: Mapping,
  tables: readonly SourceTable[],
  { acceptsAlike }: { readonly acceptsAlike: boolean },
): FittedMapping {
  const issues: Issue[] = [];
  const extra = new Map<TableMapping, string[]>();
  for (const table of tables) {
    if (mapping.tables.some(({ tables: names }) => names.includes(table.name))) continue;
    const alike =
      acceptsAlike && mapping.tables.find((candidate) => columnsOf(candidate).every((name) => has(table, name)));
    if (alike) extra.set(alike, [...(extra.get(alike) ?? []), table.name]);
    issues.push(alike ? readAlike(table, alike) : leftOut(table));
  }

  const fitted = mapping.tables
    .map((table) => ({
      ...table,
      tables: [...table.tables.filter((name) => tables.some((one) => one.name === name)), ...(extra.get(table) ?? [])],
    }))
    .filter(({ tables: names }) => names.length > 0);
  const [first] = tables;
  if (fitted.length === 0) throw noneFits(mapping, first);
  for (const table of fitted) issues.push(...missingColumns(table, tables));
  return { mapping: { ...mapping, tables: fitted }, issues };
}

function missingColumns(mapping: TableMapping, tables: readonly SourceTable[]): readonly Issue[] {
  const members = tables.filter(({ name }) => mapping.tables.includes(name));
  const absent = (name: string) => !members.some((table) => has(table, name));
  const keys = Object.values(mapping.keys).flatMap((key) => (Array.isArray(key) ? (key as readonly string[]) : []));
  const key = keys.find(absent);
  const file = members.map((table) => table.file).join(", ");
  if (key !== undefined) {
    const message = `The mapping identifies rows of ${file} by the column “${key}”, which the file does not have. Correct "keys" in the mapping.`;
    throw new InputError("mapping-does-not-fit", members[0]?.file ?? "", message);
  }
  return columnsOf(mapping)
    .filter(absent)
    .map((name) => ({
      code: "column-not-found",
      severity: "warning",
      file,
      column: name,
      count: 1,
      message: `The mapping reads a column “${name}”, which ${file} does not have. What it would have held counts as not recorded.`,
    }));
}

const readAlike = (table: SourceTable, alike: TableMapping): Issue => ({
  code: "mapped-alike",
  severity: "note",
  file: table.file,
  count: table.rows,
  message: `The mapping does not name ${table.name}. It has the columns of ${alike.tables[0] ?? "a named file"} and was read like it.`,
});

const leftOut = (table: SourceTable): Issue => ({
  code: "table-not-mapped",
  severity: "warning",
  file: table.file,
  count: table.rows,
  message: `No rule of the mapping reads ${table.name}: its ${table.rows} rows are in no count. If it holds use-of-force records, add it to the mapping.`,
});

function noneFits(mapping: Mapping, table: SourceTable | undefined): InputError {
  const file = table?.file ?? "";
  const named = mapping.tables.flatMap(({ tables }) => tables).slice(0, 3);
  const message =
    named.length === 0
      ? `${file} does not look like use-of-force records: no column of it was understood as such. Check that it is the file you meant, or write a mapping (evenhand check ${file} --save-mapping mapping.json).`
      : `The mapping is for other files (${named.join(", ")}): it reads nothing of ${file}. Name the file in "tables" of the mapping, or make one with check --save-mapping.`;
  return new InputError(named.length === 0 ? "no-records" : "mapping-does-not-fit", file, message);
}
