import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import { monthSql, monthStatement } from "./month-sql.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
  await engine.run(monthStatement);
});
afterAll(() => engine.close());

test("every day has the month that its date begins with, inside the list and outside", async () => {
  const days = "SELECT DATE '1968-01-01' + CAST(i AS INTEGER) AS d FROM range(50000) AS r(i)";
  const wrong = await engine.rows(
    `SELECT d FROM (${days}) WHERE ${monthSql("d")} IS DISTINCT FROM left(CAST(d AS VARCHAR), 7)`,
  );
  expect(wrong).toEqual([]);
});

test("no date has no month", async () => {
  expect(await engine.rows(`SELECT ${monthSql("CAST(NULL AS DATE)")} AS month`)).toEqual([{ month: null }]);
});
