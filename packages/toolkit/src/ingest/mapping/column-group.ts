import type { ColumnGroup } from "./column-candidate.ts";
import { type HeaderRole, type HeaderWords, readHeader } from "./header-words.ts";
import type { ColumnProfile, TableProfile, ValueCount } from "./table-profile.ts";

/** Adds the counts of equal values; most frequent first. */
export function addCounts(lists: readonly (readonly ValueCount[])[]): ValueCount[] {
  const counts = new Map<string, number>();
  for (const { value, count } of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function addColumns(columns: readonly ColumnProfile[]): ColumnProfile {
  const [first] = columns;
  if (!first) throw new RangeError("invalid columns; at least one is needed");
  const shapes = new Map<string, ColumnProfile["shapes"][number]>();
  for (const shape of columns.flatMap((column) => column.shapes)) {
    shapes.set(shape.shape, { ...shape, count: shape.count + (shapes.get(shape.shape)?.count ?? 0) });
  }
  const values = addCounts(columns.map((column) => column.values));
  const isComplete = columns.every((column) => column.isComplete);
  return {
    column: first.column,
    blank: columns.reduce((sum, column) => sum + column.blank, 0),
    distinct: isComplete ? values.length : columns.reduce((sum, column) => sum + column.distinct, 0),
    isDistinctExact: isComplete,
    values,
    isComplete,
    shapes: [...shapes.values()].sort((a, b) => b.count - a.count),
  };
}

/** Tables with one header seen as one table. They must have the same columns. */
export function addProfiles(profiles: readonly TableProfile[]): TableProfile {
  const [first] = profiles;
  if (!first) throw new RangeError("invalid profiles; at least one is needed");
  if (profiles.length === 1) return first;
  const columns = first.columns.map(({ column }) =>
    addColumns(profiles.flatMap((profile) => profile.columns.filter((other) => other.column.name === column.name))),
  );
  const sum = (pick: (profile: TableProfile) => number) =>
    profiles.reduce((total, profile) => total + pick(profile), 0);
  return {
    table: first.table,
    rows: sum((profile) => profile.rows),
    sampled: sum((profile) => profile.sampled),
    columns,
  };
}

/** Whom the whole table is about, from its name; undefined when it names both or nobody. */
export function tableRole(name: string): HeaderRole | undefined {
  const { roles } = readHeader(name.replace(/\.[a-z.]+(#.*)?$/iu, ""));
  return roles.length === 1 ? roles[0] : undefined;
}

const withoutNumber = (header: HeaderWords) => `${header.roles.join(" ")}:${header.words.join(" ")}`;

/** Columns of a table, with numbered ones (`Weapon Used 1` … `5`) taken together. */
export function groupColumns(profile: TableProfile): readonly ColumnGroup[] {
  const headers = profile.columns.map((column) => readHeader(column.column.name));
  const groups: ColumnGroup[] = [];
  const taken = new Set<number>();
  for (const [index, column] of profile.columns.entries()) {
    if (taken.has(index)) continue;
    const header = headers[index];
    if (!header) continue;
    const numbered =
      header.number === undefined
        ? [index]
        : headers.flatMap((other, at) =>
            other.number !== undefined && withoutNumber(other) === withoutNumber(header) ? [at] : [],
          );
    const numbers = new Set(numbered.map((at) => headers[at]?.number));
    const members = numbers.size === numbered.length && header.words.length > 0 ? numbered : [index];
    for (const at of members) taken.add(at);
    const profiles = members.flatMap((at) => profile.columns[at] ?? []);
    groups.push({
      profiles: profiles.length > 0 ? profiles : [column],
      header,
      values: addCounts(profiles.map((member) => member.values)),
      rows: profile.rows,
    });
  }
  return groups;
}
