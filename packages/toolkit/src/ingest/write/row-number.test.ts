import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import { type FilledColumn, rowNumber } from "./row-number.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
});
afterAll(() => engine.close());

const columns: readonly FilledColumn[] = [
  { name: "id", type: "UBIGINT", isFilled: true },
  { name: "other", type: "UBIGINT", isFilled: true },
  { name: "day", type: "DATE", isFilled: true },
  { name: "hour", type: "SMALLINT", isFilled: true },
  { name: "word", type: "VARCHAR", isFilled: true },
  { name: "place", type: "DOUBLE", isFilled: true },
];

async function numbers(rows: readonly string[], asked = columns): Promise<readonly string[]> {
  const values = `(VALUES ${rows.map((row) => `(${row})`).join(", ")}) AS t(id, other, day, hour, word, place)`;
  const typed = asked.map(({ name, type }) => `CAST(${name} AS ${type}) AS ${name}`).join(", ");
  const found = await engine.rows<{ number: string }>(
    `SELECT CAST(number AS VARCHAR) AS number FROM ${rowNumber(asked, `(SELECT ${typed} FROM ${values})`)}`,
  );
  return found.map(({ number }) => number);
}

const row = "1, 2, '2020-01-01', 3, 'a', 0.5";

test("every changed cell, every value taken away and every swap of columns changes the number", async () => {
  const changed = [
    "3, 2, '2020-01-01', 3, 'a', 0.5",
    "2, 1, '2020-01-01', 3, 'a', 0.5",
    "4294967297, 2, '2020-01-01', 3, 'a', 0.5",
    "1, 2, '2020-01-02', 3, 'a', 0.5",
    "1, 2, '1969-12-31', 3, 'a', 0.5",
    "1, 2, '2020-01-01', -3, 'a', 0.5",
    "1, 2, '2020-01-01', 3, 'b', 0.5",
    "1, 2, '2020-01-01', 3, '', 0.5",
    "1, 2, '2020-01-01', 3, 'a', -0.5",
    "NULL, 2, '2020-01-01', 3, 'a', 0.5",
    "0, 2, '2020-01-01', 3, 'a', 0.5",
    "1, 2, NULL, 3, 'a', 0.5",
    "1, 2, '2020-01-01', NULL, 'a', 0.5",
    "1, 2, '2020-01-01', 3, NULL, 0.5",
    "1, 2, '2020-01-01', 3, 'a', NULL",
  ];
  expect(new Set(await numbers([row, ...changed])).size).toBe(changed.length + 1);
});

test("values that change places between two rows change the sum", async () => {
  const sum = (list: readonly string[]) => list.reduce((total, number) => total + BigInt(number), 0n);
  const before = await numbers([row, "7, 8, '2021-05-05', 9, 'z', 1.5"]);
  const after = await numbers(["1, 2, '2020-01-01', 3, 'z', 0.5", "7, 8, '2021-05-05', 9, 'a', 1.5"]);
  expect(sum(after)).not.toBe(sum(before));
});

test("a column known to be empty gives the same number as one that is looked at", async () => {
  const empty = ["1, 2, NULL, 3, NULL, NULL", "5, 6, NULL, 7, NULL, NULL"];
  const known = columns.map((column) => ({ ...column, isFilled: !["day", "word", "place"].includes(column.name) }));
  expect(await numbers(empty, known)).toEqual(await numbers(empty));
});

test("columns known to be full give the same number as ones that are looked at", async () => {
  const full = columns.map((column) => ({ ...column, isComplete: true }));
  expect(await numbers([row], full)).toEqual(await numbers([row]));
});

test("a column known to have one text in every row gives the same number as one that is looked at", async () => {
  const known = columns.map((column) => (column.name === "word" ? { ...column, constant: "a" } : column));
  expect(await numbers([row], known)).toEqual(await numbers([row]));
});

test("the number of a row is the same on every machine and in every version", async () => {
  expect(await numbers([row])).toEqual(["6362291823732665914"]);
});
