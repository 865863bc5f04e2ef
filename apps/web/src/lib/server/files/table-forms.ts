import type { Release } from "@evenhand/standard";
import { mostSheetRows } from "./write-workbook.ts";

/** Longer tables are given as Parquet only. */
export const mostCsvRows = 5_000_000;

/** Rows of all sheets together; a million take most of a minute to make. */
export const mostWorkbookRows = 1_000_000;

/** Why a release cannot be had as one workbook: a sheet, or all sheets together, would be too long. */
export type WorkbookLimit = "sheet" | "workbook";

/** Whether a table of so many rows is given as CSV. */
export const isGivenAsCsv = (rows: number): boolean => rows <= mostCsvRows;

/** What forbids a workbook of the release's tables; undefined when nothing does. */
export function workbookLimit({ tables }: Pick<Release, "tables">): WorkbookLimit | undefined {
  const rows = Object.values(tables);
  if (rows.some((count) => count > mostSheetRows)) return "sheet";
  return rows.reduce((sum, count) => sum + count, 0) > mostWorkbookRows ? "workbook" : undefined;
}
