import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConfinedEngine } from "./confined-engine.ts";

let inside = "";
let outside = "";
beforeAll(async () => {
  [inside, outside] = await Promise.all([
    mkdtemp(join(tmpdir(), "evenhand-inside-")),
    mkdtemp(join(tmpdir(), "evenhand-outside-")),
  ]);
  for (const folder of [inside, outside]) await writeFile(join(folder, "a.csv"), "a\n1\n");
});
afterAll(() => Promise.all([inside, outside].map((folder) => rm(folder, { recursive: true }))));

test("reads its folder, nothing outside it, and cannot be opened up again", async () => {
  const engine = await openConfinedEngine(inside);
  expect(await engine.rows(`SELECT * FROM read_csv('${inside}/a.csv')`)).toEqual([{ a: 1 }]);
  await expect(engine.rows(`SELECT * FROM read_csv('${outside}/a.csv')`)).rejects.toThrow(/Permission Error/);
  await expect(
    engine.rows(`SELECT * FROM read_csv('${inside}/../${outside.split("/").at(-1)}/a.csv')`),
  ).rejects.toThrow();
  await expect(engine.rows("SET enable_external_access = true")).rejects.toThrow(/locked/);
  await expect(engine.rows("INSTALL httpfs")).rejects.toThrow();
  await engine.close();
});

test("interrupts a query at its limit with a plain error, and goes on after it", async () => {
  const engine = await openConfinedEngine(inside, { timeLimitSeconds: 0.2, threads: 1 });
  const endless = "SELECT count(*) FROM range(100000000000) a WHERE hash(range) = 1";
  const [slow, next] = await Promise.allSettled([engine.rows(endless), engine.rows("SELECT 1 AS one")]);
  expect(slow.status === "rejected" && String(slow.reason)).toContain("invalid query time; over 0.2 seconds");
  expect(next).toEqual({ status: "fulfilled", value: [{ one: 1 }] });
  expect(engine.spent().count).toBe(2);
  await engine.close();
});

test("closing removes its temporary folder", async () => {
  const engine = await openConfinedEngine(inside);
  expect(existsSync(engine.temporaryFolder)).toBe(true);
  await engine.close();
  expect(existsSync(engine.temporaryFolder)).toBe(false);
});

test("gives rows in batches, in order with other queries, and stops when nobody takes more", async () => {
  const engine = await openConfinedEngine(inside, { threads: 1 });
  const sizes: number[] = [];
  let sum = 0;
  for await (const rows of engine.batches("SELECT range::DOUBLE, 'a' FROM range(5000)")) {
    sizes.push(rows.length);
    for (const [value] of rows) sum += Number(value);
  }
  expect(sizes.length).toBeGreaterThan(1);
  expect([sizes.reduce((all, size) => all + size, 0), sum]).toEqual([5000, (4999 * 5000) / 2]);
  for await (const rows of engine.batches("SELECT range FROM range(1000000000)")) {
    expect(rows.length).toBeLessThan(10_000);
    break;
  }
  expect(await engine.rows("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await engine.close();
});

test("a batch query that fails says so, and others go on", async () => {
  const engine = await openConfinedEngine(inside, { timeLimitSeconds: 0.2, threads: 1 });
  const take = async (sql: string) => {
    for await (const rows of engine.batches(sql)) expect(rows).toBeDefined();
  };
  await expect(take(`SELECT * FROM read_csv('${outside}/a.csv')`)).rejects.toThrow(/Permission Error/);
  const endless = "SELECT count(*) FROM range(100000000000) a WHERE hash(range) = 1";
  await expect(take(endless)).rejects.toThrow(/invalid query time; over 0.2 seconds/);
  expect(await engine.rows("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await engine.close();
});
