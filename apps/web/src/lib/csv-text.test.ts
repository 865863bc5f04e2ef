import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

test("csvText quotes what must be quoted and disarms formulas", () => {
  expect(
    csvText([
      ["a", 1.5, -2],
      ['say "x", y', "=1+1", "two\nlines"],
    ]),
  ).toBe('a,1.5,-2\r\n"say ""x"", y",\'=1+1,"two\nlines"\r\n');
});
