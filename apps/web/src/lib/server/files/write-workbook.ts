import { setImmediate as breathe } from "node:timers/promises";
import { type ConfinedEngine, openConfinedEngine } from "@evenhand/toolkit/release/confined-engine";
import { identifier } from "@evenhand/toolkit/release/engine";
import excel from "exceljs";
import { tableColumns, tableSource } from "./table-columns.ts";

const limits = { timeLimitSeconds: 300, memoryLimit: "300MB", threads: 1 } as const;

/** Other requests are served after so many rows. */
const rowsAtOnce = 256;

/** A spreadsheet's sheet holds 1,048,576 rows, one of which is the line of names. */
export const mostSheetRows = 1_048_575;

/**
 * Writes the tables of a release as one workbook, a sheet each, some thousand rows at a time. Texts stay texts: nothing
 * in a cell is a formula.
 *
 * @throws RangeError when a table has more rows than a sheet can hold
 */
export async function writeWorkbook(folder: string, tables: readonly string[], path: string): Promise<void> {
  const engine = await openConfinedEngine(folder, limits);
  try {
    const workbook = new excel.stream.xlsx.WorkbookWriter({
      filename: path,
      useSharedStrings: false,
      useStyles: false,
    });
    for (const table of tables) await writeSheet(workbook, engine, { folder, table });
    await workbook.commit();
  } finally {
    await engine.close();
  }
}

async function writeSheet(
  workbook: InstanceType<typeof excel.stream.xlsx.WorkbookWriter>,
  engine: ConfinedEngine,
  { folder, table }: { readonly folder: string; readonly table: string },
): Promise<void> {
  const columns = await tableColumns(engine, folder, table);
  const sheet = workbook.addWorksheet(table.slice(0, 31), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow(columns.map(({ name }) => name)).commit();
  const values = columns.map(({ name, isNumber }) => `CAST(${identifier(name)} AS ${isNumber ? "DOUBLE" : "VARCHAR"})`);
  let written = 0;
  for await (const rows of engine.batches(`SELECT ${values.join(", ")} FROM ${tableSource(folder, table)}`)) {
    written += rows.length;
    if (written > mostSheetRows) throw new RangeError(`invalid table; over ${mostSheetRows} rows: ${table}`);
    for (const [index, row] of rows.entries()) {
      sheet.addRow(row).commit();
      if (index % rowsAtOnce === 0) await breathe();
    }
  }
  sheet.commit();
}
