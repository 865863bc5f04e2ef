/** Bounds within which a file is read; beyond them the reader stops with an `InputError` that names the bound. */
export type ReadLimits = {
  /** Size of a CSV, JSON or Parquet file, and of a gzip file as published. */
  readonly fileBytes: number;
  /** Size of an Excel workbook, which other programs than DuckDB must read. */
  readonly workbookBytes: number;
  /** Size of a legacy XLS workbook, which has to be read whole. */
  readonly legacyBytes: number;
  /** Size of all parts of a workbook together after inflating. */
  readonly workbookInflatedBytes: number;
  /** Size of a gzip file after inflating. */
  readonly inflatedBytes: number;
  /** How many times larger than its packed size a gzip file or workbook part of over 16 MB may become. */
  readonly inflatedRatio: number;
  readonly columns: number;
  /** Length of one cell, in characters. */
  readonly cellLength: number;
  readonly sheets: number;
  /** Rows of one sheet or JSON file; CSV and Parquet have no bound on rows. */
  readonly rows: number;
  /** Levels of a JSON record. */
  readonly depth: number;
  /** Time for one file. */
  readonly seconds: number;
};

/** Wide enough for a state's whole records, narrow enough that a hostile file cannot fill a disk. */
export const defaultLimits: ReadLimits = {
  fileBytes: 16 * 2 ** 30,
  workbookBytes: 256 * 2 ** 20,
  legacyBytes: 64 * 2 ** 20,
  workbookInflatedBytes: 2 * 2 ** 30,
  inflatedBytes: 8 * 2 ** 30,
  inflatedRatio: 500,
  columns: 2_000,
  cellLength: 4 * 2 ** 20,
  sheets: 100,
  rows: 2_000_000,
  depth: 64,
  seconds: 1_800,
};
