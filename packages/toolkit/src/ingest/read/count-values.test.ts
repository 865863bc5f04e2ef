import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import { countValues } from "./count-values.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
  await engine.run("CREATE TABLE source_0 (c0 VARCHAR)");
});
afterAll(() => engine.close());

const fill = (values: string) =>
  engine.run(`DELETE FROM source_0; INSERT INTO source_0 SELECT unnest(CAST([${values}] AS VARCHAR[]))`);
const counted = async (keptAt?: string) => {
  const table = { sql: "source_0", ...(keptAt === undefined ? {} : { keptAt }) };
  return engine.rows(`SELECT v, n FROM ${await countValues(engine, table, "c0")} ORDER BY v NULLS FIRST`);
};

test("each different text has its rows, a cell without text too", async () => {
  await fill("'b', 'a', NULL, 'b', ''");
  expect(await counted()).toEqual([
    { v: null, n: 1 },
    { v: "", n: 1 },
    { v: "a", n: 1 },
    { v: "b", n: 2 },
  ]);
});

test("a table of the engine is counted anew, a kept file once", async () => {
  await fill("'a'");
  expect(await counted()).toEqual([{ v: "a", n: 1 }]);
  expect(await counted("one.parquet")).toEqual([{ v: "a", n: 1 }]);
  await fill("'z'");
  expect(await counted()).toEqual([{ v: "z", n: 1 }]);
  expect(await counted("one.parquet")).toEqual([{ v: "a", n: 1 }]);
  expect(await counted("two.parquet")).toEqual([{ v: "z", n: 1 }]);
});
