import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openEngine } from "../../release/engine.ts";
import { readSources } from "./read-sources.ts";
import { codes, readBytes, readOne } from "./testing/read-bytes.ts";
import { sheetXml, textCell, workbookParts, writeZip } from "./testing/write-zip.ts";

const header = `${textCell("A1", "id")}${textCell("B1", "race")}`;
const row = `${textCell("A2", "1")}${textCell("B2", "Black")}`;
const sheet = sheetXml(header, row);
const ole = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(1024),
    Buffer.from(name, "utf16le"),
    Buffer.alloc(1024),
  ]);
const html = "<!DOCTYPE html><html><body><form action='/login'>Log in</form></body></html>";
const csv = `id,race\n${"1,Black\n".repeat(5000)}`;
const manyNames = Array.from({ length: 20_000 }, (_, index) => `column${index}`).join(",");

const refused: readonly (readonly [what: string, file: string, content: () => string | Uint8Array, code: string])[] = [
  ["an empty file", "a.csv", () => "", "empty-file"],
  ["blank lines alone", "a.csv", () => "\n\n  \n", "not-a-table"],
  ["binary as .csv", "a.csv", () => randomBytes(50_000), "not-a-table"],
  ["a PDF as .csv", "a.csv", () => "%PDF-1.7\n1 0 obj", "not-a-table"],
  ["a picture as .xlsx", "a.xlsx", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "not-a-table"],
  ["a log-in page as .csv", "a.csv", () => html, "web-page"],
  ["HTML as .xls", "a.xls", () => "<html><table><tr><td>1</td></tr></table></html>", "web-page"],
  ["20,000 columns", "a.csv", () => `${manyNames}\n1,2,3\n`, "too-many-columns"],
  ["a cut-off gzip", "a.csv.gz", () => gzipSync(csv).subarray(0, 60), "truncated"],
  ["a gzip bomb", "a.csv.gz", () => gzipSync(Buffer.alloc(64 * 2 ** 20, "1,2\n")), "zip-bomb"],
  ["a gzip in a gzip", "a.csv.gz", () => gzipSync(gzipSync(csv)), "zip-bomb"],
  ["a zip of CSV files", "a.zip", () => writeZip([{ name: "force.csv", content: csv }]), "zip-archive"],
  [
    "a Word document as .xlsx",
    "a.xlsx",
    () => writeZip([{ name: "word/document.xml", content: "<w/>" }]),
    "not-a-table",
  ],
  ["a cut-off workbook", "a.xlsx", () => writeZip(workbookParts(sheet)).subarray(0, 400), "damaged-zip"],
  ["a zip bomb as workbook", "a.xlsx", () => writeZip(workbookParts(Buffer.alloc(40 * 2 ** 20, " "))), "zip-bomb"],
  [
    "a part that leads out",
    "a.xlsx",
    () => writeZip([...workbookParts(sheet), { name: "../../x", content: "x" }]),
    "zip-path",
  ],
  [
    "a part at the root",
    "a.xlsx",
    () => writeZip([...workbookParts(sheet), { name: "/etc/x", content: "x" }]),
    "zip-path",
  ],
  ["a sheet that declares 4 GB", "a.xlsx", () => writeZip(workbookParts(sheet, 0xf0000000)), "zip-bomb"],
  ["a sheet larger than it declares", "a.xlsx", () => writeZip(workbookParts(sheet.padEnd(9000), 500)), "damaged-zip"],
  ["a part twice", "a.xlsx", () => writeZip([...workbookParts(sheet), ...workbookParts(sheet)]), "zip-bomb"],
  [
    "entities that expand",
    "a.xlsx",
    () => writeZip(workbookParts(`<!DOCTYPE x [<!ENTITY a "b">]>${sheet}`)),
    "damaged-workbook",
  ],
  [
    "text in the last column of Excel",
    "a.xlsx",
    () => writeZip(workbookParts(sheetXml(header, textCell("XFD2", "x")))),
    "too-many-columns",
  ],
  ["an encrypted workbook", "a.xlsx", () => ole("EncryptedPackage"), "encrypted"],
  ["a legacy Word document", "a.xls", () => ole("WordDocument"), "not-a-table"],
  ["a damaged legacy workbook", "a.xls", () => ole("Workbook"), "damaged-workbook"],
  ["a damaged Parquet file", "a.parquet", () => "PAR1 and nothing else PAR1", "damaged-parquet"],
  ["one line without end", "a.csv", () => `a,b\n${"x".repeat(20 * 2 ** 20)}`, "line-too-long"],
];

