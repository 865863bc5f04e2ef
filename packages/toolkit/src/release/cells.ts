import type { ReleaseTable } from "@evenhand/standard";

/**
 * A question to a release, as data: count the rows of one table, grouped by some of its columns. No SQL, so that any
 * engine can answer it.
 */
export type CellQuery = {
  readonly from: ReleaseTable;
  /**
   * Columns to group by. A column of another table is written `persons.race_ethnicity` or `incidents.city`; it is
   * reached through `person_id` or `incident_id`. With a trailing `?` (`latitude?`) rows are grouped by whether the
   * column is filled: 1 filled, 0 empty.
   */
  readonly by: readonly string[];
  /** Rows to keep: column → values allowed (`null` = missing). */
  readonly where?: Readonly<Record<string, readonly (string | number | null)[]>>;
  /**
   * Kinds of force by name, for rows of `persons`: `by` may then hold `mark.<name>`, which is 1 if any force on the
   * person is of one of these types, 0 if the types of force on the person are known and none of them is, null if no
   * type of force on the person is known.
   */
  readonly marks?: Readonly<Record<string, readonly string[]>>;
  /**
   * What incidents were said to be, by name: `by` may then hold `sign.<name>` for rows of any table with an
   * `incident_id`. It is 1 if any row of the incident, in any of the places listed, holds one of the values; 0 if none
   * does and at least one of those places holds a value; null if none of them holds any.
   */
  readonly signs?: Readonly<Record<string, readonly SignPlace[]>>;
  /** Count distinct values of this column instead of rows. */
  readonly distinct?: string;
};

/** Values of one column that are a sign of something. The table has an `incident_id`. */
export type SignPlace = { readonly table: ReleaseTable; readonly column: string; readonly values: readonly string[] };

/** One group of rows. `key` holds the values of `by`, in order; null where the value is missing. */
export type Cell = { readonly key: readonly (string | number | null)[]; readonly count: number };

/** Answers cell queries on one release. */
export type CellReader = (query: CellQuery) => Promise<readonly Cell[]>;
