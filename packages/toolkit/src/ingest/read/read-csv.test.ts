import { describe, expect, test } from "vitest";
import { codes, readOne } from "./testing/read-bytes.ts";

const plain = "id,race,force\n1,Black,Taser\n2,White,Baton\n3,,NULL\n";
const rows = [
  ["1", "Black", "Taser"],
  ["2", "White", "Baton"],
  ["3", "", "NULL"],
];
const names = (table: { columns: readonly { name: string }[] }): string[] => table.columns.map(({ name }) => name);

describe("a healthy file", () => {
  test("every cell is the text of the file and every line is accounted for", async () => {
    const table = await readOne(plain);
    expect(names(table)).toEqual(["id", "race", "force"]);
    expect(table.columns.map(({ sql }) => sql)).toEqual(["c0", "c1", "c2"]);
    expect(table.cells).toEqual(rows);
    expect(table.lines).toEqual({ in: 3, accepted: 3, rejected: 0 });
    expect(codes(table)).toEqual([]);
  });

  test("nothing is trimmed, typed or guessed", async () => {
    const table = await readOne('a,b,c\n  x ,007,"10:11"\nYes,1e3, 2019-01-02\nNA,null,-\n');
    expect(table.cells).toEqual([
      ["  x ", "007", "10:11"],
      ["Yes", "1e3", " 2019-01-02"],
      ["NA", "null", "-"],
    ]);
  });

  test.each([
    ["tabs", plain.replaceAll(",", "\t"), "force.tsv"],
    ["semicolons", plain.replaceAll(",", ";"), "force.csv"],
    ["pipes", plain.replaceAll(",", "|"), "force.txt"],
    ["CR LF", plain.replaceAll("\n", "\r\n"), "force.csv"],
    ["lone CR", plain.replaceAll("\n", "\r"), "force.csv"],
    ["no final line end", plain.slice(0, -1), "force.csv"],
    ["byte order mark", `\ufeff${plain}`, "force.csv"],
    ["two byte order marks", `\ufeff\ufeff${plain}`, "force.csv"],
    ["mixed line ends", "id,race,force\r\n1,Black,Taser\n2,White,Baton\r3,,NULL\n", "force.csv"],
    ["blank lines", plain.replaceAll("\n", "\n\n"), "force.csv"],
    ["a name with pattern characters", plain, "force[1]*.csv"],
  ])("%s", async (_, content, name) => {
    const table = await readOne(content, name);
    expect(names(table)).toEqual(["id", "race", "force"]);
    expect(table.cells).toEqual(rows);
    expect(table.lines.rejected).toBe(0);
  });

  test("quotes, delimiters and line ends inside cells", async () => {
    const table = await readOne('id,note,"a ""b"""\r\n1,"one, ""two""\r\nthree\nfour",x\r\n2,"",y\r\n');
    expect(names(table)).toEqual(["id", "note", 'a "b"']);
    expect(table.cells).toEqual([
      ["1", 'one, "two"\r\nthree\nfour', "x"],
      ["2", "", "y"],
    ]);
  });
});

describe("encodings", () => {
  const text = "id,nombre\n1,Peña\n2,Muñoz\n3,“curly”\n";
  const cells = [
    ["1", "Peña"],
    ["2", "Muñoz"],
    ["3", "“curly”"],
  ];
  const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
  const cp1252 = Buffer.from("id,nombre\n1,Pe\xf1a\n2,Mu\xf1oz\n3,\x93curly\x94\n", "latin1");
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-16 LE with mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 LE without mark", Buffer.from(text, "utf16le")],
    ["UTF-16 BE with mark", swapped(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["UTF-16 BE without mark", swapped(Buffer.from(text, "utf16le"))],
    ["windows-1252", cp1252],
  ])("%s", async (_, bytes) => {
    const table = await readOne(bytes);
    expect(table.cells).toEqual(cells);
    expect(table.columns[1]?.name).toBe("nombre");
  });

  test("a file of two encodings is read line by line and says so", async () => {
    const filler = Buffer.from("0,plain\n".repeat(200_000));
    const bytes = Buffer.concat([Buffer.from("id,nombre\n1,Peña\n"), filler, Buffer.from("2,Mu\xf1oz\n", "latin1")]);
    const table = await readOne(bytes);
    expect([table.cells[0], table.cells.at(-1)]).toEqual([
      ["1", "Peña"],
      ["2", "Muñoz"],
    ]);
    expect(table.lines).toEqual({ in: 200_002, accepted: 200_002, rejected: 0 });
    expect(codes(table)).toContain("encoding");
  });
});

