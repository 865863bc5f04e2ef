import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, literal, openEngine } from "../../release/engine.ts";
import { mayHold } from "./column-statistics.ts";

let engine: Engine;
const folder = mkdtempSync(join(tmpdir(), "evenhand-statistics-"));
const path = join(folder, "rows.parquet");
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
  await engine.run(
    `COPY (SELECT * FROM (VALUES ('A1', 'zebra', NULL), ('case', 'apple', NULL)) AS v(c0, c1, c2)) TO ${literal(path)} (FORMAT parquet)`,
  );
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

test("a column whose texts all lie above or below the wanted ones is known not to hold them", async () => {
  const held = await mayHold(engine, path, [
    { sql: "c0", texts: ["case", "CASE"] },
    { sql: "c1", texts: ["FORCE", "zoo"] },
  ]);
  expect([...held]).toEqual(["c0"]);
});

test("a text between the least and the greatest may be there, and so may any in a column without statistics", async () => {
  const held = await mayHold(engine, path, [
    { sql: "c1", texts: ["mango"] },
    { sql: "c2", texts: ["x"] },
  ]);
  expect([...held].sort()).toEqual(["c1", "c2"]);
});
