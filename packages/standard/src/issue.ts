/** Something wrong or doubtful in the data, published with the release. One issue can stand for many rows. */
export type Issue = {
  /** Kebab-case kind, such as `unmapped-value`; each has a line in the issue catalogue. */
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  /** Snapshot file the issue is in. */
  readonly file?: string;
  /** Source column name, as published. */
  readonly column?: string;
  /** First source row (1 = first data row) that shows it. */
  readonly row?: number;
  /** The value as published, cut to 200 characters. */
  readonly value?: string;
  /** Rows or values concerned. */
  readonly count: number;
  /** Plain sentence that says what is wrong and what to do next. */
  readonly message: string;
};
