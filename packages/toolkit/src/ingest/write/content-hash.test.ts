import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, literal, openEngine } from "../../release/engine.ts";
import { releaseHash, tableContent } from "./content-hash.ts";

let engine: Engine;
const folder = mkdtempSync(join(tmpdir(), "evenhand-test-"));
beforeAll(async () => {
  engine = await openEngine({ threads: 2 });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

type Cells = readonly [string | null, string | null];
const sqlOf = (rows: readonly Cells[]) =>
  `(SELECT * FROM (VALUES ${rows.map((row) => `(${row.map((cell) => (cell === null ? "NULL::VARCHAR" : literal(cell))).join(", ")})`).join(", ")}) AS t(a, b))`;
const sumOf = async (rows: readonly Cells[]) => (await tableContent(engine, "persons", { relation: sqlOf(rows) })).sum;

const cell = fc.option(fc.constantFrom("", "black", "white", "1", "a|b"), { nil: null });
const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });

describe("tableContent", () => {
  test("is the same in any order of the rows", async () => {
    const orders = table.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([rows, other]) => {
        expect(await sumOf(other)).toBe(await sumOf(rows));
      }),
      { numRuns: 40 },
    );
  });

  test("changes when one cell changes, when a row is repeated, and when values swap columns", async () => {
    const rows: Cells[] = [
      ["black", "man"],
      ["white", "woman"],
    ];
    const sums = [
      rows,
      [
        ["black", "man"],
        ["white", "man"],
      ],
      [...rows, ["black", "man"]],
      [
        ["man", "black"],
        ["white", "woman"],
      ],
    ] as const;
    expect(new Set(await Promise.all(sums.map((list) => sumOf(list)))).size).toBe(4);
  });

  test("is the same from one Parquet file, from several and from the table", async () => {
    await engine.run("CREATE TABLE many AS SELECT i AS id, 'row ' || (i % 7) AS word FROM range(5000) AS r(i)");
    const path = (name: string) => literal(join(folder, name));
    await engine.run(`COPY many TO ${path("one.parquet")} (FORMAT parquet)`);
    await engine.run(
      `COPY (SELECT * FROM many WHERE id < 3000) TO ${path("part-1.parquet")} (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
    );
    await engine.run(
      `COPY (SELECT * FROM many WHERE id >= 3000 ORDER BY id DESC) TO ${path("part-2.parquet")} (FORMAT parquet)`,
    );
    const contents = await Promise.all(
      ["many", `read_parquet(${path("one.parquet")})`, `read_parquet(${path("part-*.parquet")})`].map((from) =>
        tableContent(engine, "force", { relation: from }),
      ),
    );
    const file = join(folder, "one.parquet");
    contents.push(await tableContent(engine, "force", { relation: `read_parquet(${literal(file)})`, file }));
    expect(contents.map(({ rows }) => rows)).toEqual([5000, 5000, 5000, 5000]);
    expect(new Set(contents.map(({ sum }) => sum)).size).toBe(1);
  });

  test("is the same where the file tells which columns are empty, in part empty or full", async () => {
    await engine.run(
      "CREATE TABLE gaps AS SELECT i::UBIGINT AS id, CASE WHEN i > 7 THEN i END AS part, NULL::DATE AS day, NULL::VARCHAR AS word, CASE WHEN i % 2 = 0 THEN 'w' END AS half FROM range(9) AS r(i)",
    );
    const file = join(folder, "gaps.parquet");
    await engine.run(`COPY gaps TO ${literal(file)} (FORMAT parquet)`);
    const asked = await tableContent(engine, "force", { relation: `read_parquet(${literal(file)})` });
    expect(await tableContent(engine, "force", { relation: `read_parquet(${literal(file)})`, file })).toEqual(asked);
    expect(asked.rows).toBe(9);
  });

  test.each(["not_recorded", "", "Peña Ñandú", "a\\\\b \\x41 “x”\\n\\t", "long ".repeat(400), "é".repeat(300)])(
    "is the same where the file tells that every row has one text (%#)",
    async (text) => {
      const words = `SELECT i AS id, ${literal(text)} AS word, CAST('w' AS ENUM ('v', 'w')) AS code, 1.5 AS place, i % 2 = 3 AS flag FROM range(5000) AS r(i)`;
      const file = join(folder, "one-text.parquet");
      await engine.run(`COPY (${words}) TO ${literal(file)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
      const relation = `read_parquet(${literal(file)})`;
      expect(await tableContent(engine, "force", { relation, file })).toEqual(
        await tableContent(engine, "force", { relation }),
      );
    },
  );

  test("an empty table has no rows and sum 0", async () => {
    expect(await tableContent(engine, "force", { relation: "(SELECT 1 AS a WHERE FALSE)" })).toEqual({
      table: "force",
      rows: 0,
      sum: "0",
    });
  });

  test("an empty text and no value are different content", async () => {
    expect(await sumOf([["", "x"]])).not.toBe(await sumOf([[null, "x"]]));
  });
});

describe("releaseHash", () => {
  const persons = { table: "persons", rows: 2, sum: "11" } as const;
  const force = { table: "force", rows: 3, sum: "12" } as const;

  test("does not depend on the order of the tables", () => {
    expect(releaseHash([persons, force])).toBe(releaseHash([force, persons]));
    expect(releaseHash([persons, force])).toMatch(/^[0-9a-f]{64}$/);
  });

  test("depends on every table, its rows and its sum", () => {
    const others = [
      [persons],
      [persons, { ...force, rows: 4 }],
      [persons, { ...force, sum: "13" }],
      [{ ...persons, table: "officers" as const }, force],
    ];
    expect(new Set([[persons, force], ...others].map(releaseHash)).size).toBe(5);
  });

  test("is the sha256 of a text that anyone can write down", () => {
    // printf 'persons 2 11\n' | sha256sum
    expect(releaseHash([persons])).toBe("95b9b59479275895ae401481f4865ac7b0a2677dbfa6160e1e0476834ee3f6fb");
  });
});
