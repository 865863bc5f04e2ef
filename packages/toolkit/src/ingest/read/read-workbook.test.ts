import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { codes, readBytes, readOne } from "./testing/read-bytes.ts";
import { sheetXml, textCell, workbookParts, writeZip } from "./testing/write-zip.ts";

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe("an XLSX workbook", () => {
  test("dates, times, truth values, numbers, rich text and formulas become text", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("Force");
      sheet.addRow(["2017 Use of Force Data"]);
      sheet.addRow(["Date", "Moment", "Time", "Armed", "Share", "Note", "Total", "Zip", "Error"]);
      const row = sheet.addRow([
        new Date(Date.UTC(2017, 2, 9)),
        new Date(Date.UTC(2017, 2, 9, 17, 5)),
        0.5,
        true,
        0.1 + 0.2,
        { richText: [{ text: "two " }, { font: { bold: true }, text: "parts" }] },
        { formula: "1+1", result: 2 },
        "02134",
        { error: "#N/A" },
      ]);
      row.getCell(2).numFmt = "yyyy-mm-dd hh:mm";
      row.getCell(3).numFmt = "h:mm AM/PM";
      sheet.addRow(["x", "y", "z", false, 12, "line\nbreak", { formula: "A1" }, "1", "-"]);
    });
    const table = await readOne(bytes, "force.xlsx");
    expect(table.cells).toEqual([
      [
        "2017-03-09",
        "2017-03-09 17:05:00",
        "12:00:00",
        "TRUE",
        "0.30000000000000004",
        "two parts",
        "2",
        "02134",
        "#N/A",
      ],
      ["x", "y", "z", "FALSE", "12", "line\nbreak", "", "1", "-"],
    ]);
    expect(codes(table)).toEqual(["formula-cell", "formula-without-result", "error-cell", "banner"]);
    expect(table.lines).toEqual({ in: 2, accepted: 2, rejected: 0 });
  });

  test("each sheet with a table is read; hidden, empty and one-column sheets are named", async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet("2016").addRows([
        ["id", "race"],
        ["1", "Black"],
      ]);
      book.addWorksheet("Notes").addRows([["Read me"], ["Thanks"]]);
      book.addWorksheet("Empty");
      book.addWorksheet("2017").addRows([
        ["id", "race"],
        ["2", "White"],
        ["3", "White"],
      ]);
      book.addWorksheet("Codes", { state: "hidden" }).addRows([
        ["code", "title"],
        ["B", "Black"],
      ]);
    });
    const tables = await readBytes(bytes, "force.xlsx");
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ["force.xlsx#2016", 1],
      ["force.xlsx#2017", 2],
    ]);
    const skipped = tables[0]?.issues.map(({ code, value }) => [code, value]);
    expect(skipped).toEqual([
      ["hidden-sheet", "Codes"],
      ["skipped-sheet", "Notes"],
      ["skipped-sheet", "Empty"],
    ]);
  });

  test("rows that end early and cells without a reference keep their columns", async () => {
    const sheet = sheetXml(
      `${textCell("A1", "a")}${textCell("B1", "b")}${textCell("C1", "c")}`,
      `${textCell("C2", "3")}`,
      '<c t="n"><v>1</v></c><c t="b"><v>1</v></c>',
      '<c r="A4" t="str"><f>X</f><v>t &amp; &lt;u&gt;</v></c>',
    );
    const table = await readOne(writeZip(workbookParts(sheet)), "force.xlsx");
    expect(table.cells).toEqual([
      ["", "", "3"],
      ["1", "TRUE", ""],
      ["t & <u>", "", ""],
    ]);
  });

  test("a workbook called .csv is read as what it is", async () => {
    const bytes = await workbook((book) =>
      book.addWorksheet("s").addRows([
        ["id", "race"],
        ["1", "Black"],
      ]),
    );
    expect((await readOne(bytes, "force.csv")).cells).toEqual([["1", "Black"]]);
  });
});

describe("a legacy XLS workbook", () => {
  test("is read like an XLSX one", async () => {
    const { utils, write } = await import("@e965/xlsx");
    const sheet = utils.aoa_to_sheet([
      ["2014 Use of Force Data"],
      ["Date", "Armed", "Age", "Note"],
      [42803, true, 31, " x "],
      [1, false, "", "y"],
    ]);
    const date = sheet.A3;
    if (date) date.z = "m/d/yy";
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "Force");
    const bytes: Buffer = write(book, { type: "buffer", bookType: "biff8" });
    const table = await readOne(bytes, "force.xls");
    expect(table.cells).toEqual([
      ["2017-03-09", "TRUE", "31", " x "],
      ["1", "FALSE", "", "y"],
    ]);
    expect(codes(table)).toEqual(["banner"]);
  });
});
