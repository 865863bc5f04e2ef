import { expect, test } from "vitest";
import { parseCsv } from "./parse-csv.ts";

test("quoted cells keep commas, line ends and doubled quotation marks", () => {
  expect(parseCsv('a,b\r\n1,"x, ""y""\nz"\n,last\n')).toEqual([
    { a: "1", b: 'x, "y"\nz' },
    { a: "", b: "last" },
  ]);
});
