import { expect, test } from "vitest";
import { splitCells, splitDamagedLine } from "./split-cells.ts";

// RFC 4180, section 2, items 5 to 7, and the spaces around quotes that DuckDB lets pass.
test.each([
  ['1,"a ""b""",2', ["1", 'a "b"', "2"]],
  ['"aaa","b,bb","ccc"', ["aaa", "b,bb", "ccc"]],
  ["", [""]],
  [",", ["", ""]],
  ['"",""', ["", ""]],
  ['1, "a" ,2', ["1", "a", "2"]],
  ['a"b, c ', ['a"b', " c "]],
])("splitCells %j", (line, cells) => {
  expect(splitCells(line, ",")).toEqual({ cells, field: "", state: "done" });
});

test("splitCells goes on with the next line of an open record", () => {
  const open = splitCells('1,"a', ",");
  expect(open.state).toBe("open");
  expect(splitCells('b",2', ",", { ...open, field: `${open.field}\n` })).toMatchObject({
    cells: ["1", "a\nb", "2"],
    state: "done",
  });
});

test("splitCells says that text follows a closing quote", () => {
  expect(splitCells('"a"b,2', ",").state).toBe("damaged");
});

test.each([
  ['1,"x,3', ["1", '"x', "3"]],
  ['"a"b,"c,d",e"', ['"a"b', "c,d", 'e"']],
  ['"', ['"']],
])("splitDamagedLine %j", (line, cells) => {
  expect(splitDamagedLine(line, ",")).toEqual(cells);
});
