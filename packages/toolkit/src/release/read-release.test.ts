import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRelease } from "./read-release.ts";
import { writeReleaseFixture } from "./release-fixture.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenhand-it's-"));
  await writeReleaseFixture(folder, {
    tables: {
      force: [
        { force_type: "takedown", occurred_year: 2020 },
        { force_type: "takedown", occurred_year: 2021 },
      ],
    },
    issues: [
      {
        code: "unmapped-value",
        severity: "warning",
        file: "a.csv",
        column: "FORCE",
        row: 9,
        value: "x",
        count: 1,
        message: "x",
      },
      {
        code: "unmapped-value",
        severity: "warning",
        file: "a.csv",
        column: "FORCE",
        row: 2,
        value: "y",
        count: 5,
        message: "y",
      },
    ],
  });
});
afterAll(() => rm(folder, { recursive: true }));

test("answers cells, groups issues and counts what it asked", async () => {
  const open = await openRelease(folder);
  expect(open.release.agency.id).toBe("riverton");
  expect(await open.cells({ from: "force", by: ["force_type"] })).toEqual([{ key: ["takedown"], count: 2 }]);
  expect(open.issues).toEqual([
    {
      code: "unmapped-value",
      severity: "warning",
      file: "a.csv",
      column: "FORCE",
      row: 2,
      value: "y",
      count: 6,
      message: "y",
    },
  ]);
  expect(open.queries().count).toBe(1);
  await open.close();
});

test("a table that the release lacks has no cells, and its columns are missing where they are borrowed", async () => {
  const open = await openRelease(folder);
  expect(await open.cells({ from: "reports", by: ["occurred_year"] })).toEqual([]);
  expect(await open.cells({ from: "force", by: ["persons.gender"] })).toEqual([{ key: [null], count: 2 }]);
  await open.close();
});

test("a folder without a release of this format is refused", async () => {
  const empty = await mkdtemp(join(tmpdir(), "evenhand-empty-"));
  await writeFile(join(empty, "release.json"), '{"formatVersion":2}');
  await expect(openRelease(empty)).rejects.toThrow("invalid release.json; formatVersion must be 1 with a scope");
  await rm(empty, { recursive: true });
});
