import { expect, test } from "vitest";
import { excelDate, isDateFormat } from "./excel-date.ts";

// Dates and serial numbers of ECMA-376 part 1, 18.17.4.1 and .2, and of Excel's own DATEVALUE page.
test.each([
  [42438.5, false, "2016-03-09 12:00:00"],
  [39448, false, "2008-01-01"],
  [40729, false, "2011-07-05"],
  [39267, true, "2011-07-05"],
  [0.999988425925926, false, "23:59:59"],
  [59, false, "1900-02-28"],
  [1, false, "1900-01-01"],
  [2_958_465, false, "9999-12-31"],
])("excelDate %d (1904: %s) is %s", (serial, startsIn1904, text) => {
  expect(excelDate(serial, startsIn1904)).toBe(text);
});

test("a number that is no day of Excel is no date", () => {
  expect(excelDate(-1)).toBeUndefined();
  expect(excelDate(2_958_466)).toBeUndefined();
  expect(excelDate(Number.NaN)).toBeUndefined();
});

test.each([
  [14, undefined, true],
  [0, undefined, false],
  [164, "m/d/yyyy h:mm AM/PM", true],
  [165, "[$-409]mmm\\-yy;@", true],
  [166, "[h]:mm:ss", true],
  [167, "General", false],
  [168, '#,##0 "days"', false],
  [169, "0.00%", false],
  [170, "[Red]0", false],
  [171, "mm:ss.0", true],
])("isDateFormat %d %s is %s", (id, code, shows) => {
  expect(isDateFormat(id, code)).toBe(shows);
});
