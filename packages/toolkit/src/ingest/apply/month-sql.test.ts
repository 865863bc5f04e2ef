import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import { monthSql, monthStatements } from "./month-sql.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
  for (const statement of monthStatements("2031-06-15")) await engine.run(statement);
});
afterAll(() => engine.close());

test("every day from 1970 to the end of this year has the month that its date begins with", async () => {
  const days = "SELECT CAST(d AS DATE) AS d FROM range(DATE '1970-01-01', DATE '2032-01-01', INTERVAL 1 DAY) AS r(d)";
  const [counted] = await engine.rows(
    `SELECT count(*) AS days, count(*) FILTER (CAST(${monthSql("d")} AS VARCHAR) IS DISTINCT FROM left(CAST(d AS VARCHAR), 7)) AS wrong FROM (${days})`,
  );
  expect(counted).toEqual({ days: 22_645, wrong: 0 });
});

test("no date has no month, and its column is of the same type as any other", async () => {
  const none = monthSql("CAST(NULL AS DATE)");
  const [row] = await engine.rows(
    `SELECT ${none} AS month, typeof(${none}) = typeof(${monthSql("DATE '2024-03-05'")}) AS same`,
  );
  expect(row).toEqual({ month: null, same: true });
});