describe("a hostile or mistaken file is refused in plain words", () => {
  test.each(refused)("%s", { timeout: 20_000 }, async (_, file, content, code) => {
    const before = process.memoryUsage().rss;
    const error: unknown = await readBytes(content(), file).then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(error).toMatchObject({ name: "InputError", code, file });
    expect((error as Error).message).toContain(file);
    expect((error as Error).message).toMatch(/\. [A-Z].*\.$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 2 ** 20);
  });

  test("a missing file and a folder", async () => {
    const engine = await openEngine();
    const folder = await mkdtemp(join(tmpdir(), "evenhand-test-"));
    await expect(readSources(engine, [join(folder, "none.csv")])).rejects.toMatchObject({ code: "missing-file" });
    await expect(readSources(engine, [folder])).rejects.toMatchObject({ code: "directory" });
    engine.close();
    await rm(folder, { recursive: true });
  });

  test.each([
    ["a.csv", { fileBytes: 100 }, "too-large"],
    ["a.csv", { columns: 1 }, "too-many-columns"],
  ])("%s beyond %o", async (file, limits, code) => {
    await expect(readBytes(csv, file, limits)).rejects.toMatchObject({ code });
  });

  test("a reading that the person stops goes no further", async () => {
    const folder = await mkdtemp(join(tmpdir(), "evenhand-test-"));
    const stop = new AbortController();
    const engine = await openEngine({ signal: stop.signal });
    const path = join(folder, "a.csv");
    await writeFile(path, `id,race\n${"1,Black\n".repeat(1_500_000)}`);
    setTimeout(() => stop.abort(), 60);
    await expect(readSources(engine, [path])).rejects.toThrow(/interrupt|abort/i);
    expect(await readdir(folder)).toEqual(["a.csv"]);
    engine.close();
    await rm(folder, { recursive: true });
  });

  test("a file that takes longer than allowed", async () => {
    const long = `id,race\n${"1,Black\n".repeat(1_500_000)}`;
    await expect(readBytes(long, "a.csv", { seconds: 0.02 })).rejects.toMatchObject({
      code: "too-slow",
      file: "a.csv",
    });
  });

  test.each([
    [{ rows: 1 }, "too-many-rows"],
    [{ workbookBytes: 100 }, "too-large"],
    [{ sheets: 0 }, "too-many-sheets"],
    [{ cellLength: 400 }, "too-many-characters"],
  ])("a workbook beyond %o", async (limits, code) => {
    const bytes = writeZip(workbookParts(sheetXml(header, row, textCell("A3", "x".repeat(500)))));
    await expect(readBytes(bytes, "a.xlsx", limits)).rejects.toMatchObject({ code });
  });
});

describe("an odd file is read and says what is odd", () => {
  test("NUL bytes stay in the cell", async () => {
    expect((await readOne("a,b\n1,x\0y\n2,z\n")).cells).toEqual([
      ["1", "x\0y"],
      ["2", "z"],
    ]);
  });

  test("a cell of one megabyte", async () => {
    const long = "word ".repeat(210_000);
    const table = await readOne(`a,b\n1,"${long}"\n2,x\n`);
    expect(table.cells.map(([, note]) => note?.length)).toEqual([long.length, 1]);
  });

  test("a cell of three megabytes, longer than DuckDB's own bound for a line", async () => {
    const table = await readOne(`a,b\n1,${"é".repeat(1_500_000)}\n2,x\n`);
    expect(table.cells.map(([, note]) => note?.length)).toEqual([1_500_000, 1]);
  });

  test("a cell over the bound is rejected and kept", async () => {
    const table = await readOne(`a,b\n1,${"x".repeat(3000)}\n2,x\n3,"un"quoted\n`, "a.csv", { cellLength: 2000 });
    expect(table.lines).toEqual({ in: 3, accepted: 2, rejected: 1 });
    expect(table.rejected[0]).toMatchObject({ line: 2, why: "has a cell of over 2,000 characters" });
  });

  test("a sheet that declares a million rows and 16,384 columns", async () => {
    const huge = sheet
      .replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
      .replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>');
    expect((await readOne(writeZip(workbookParts(huge)), "a.xlsx")).cells).toEqual([["1", "Black"]]);
  });

  test("formula cells are read by their result", async () => {
    const cells = `${textCell("A2", "1")}<c r="B2" t="str"><f>HYPERLINK("http://x","y")</f><v>y</v></c>`;
    const table = await readOne(writeZip(workbookParts(sheetXml(header, cells))), "a.xlsx");
    expect(table.cells).toEqual([["1", "y"]]);
    expect(codes(table)).toEqual(["formula-cell"]);
  });

  test("a quote that is never closed, in a long file", async () => {
    const table = await readOne(`id,race,note\n1,Black,"hit\n${"2,White,none\n".repeat(20_000)}`);
    expect(table.lines).toEqual({ in: 20_001, accepted: 20_001, rejected: 0 });
    expect(table.issues).toMatchObject([{ code: "unterminated-quote", count: 1 }]);
  });

  test("a quote at the end of every line", async () => {
    const table = await readOne(`id,race,note\n${'1,Black,"hit\n'.repeat(5001)}`);
    expect(table.lines).toEqual({ in: 5001, accepted: 5001, rejected: 0 });
  });

  test("a packed CSV", async () => {
    expect(await readOne(gzipSync(csv), "a.csv.gz")).toMatchObject({ name: "a.csv.gz", rows: 5000 });
  });
});
