/** Rows by key, in their order. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Number of rows by key. */
export function countBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, number> {
  return new Map([...groupBy(rows, key)].map(([name, group]) => [name, group.length]));
}

/** Key of the person that a row speaks of, within its incident. */
export function personKey(row: { readonly incident_id: string; readonly person_id: string | null }): string {
  return `${row.incident_id}/${row.person_id}`;
}
