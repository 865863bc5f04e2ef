import { codeLists, type FieldScope, type ForceScope, type Scope } from "@evenhand/standard";
import type { Mapping } from "../mapping/mapping.ts";
import type { SourceTable } from "../read/source-table.ts";

const keyFields = [
  ["incident", "incident.incident_id"],
  ["report", "incident.report_id"],
  ["person", "person.person_id"],
  ["officer", "officer_involvement.officer_id"],
] as const;

/** What the files have a column for, by field, and what their form is known to record of each force code. */
export function describeScope(mapping: Mapping, tables: readonly SourceTable[]): Omit<Scope, "units"> {
  const columns = new Map<string, Set<string>>();
  const add = (field: string, name: string) => columns.set(field, (columns.get(field) ?? new Set()).add(name));
  for (const table of mapping.tables) {
    const files = tables.filter(({ name }) => table.tables.includes(name)).map(({ name }) => name);
    const located = (names: readonly string[]) => files.flatMap((file) => names.map((name) => `${file}: ${name}`));
    for (const column of table.columns) {
      if (column.read === "ignore" || column.field === "ignore") continue;
      for (const name of located(column.columns)) {
        for (const field of new Set([column.field, ...addressedFields(column.values ?? {})])) add(field, name);
      }
    }
    for (const [kind, field] of keyFields) {
      if (kind === "person" && table.keys.personBasis === "attributes") continue;
      for (const name of located(table.keys[kind] ?? [])) add(field, name);
    }
  }
  const fields = [...columns]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, names]): FieldScope => ({ field, columns: [...names] }));
  return { fields, force: unknownScope() };
}

/** Fields that a column's values are addressed to beside its own. */
function addressedFields(values: Readonly<Record<string, string | readonly string[]>>): readonly string[] {
  return Object.values(values)
    .flat()
    .flatMap((target) => (target.includes("=") ? [target.slice(0, target.indexOf("="))] : []));
}

/** A file alone never says what its form asks for: until the agency declares it, every code's scope is unknown. */
const unknownScope = (): Readonly<Record<string, ForceScope>> =>
  Object.fromEntries(codeLists.force_type.codes.map(({ code }) => [code, "unknown"]));
