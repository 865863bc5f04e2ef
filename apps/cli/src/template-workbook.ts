import type { TemplateColumn, TemplateTable } from "@evenhand/standard";
import excel from "exceljs";

/** Rows of a table that offer the list of codes to choose from. */
const preparedRows = 1000;

/** A sheet's name of at most 31 letters, as spreadsheets want it. */
const sheetName = (name: string): string => name.slice(0, 31);

/**
 * One workbook with a sheet per table: headers in row 1 with what to enter as a note, and for coded columns a list to
 * choose from (columns that take several codes are not restricted: the codes are on the sheet `codes`).
 */
export async function templateWorkbook(tables: readonly TemplateTable[]): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  const sheets = tables.map((table) =>
    workbook.addWorksheet(sheetName(table.name), { views: [{ state: "frozen", ySplit: 1 }] }),
  );
  const codes = workbook.addWorksheet("codes");
  let listColumn = 0;
  const listCodes = (column: TemplateColumn, header: string): string => {
    listColumn += 1;
    const letters = codes.getColumn(listColumn).letter;
    codes.getCell(1, listColumn).value = header;
    (column.codes ?? []).forEach(({ code }, index) => {
      codes.getCell(index + 2, listColumn).value = code;
    });
    return `codes!$${letters}$2:$${letters}$${(column.codes?.length ?? 0) + 1}`;
  };

  tables.forEach((table, tableIndex) => {
    const sheet = sheets[tableIndex];
    table.columns.forEach((column, index) => {
      if (!sheet) return;
      const cell = sheet.getCell(1, index + 1);
      cell.value = column.header;
      cell.font = { bold: column.required };
      cell.note = column.note;
      sheet.getColumn(index + 1).width = Math.max(12, column.header.length + 2);
      if (!column.codes) return;
      const range = listCodes(column, `${table.name}.${column.header}`);
      if (column.multiple) return;
      for (let row = 2; row <= preparedRows; row++) {
        sheet.getCell(row, index + 1).dataValidation = { type: "list", allowBlank: true, formulae: [range] };
      }
    });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
