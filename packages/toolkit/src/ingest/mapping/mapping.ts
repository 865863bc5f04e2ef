/** What one row of a source table is. `child` rows carry one list value of a parent row and join to it by key. */
export type Grain = "incident" | "report" | "person" | "officer" | "force" | "child";

/**
 * How one source column is read.
 * `values`: distinct values are looked up in `values`; `flag`: a yes/no column that stands for one code (`code`);
 * `date`, `time`, `datetime`: parsed with `forms`; `number`: parsed as a number (ages also accept bands through
 * `values`); `text`: kept as published; `key`: part of an identifier; `ignore`: read by nobody (restricted, never
 * published, or not understood).
 */
export type Reading = "values" | "flag" | "date" | "time" | "datetime" | "number" | "text" | "key" | "ignore";

/**
 * What a source value stands for.
 * `"black"`: a code of the column's own field. `"resistance.resistance_type=passive"`: a code of another field.
 * `"?unknown"`: missing, with its reason. `"!not_person"`: the row or list element is no person (a dog, "Animal").
 * An array: several of these, for a cell that holds several values.
 */
export type Target = string | readonly string[];

export type ColumnMapping = {
  /** Column names (`SourceColumn.name`); several when numbered columns hold one list (`Weapon Used 1` … `5`). */
  readonly columns: readonly string[];
  /** Field id of the standard (`person.race_ethnicity`), or `ignore`. */
  readonly field: string;
  readonly read: Reading;
  /** Names of date or time forms, tried in order (`dates.ts`). */
  readonly forms?: readonly string[];
  /** Splits a cell into list elements. Known values that contain the delimiter are kept whole. */
  readonly delimiter?: string;
  /**
   * What the elements of a list cell (or of the numbered columns) run over. `person`, `officer`, `force`: element i
   * belongs to the i-th person, officer or force of the row. `any`: several values of one thing, or it is not known
   * of which.
   */
  readonly over?: "person" | "officer" | "force" | "any";
  /** For `flag`: the code that a yes stands for. */
  readonly code?: string;
  /** By normalised source value (trimmed, lower case, inner space made one). */
  readonly values?: Readonly<Record<string, Target>>;
  /** 0–1: how sure the suggestion is. 1 after a person has confirmed it. */
  readonly confidence: number;
  /** Why this field, in plain words. */
  readonly reason: string;
};

/** Columns whose values together identify one thing. */
export type Keys = {
  readonly incident?: readonly string[];
  readonly report?: readonly string[];
  /** Within an incident. */
  readonly person?: readonly string[];
  /** `attributes`: no identifier; people who agree in all these columns count as one (a lower bound). */
  readonly personBasis?: "key" | "attributes";
  readonly officer?: readonly string[];
  /** `table`: the incident and report keys start again in every table (`Event #` 1, 2, 3 … each year). */
  readonly within?: "table";
};

/** How the published tables with one header are read. */
export type TableMapping = {
  /** Names of the source tables (`SourceTable.name`) it applies to. */
  readonly tables: readonly string[];
  readonly grain: Grain;
  readonly keys: Keys;
  /** For tables that mix people and officers: which rows are what, by normalised value of one column. */
  readonly rowKinds?: {
    readonly column: string;
    readonly kinds: Readonly<Record<string, "person" | "officer" | "ignore">>;
  };
  /**
   * Every force of an incident (with its officer, where one is named) has a row for every person of it: to whom it was
   * done is not known, and counting rows counts each force once per person.
   */
  readonly cartesian?: boolean;
  readonly columns: readonly ColumnMapping[];
};

/** How an agency's files become standard records; `mapping.json`. A person can read, correct and reuse it. */
export type Mapping = {
  readonly mappingVersion: 1;
  readonly agency: { readonly id: string; readonly name: string; readonly state?: string };
  readonly tables: readonly TableMapping[];
};
