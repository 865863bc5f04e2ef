import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "./parse-csv.ts";

test("parseCsv reads quotes, commas and empty cells", () => {
  expect(parseCsv('a,b\n"x, ""y""",\n')).toEqual([{ a: 'x, "y"', b: "" }]);
});

test("parseCsv refuses a row of another width", () => {
  expect(() => parseCsv("a,b\n1\n")).toThrow("invalid row 1; 2 cells expected: 1");
});

test("parseCsv reads back whatever is written with every cell quoted", () => {
  const cell = fc.string().map((text) => text.replaceAll("\r", ""));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const csv = `a,b\n${rows.map((row) => `${row.map(quote).join(",")}\n`).join("")}`;
      expect(parseCsv(csv)).toEqual(rows.map(([a, b]) => ({ a, b })));
    }),
  );
});
