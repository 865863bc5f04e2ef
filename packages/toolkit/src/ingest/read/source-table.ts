import type { Issue, LineCount } from "@evenhand/standard";

/** A column of a published table, as staged. */
export type SourceColumn = {
  /** Header text with outer spaces trimmed and inner runs of space made one; blank headers become `column N`, repeated ones `NAME (2)`. */
  readonly name: string;
  /** Header exactly as published. */
  readonly header: string;
  /** Name of the staged SQL column: `c0`, `c1`, … in the order of the file. */
  readonly sql: string;
  /** Second header line (the CPE files hold the department's own names there), when the file has one. */
  readonly secondHeader?: string;
};

/**
 * One published table, staged in the engine: every cell is the text of the file, nothing is guessed, trimmed or
 * dropped. `rowid` of the staged table is the order of the file, starting at 0 and possibly with gaps.
 */
export type SourceTable = {
  /** File name, with `#sheet` for a workbook of several sheets: unique among the tables read together. */
  readonly name: string;
  /** Snapshot file the table came from. */
  readonly file: string;
  /** Staged table in the engine; all columns VARCHAR, a blank cell is NULL or ''. */
  readonly sql: string;
  /** Parquet file that `sql` is a view of, for a large table; absent when `sql` is a table of the engine. */
  readonly keptAt?: string;
  readonly columns: readonly SourceColumn[];
  readonly rows: number;
  /** Data lines only: header, banner and blank lines are not counted in. */
  readonly lines: LineCount;
  readonly issues: readonly Issue[];
  /** Lines the reader refused, with their text (at most 1,000 kept; `lines.rejected` has the count). */
  readonly rejected: readonly { readonly line: number; readonly text: string; readonly why: string }[];
};
