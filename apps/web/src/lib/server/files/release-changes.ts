import type { Release, Snapshot } from "@evenhand/standard";

/** A table in two releases; undefined where a release lacks it. */
export type TableChange = { readonly table: string; readonly before?: number; readonly after?: number };

/** A source file in two releases. */
export type SourceChange = {
  readonly name: string;
  readonly change: "added" | "removed" | "changed" | "same";
  readonly before?: Snapshot;
  readonly after?: Snapshot;
};

/** What is different between two releases of a place. */
export type ReleaseChanges = {
  readonly tables: readonly TableChange[];
  readonly period: { readonly before?: Release["period"]; readonly after?: Release["period"] };
  /** Ids of fields that a column was found for in one release and not in the other. */
  readonly fieldsGained: readonly string[];
  readonly fieldsLost: readonly string[];
  readonly sources: readonly SourceChange[];
  /** The contents of every table are the same. */
  readonly isSame: boolean;
};

/** Compares a release with the one before it. Nothing is counted anew: both say of themselves what they hold. */
export function releaseChanges(before: Release, after: Release): ReleaseChanges {
  const earlier = recordedFields(before);
  const later = recordedFields(after);
  return {
    tables: union(Object.keys(before.tables), Object.keys(after.tables)).map((table) => ({
      table,
      ...rowsOf("before", before.tables[table]),
      ...rowsOf("after", after.tables[table]),
    })),
    period: {
      ...(before.period === undefined ? {} : { before: before.period }),
      ...(after.period === undefined ? {} : { after: after.period }),
    },
    fieldsGained: later.filter((field) => !earlier.includes(field)),
    fieldsLost: earlier.filter((field) => !later.includes(field)),
    sources: sourceChanges(before.snapshots, after.snapshots),
    isSame: before.hash === after.hash,
  };
}

const rowsOf = (name: "before" | "after", rows: number | undefined) => (rows === undefined ? {} : { [name]: rows });

const recordedFields = ({ scope }: Release): readonly string[] =>
  scope.fields.filter(({ columns }) => columns.length > 0).map(({ field }) => field);

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

function sourceChanges(before: readonly Snapshot[], after: readonly Snapshot[]): readonly SourceChange[] {
  const byName = (list: readonly Snapshot[]) => new Map(list.map((one) => [one.name, one]));
  const [earlier, later] = [byName(before), byName(after)];
  return union([...earlier.keys()], [...later.keys()]).map((name) => {
    const [was, is] = [earlier.get(name), later.get(name)];
    if (was === undefined) return { name, change: "added", ...(is === undefined ? {} : { after: is }) };
    if (is === undefined) return { name, change: "removed", before: was };
    return { name, change: was.sha256 === is.sha256 ? "same" : "changed", before: was, after: is };
  });
}