describe("headers", () => {
  test("padded, blank and duplicate ones", async () => {
    const table = await readOne(" Date  Occurred ,,Race,Race\n2019-01-01,1,B,W\n");
    expect(names(table)).toEqual(["Date Occurred", "column 2", "Race", "Race (2)"]);
    expect(table.columns[0]?.header).toBe(" Date  Occurred ");
    expect(codes(table)).toEqual(["blank-header", "duplicate-header"]);
  });

  test("banner lines above are no data", async () => {
    const table = await readOne(
      "2016 Use of Force Data\n\nPolice Department,,\nid,race,force\n1,Black,Taser\n2,White,Baton\n",
    );
    expect(names(table)).toEqual(["id", "race", "force"]);
    expect(table.rows).toBe(2);
    expect(table.issues).toMatchObject([
      { code: "banner", count: 2, value: "2016 Use of Force Data / Police Department" },
    ]);
  });

  test("a second header is kept beside the first and is no data", async () => {
    const table = await readOne(
      "INCIDENT_DATE,SUBJECT_AGE,SUBJECT_RACE\nDate Occurred,Age,Race Desc\n1/2/2016,31,Black\n1/3/2016,25,White\n1/4/2016,40,Black\n",
    );
    expect(table.columns.map(({ secondHeader }) => secondHeader)).toEqual(["Date Occurred", "Age", "Race Desc"]);
    expect(table.rows).toBe(3);
  });

  test("a first data row with blanks and unknowns is data", async () => {
    const table = await readOne(
      "date,age,race\nunknown,unknown,Black\n1/3/2016,25,White\n1/4/2016,40,Black\n1/5/2016,40,Asian\n",
    );
    expect(table.rows).toBe(4);
    expect(table.columns[0]?.secondHeader).toBeUndefined();
  });

  test("a header that comes back among the data is taken out", async () => {
    const table = await readOne(
      "Incident Number,Officers Race,Taser\n1,Black,Yes\nIncidentNumber,OfficersRace,\n2,White,No\n",
    );
    expect(table.cells).toEqual([
      ["1", "Black", "Yes"],
      ["2", "White", "No"],
    ]);
    expect(table.issues).toMatchObject([{ code: "repeated-header", count: 1, row: 2 }]);
    expect(table.lines).toEqual({ in: 2, accepted: 2, rejected: 0 });
  });

  test("a file without a header loses no line", async () => {
    const table = await readOne("1,2016-01-02,Black\n2,2016-01-03,White\n3,2016-01-04,Black\n4,2016-01-04,White\n");
    expect(table.rows).toBe(4);
    expect(names(table)).toEqual(["column 1", "column 2", "column 3"]);
    expect(codes(table)).toEqual(["no-header"]);
  });

  test("a header without data", async () => {
    const table = await readOne("id,race,force\n");
    expect(table).toMatchObject({ rows: 0, lines: { in: 0, accepted: 0, rejected: 0 } });
    expect(codes(table)).toEqual(["no-rows"]);
  });

  test("blank rows, blank columns and totals are noted", async () => {
    const table = await readOne("race,count,note,\nBlack,10,,\n,,,\nWhite,5,,\nTotal,15,,\n");
    expect(table.cells).toEqual([
      ["Black", "10", ""],
      ["White", "5", ""],
      ["Total", "15", ""],
    ]);
    expect(names(table)).toEqual(["race", "count", "note"]);
    expect(codes(table)).toEqual(["blank-header", "blank-row", "blank-column", "total-row"]);
  });
});

describe("damaged lines", () => {
  test("too many cells: rejected and kept; too few: padded and said", async () => {
    const table = await readOne("a,b,c\n1,2,3\n1,2,3,4\n5\n6,7,8,\n");
    expect(table.cells).toEqual([
      ["1", "2", "3"],
      ["5", "", ""],
      ["6", "7", "8"],
    ]);
    expect(table.lines).toEqual({ in: 4, accepted: 3, rejected: 1 });
    expect(table.rejected).toEqual([{ line: 3, text: "1,2,3,4", why: "has 4 cells; the table has 3 columns" }]);
    expect(codes(table)).toEqual(["short-row", "rejected-line"]);
  });

  test("an unterminated quote swallows no line", async () => {
    const table = await readOne('a,b,c\n1,"x,3\n4,5,6\n7,8,9\n');
    expect(table.cells).toEqual([
      ["1", '"x', "3"],
      ["4", "5", "6"],
      ["7", "8", "9"],
    ]);
    expect(codes(table)).toEqual(["unterminated-quote"]);
  });

  test("an unterminated quote that meets another quote swallows no line", async () => {
    const table = await readOne('a,b,c\n1,"x,3\n4,5,6\n7,"8",9\n');
    expect(table.cells).toEqual([
      ["1", '"x', "3"],
      ["4", "5", "6"],
      ["7", "8", "9"],
    ]);
  });

  test("a lucky pair of quotes over whole records is taken apart in a wide table", async () => {
    const table = await readOne('a,b,c,d,e\n1,"x,3,4,5\n4,5,6,7,8\n7,8",9,1,2\n2,2,2,2,2\n');
    expect(table.rows).toBe(4);
    expect(table.cells[1]).toEqual(["4", "5", "6", "7", "8"]);
    expect(codes(table)).toEqual(["unterminated-quote"]);
  });

  test("a lucky pair of quotes in a narrow table is read by the standard and said", async () => {
    const table = await readOne('a,b,c\n1,"x,3\n4,5,6\n7,8",9\n2,2,2\n');
    expect(table.rows).toBe(2);
    expect(codes(table)).toEqual(["suspicious-quote"]);
  });

  test("text after a closing quote is kept", async () => {
    const table = await readOne('a,b\n"un"quoted,2\n3,4\n');
    expect(table.cells).toEqual([
      ['"un"quoted', "2"],
      ["3", "4"],
    ]);
    expect(codes(table)).toEqual(["unterminated-quote"]);
  });
});
