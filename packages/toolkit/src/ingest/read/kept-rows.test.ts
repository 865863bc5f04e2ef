import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import { readSources } from "./read-sources.ts";
import type { SourceTable } from "./source-table.ts";

const text = [
  "case,force,,note",
  'A1,taser,,"two',
  'lines"',
  ",,,",
  "case,force,,note",
  " A2,,,",
  '"","",,',
  "A3,hands,,last",
].join("\n");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenhand-kept-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, content: string, isKept: boolean) {
  const path = join(folder, name);
  await writeFile(path, content);
  const engine = await openEngine();
  try {
    const kept = isKept ? { keepIn: await mkdtemp(join(folder, "kept-")), keepAbove: -1 } : {};
    const [table] = await readSources(engine, [path], { temporaryFolder: folder, ...kept });
    if (!table) throw new Error("no table");
    return { table, rows: await rowsOf(engine, table) };
  } finally {
    engine.close();
  }
}

const rowsOf = (engine: Engine, { sql, columns }: SourceTable) =>
  engine.rows(`SELECT rowid AS r, ${columns.map((column) => column.sql).join(", ")} FROM ${sql} ORDER BY rowid`);

describe("rows kept as Parquet", () => {
  it.each([
    ["blank rows and a repeated header", text],
    ["a damaged line that is read by way of a copy", `${text}\nA4,"x,,\nA5,y,,z`],
    ["no rows", "case,force,,note\n"],
  ])("are the same as rows in the engine: %s", async (name, content) => {
    const plain = await read(`${name}.csv`, content, false);
    const kept = await read(`${name}.csv`, content, true);
    const { keptAt, ...table } = kept.table;
    expect(keptAt).toMatch(/\.parquet$/);
    expect(table).toEqual(plain.table);
    expect(kept.rows).toEqual(plain.rows);
  });

  it("keeps the number of each row where rows before it were left out", async () => {
    const { rows } = await read("numbers.csv", text, true);
    expect(rows.map(({ r }) => r)).toEqual([0, 3, 5]);
  });
});
