import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import type { SourceTable } from "../read/source-table.ts";
import { relateRows, type TableQuestions } from "./table-relations.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** Three rows an incident, each a report of its own; incidents of one agency in two bear one number. */
async function staged(rows: number): Promise<SourceTable> {
  await engine.run(
    `CREATE OR REPLACE TABLE source_0 AS SELECT 'I' || (i // 6) AS c0, 'R' || i AS c1, '2020-01-' || lpad(CAST(1 + i // 3 % 28 AS VARCHAR), 2, '0') AS c2,
            CASE WHEN i // 3 % 2 = 0 THEN 'North' ELSE 'South' END AS c3 FROM range(${rows}) AS r(i)`,
  );
  const columns = ["incident", "report", "date", "agency"].map((name, index) => ({
    name,
    header: name,
    sql: `c${index}`,
  }));
  const lines = { in: rows, accepted: rows, rejected: 0 };
  return { name: "a", file: "a", sql: "source_0", columns, rows, lines, issues: [], rejected: [] };
}

const questions: TableQuestions = {
  keys: [["incident"], ["report"], ["agency", "incident"]],
  date: { column: "date", forms: ["iso_date"] },
  moment: [],
  person: [],
  officer: [],
  force: [],
  lists: [],
  against: [],
};

test("counts keys exactly in a table that is not large", async () => {
  const { keys } = await relateRows(engine, await staged(60_000), questions);
  expect(keys.map(({ rows, distinct, repeated }) => [rows, distinct, repeated])).toEqual([
    [60_000, 10_000, 10_000],
    [60_000, 60_000, 0],
    [60_000, 20_000, 20_000],
  ]);
  expect(keys.some(({ isEstimate }) => isEstimate)).toBe(false);
});

test("estimates keys of a large table from whole groups, and says so", async () => {
  const { keys } = await relateRows(engine, await staged(600_000), questions);
  const [incident, report, both] = keys;
  expect(keys.every(({ isEstimate }) => isEstimate)).toBe(true);
  for (const { rows } of keys) expect(Math.abs(rows / 600_000 - 1)).toBeLessThan(0.05);
  // Groups are entirely in or out: six rows an incident number, one a report, three where the agency is part of the key.
  expect((incident?.rows ?? 0) / (incident?.distinct ?? 1)).toBe(6);
  expect(report?.distinct).toBe(report?.rows);
  expect(report?.repeated).toBe(0);
  expect((both?.rows ?? 0) / (both?.distinct ?? 1)).toBe(3);
  expect(both?.rows).toBe(incident?.rows);
  expect(both?.sameDate).toBe(1);
});
