import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import type { TableMapping } from "../mapping/mapping.ts";
import { beginningPlainly, plainlyFilled, rememberPlain } from "../read/plain-cells.ts";
import type { SourceTable } from "../read/source-table.ts";
import { filledText } from "./filled-text.ts";
import { plainKeyColumns } from "./plain-key-columns.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const mapping: TableMapping = {
  tables: ["force.csv"],
  grain: "report",
  keys: { incident: ["Incident"], report: ["Report"] },
  columns: [],
};

async function staged(rows: number, lastReport: string): Promise<SourceTable> {
  await engine.run(
    `CREATE OR REPLACE TABLE source_0 AS SELECT 'I' || i AS c0, CASE WHEN i = ${rows - 1} THEN '${lastReport}' ELSE 'R' || i END AS c1 FROM range(${rows}) AS r(i)`,
  );
  const columns = ["Incident", "Report"].map((name, index) => ({ name, header: name, sql: `c${index}` }));
  const lines = { in: rows, accepted: rows, rejected: 0 };
  return { name: "force.csv", file: "force.csv", sql: "source_0", columns, rows, lines, issues: [], rejected: [] };
}

test("names the key columns of a large table whose cells need no trimming and are no blank words", async () => {
  const both = new Set(["Incident", "Report"]);
  expect(await plainKeyColumns(engine, mapping, [await staged(120_000, "R7")])).toEqual({
    plain: both,
    complete: both,
  });
});

test.each(["R7 ", " R7", "N/A", "unknown", ""])("leaves out a column with one cell “%s”", async (cell) => {
  const one = new Set(["Incident"]);
  expect(await plainKeyColumns(engine, mapping, [await staged(120_000, cell)])).toEqual({ plain: one, complete: one });
});

test("a column with an empty cell is plain but not complete, and neither is one that a table of several lacks", async () => {
  const table = await staged(120_000, "R7");
  await engine.run("UPDATE source_0 SET c1 = NULL WHERE c1 = 'R7'");
  const found = { plain: new Set(["Incident", "Report"]), complete: new Set(["Incident"]) };
  expect(await plainKeyColumns(engine, mapping, [table])).toEqual(found);
  const narrow = { ...table, columns: table.columns.slice(0, 1) };
  expect(await plainKeyColumns(engine, mapping, [await staged(120_000, "R7"), narrow])).toEqual(found);
});

test("what is remembered of a kept file is not asked again, what is not is", async () => {
  const table = { ...(await staged(120_000, "R7")), keptAt: "rows-0.parquet" };
  await rememberPlain(engine, table, new Map([["c1", { isPlain: true, isComplete: false }]]));
  const found = { plain: new Set(["Incident", "Report"]), complete: new Set(["Incident"]) };
  expect(await plainKeyColumns(engine, mapping, [table])).toEqual(found);
  const other = { ...table, keptAt: "rows-1.parquet" };
  expect((await plainKeyColumns(engine, mapping, [other])).complete).toEqual(new Set(["Incident", "Report"]));
});

test.each([
  ["A1", "M9", true],
  ["0", "9é", true],
  ["P1", "T", true],
  ["M", "P1", false],
  ["a", "b", false],
  ["", "A", false],
])("cells from “%s” to “%s” begin plainly: %s", async (least, greatest, isPlain) => {
  const folder = await mkdtemp(join(tmpdir(), "evenhand-test-"));
  const path = join(folder, "rows.parquet");
  const rows = `SELECT unnest(['${least}', '${greatest}', NULL]) AS c0 UNION ALL SELECT 'A' FROM range(3000) WHERE ${isPlain && least < "N"}`;
  await engine.run(`COPY (${rows}) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  expect((await beginningPlainly(engine, path)).has("c0")).toBe(isPlain);
  await rm(folder, { recursive: true });
});

test("asks nothing of a small table", async () => {
  expect(await plainKeyColumns(engine, mapping, [await staged(10, "R7")])).toEqual({
    plain: new Set(),
    complete: new Set(),
  });
});

test("a plainly filled text is its own filled text", async () => {
  const texts = [
    "A1",
    "a1",
    "0",
    "-",
    "12 ",
    "12\t",
    "12\n",
    "None",
    "Nan",
    "UNK",
    "Unit 4",
    "Z",
    "é1",
    "M",
    "T9",
    "",
    " ",
  ];
  const list = texts.map((text) => `('${text}')`).join(", ");
  const rows = await engine.rows<{ t: string; plain: boolean; filled: string | null }>(
    `SELECT t, ${plainlyFilled("t")} AS plain, ${filledText("t")} AS filled FROM (VALUES ${list}) AS v(t)`,
  );
  expect(rows.filter(({ plain }) => plain).map(({ t }) => t)).toEqual(["A1", "0", "M", "T9"]);
  for (const { t, plain, filled } of rows) if (plain) expect(filled).toBe(t);
  expect(rows.flatMap(({ t, filled }) => (filled === null ? [t] : []))).toEqual(["-", "None", "Nan", "UNK", "", " "]);
});
