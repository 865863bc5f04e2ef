import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test } from "vitest";
import { generateForceCsv } from "./generate.ts";
import { runMeasured } from "./run-measured.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "force.csv");
const counts = generateForceCsv({ path, rows: 20_000 });
const sha256 = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

test("the file holds what the generator says, as DuckDB reads it", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `SELECT count(*) AS rows, count(DISTINCT incident_number) AS incidents, count(DISTINCT person_id) AS people,
     count(DISTINCT report_number) AS reports, count(DISTINCT (report_number, force_type)) AS uses,
     count(DISTINCT (officer_id, person_id)) AS pairs FROM read_csv('${path}', all_varchar=true, header=true)`,
  );
  const [found = {}] = reader.getRowObjects();
  expect(Object.fromEntries(Object.entries(found).map(([name, value]) => [name, Number(value)]))).toEqual({
    ...counts,
    uses: counts.rows,
    pairs: counts.reports,
  });
  expect(counts.rows).toBe(20_000);
  connection.closeSync();
  instance.closeSync();
});

test("the same seed gives the same bytes, another seed others", () => {
  const again = join(folder, "again.csv");
  generateForceCsv({ path: again, rows: 20_000 });
  expect(sha256(again)).toBe(sha256(path));
  generateForceCsv({ path: again, rows: 20_000, seed: 2 });
  expect(sha256(again)).not.toBe(sha256(path));
  expect(() => generateForceCsv({ path: again, rows: 0.5 })).toThrow(/invalid rows/);
});

test("a measured process reports its time, its memory and its time in the engine", async () => {
  const bare = fileURLToPath(new URL("./bare.ts", import.meta.url));
  const measured = await runMeasured(bare, [path, join(folder, "bare.parquet")]);
  expect(measured.engineSeconds).toBeGreaterThan(0);
  expect(measured.engineSeconds).toBeLessThan(measured.wallSeconds);
  expect(measured.processorSeconds).toBeGreaterThan(0);
  expect(measured.peakBytes).toBeGreaterThan(30e6);
  expect(measured.stages.map(({ name }) => name)).toEqual(["start"]);
  expect(measured.stages[0]?.seconds).toBeCloseTo(measured.wallSeconds, 1);
  await expect(runMeasured(bare, [])).rejects.toThrow(/exit code 1/);
});
