import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Release } from "../../packages/standard/src/index.ts";
import { askedQueries } from "./asked-queries.ts";
import { beside } from "./beside.ts";
import { compareCells, type ReadCells, type WrittenCells } from "./compare-cells.ts";
import { type BenchRelease, makeRelease } from "./make-release.ts";
import { pandasVersion, runPandas } from "./run-pandas.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-bench-questions-"));
const readJson = <Value>(file: string): Value => JSON.parse(readFileSync(file, "utf8")) as Value;
let made: BenchRelease;
let ours: readonly ReadCells[];

beforeAll(async () => {
  made = await makeRelease(join(folder, "release"), 4000);
  const cells = join(folder, "ours.json");
  const script = fileURLToPath(new URL("./ours.ts", import.meta.url));
  const { findings } = JSON.parse(
    execFileSync(process.execPath, [script, made.release, cells], { encoding: "utf8" }),
  ) as { findings: number };
  expect(findings).toBeGreaterThan(60);
  ours = readJson<ReadCells[]>(cells);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("our side counts every row, and every question's tabulation is among what it read", async () => {
  const force = ours.filter(({ query }) => query.from === "force" && query.distinct === undefined);
  expect(force.length).toBeGreaterThan(2);
  for (const { cells } of force) expect(cells.reduce((sum, [, count]) => sum + count, 0)).toBe(4000);
  const asked = askedQueries(readJson<Release>(join(made.release, "release.json")), beside);
  expect(asked.length).toBeGreaterThan(ours.length);
  await expect(compareCells(ours, ours)).resolves.toBeGreaterThan(1000);
});

test("a cell that differs, is absent or is one too many stops the comparison", async () => {
  const [first, ...rest] = ours;
  if (first === undefined) throw new Error("nothing was read");
  const [cell, ...cells] = first.cells;
  if (cell === undefined) throw new Error("the first query has no cells");
  const changed = (theirs: WrittenCells) => compareCells(ours, [...rest, { ...first, cells: theirs }]);
  await expect(changed([[cell[0], cell[1] + 1], ...cells])).rejects.toThrow("cells differ");
  await expect(changed(cells)).rejects.toThrow("cells differ");
  await expect(changed([cell, cell, ...cells])).rejects.toThrow("cells differ");
});

describe.skipIf(pandasVersion() === undefined)("with pandas (Debian: python3-pandas)", () => {
  const answers = (queries: readonly ReadCells["query"][]) => {
    const [asked, cells] = [join(folder, "queries.json"), join(folder, "peer.json")];
    writeFileSync(asked, JSON.stringify(queries));
    const run = runPandas(made.tables, asked, cells);
    const written = readJson<WrittenCells[]>(cells);
    return { run, answered: queries.map((query, index) => ({ query, cells: written[index] ?? [] })) };
  };

  test("pandas finds the same cells, of what was read and of what each question asks", async () => {
    const shared = answers(ours.map(({ query }) => query));
    await expect(compareCells(ours, shared.answered)).resolves.toBeGreaterThan(1000);
    expect(shared.run.peakBytes).toBeGreaterThan(30e6);
    expect(shared.run.seconds.read).toBeGreaterThan(0);
    const asked = answers(askedQueries(readJson<Release>(join(made.release, "release.json")), beside));
    await expect(compareCells(ours, asked.answered)).resolves.toBeGreaterThan(1000);
  }, 60_000);
});
