import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellSql } from "./cell-sql.ts";
import type { Cell, CellQuery } from "./cells.ts";
import { columnValues } from "./column-values.ts";
import { type Engine, openEngine } from "./engine.ts";
import { numberedCells, numberedColumns } from "./numbered-cells.ts";
import { openRelease } from "./read-release.ts";
import { writeReleaseFixture } from "./release-fixture.ts";
import { type CellRow, rowCells } from "./row-cells.ts";

const relations = { force: "force", persons: "persons", incidents: "incidents" };
const marks = { pointed: ["firearm_pointed"], down: ["takedown", "control_hold"] };
const marked: CellQuery = { from: "persons", by: ["mark.down", "race_ethnicity", "mark.pointed"], marks };
const values = (column: { name: string }) => (column.name === "gender" ? ["man", "woman"] : undefined);

describe("numberedCells", () => {
  test("puts a digit in place of each borrowed text, and reads it back", () => {
    const query: CellQuery = { from: "force", by: ["persons.gender", "force_type", "persons.age_band?"] };
    const numbered = numberedCells(query, relations, values);
    expect(numbered?.sql).toBe(
      `SELECT t."force_type" AS k0, COALESCE(persons."number", 0) AS k1, COUNT(*) AS "count" FROM force AS t LEFT JOIN (SELECT "person_id", 1 * CASE WHEN "gender" IS NULL THEN 0 WHEN "gender" = 'man' THEN 1 WHEN "gender" = 'woman' THEN 2 ELSE 3 END + 4 * CASE WHEN "age_band" IS NULL THEN 0 ELSE 1 END AS "number" FROM persons) AS persons ON t."person_id" = persons."person_id" GROUP BY t."force_type", COALESCE(persons."number", 0)`,
    );
    expect(numbered?.cells([{ k0: "takedown", k1: 6, count: 5 }])).toEqual([
      { key: ["woman", "takedown", 1], count: 5 },
    ]);
    expect(numbered?.cells([{ k0: null, k1: 0, count: 2 }])).toEqual([{ key: [null, null, 0], count: 2 }]);
    expect(() => numbered?.cells([{ k0: null, k1: 3, count: 2 }])).toThrow("gender holds one that was not listed");
  });

  test("a column whose values are not known is joined as it is", () => {
    const numbered = numberedCells({ from: "persons", by: ["incidents.city"] }, relations, values);
    expect(numbered?.sql).toContain(`SELECT "incident_id", "city", 0 AS "number" FROM incidents`);
    expect(numbered?.cells([{ k0: "A", k1: 0, count: 1 }])).toEqual([{ key: ["A"], count: 1 }]);
  });

  test("marks of a person are bits of one number", () => {
    const numbered = numberedCells(marked, relations, values);
    expect(numbered?.sql).toContain(
      `BIT_OR(CASE WHEN "force_type" = 'takedown' THEN 1 WHEN "force_type" = 'control_hold' THEN 1 WHEN "force_type" = 'firearm_pointed' THEN 2 ELSE 0 END)`,
    );
    const rows = [3, 2, null].map((k1) => ({ k0: "black", k1, count: 1 }));
    expect(numbered?.cells(rows).map(({ key }) => key)).toEqual([
      [1, "black", 1],
      [0, "black", 1],
      [null, "black", null],
    ]);
  });

  test("values under one counted value are one set", () => {
    const query: CellQuery = { from: "force", by: ["force_type"], distinct: "incident_id" };
    const numbered = numberedCells(query, relations, () => ["a", "b"]);
    const rows = [
      { k0: 6, k1: 1, count: 10 },
      { k0: 3, k1: 1, count: 4 },
      { k0: 4, k1: 0, count: 1 },
    ];
    expect(numbered?.cells(rows)).toEqual([
      { key: ["a"], count: 14 },
      { key: ["b"], count: 10 },
      { key: [null], count: 4 },
    ]);
    expect(() => numbered?.cells([{ k0: 8, k1: 1, count: 1 }])).toThrow("force_type holds one that was not listed");
  });

  test("stays out of queries that it would not help or could not answer", () => {
    const many = () => Array.from({ length: 60 }, (_, index) => `v${index}`);
    const rest: readonly CellQuery[] = [
      { from: "force", by: ["force_type"] },
      { from: "force", by: ["persons.gender"], where: { "persons.race_ethnicity": ["black"] } },
      { from: "force", by: ["force_type", "occurred_year"], distinct: "incident_id" },
      { from: "force", by: ["force_type?"], distinct: "incident_id" },
      { from: "force", by: ["persons.gender"], distinct: "incident_id" },
      { from: "force", by: [], distinct: "incident_id" },
    ];
    for (const query of rest) {
      expect(numberedColumns(query)).toEqual([]);
      expect(numberedCells(query, relations, many)).toBeUndefined();
    }
    expect(
      numberedCells({ from: "force", by: ["force_type"], distinct: "incident_id" }, relations, many),
    ).toBeUndefined();
  });
});

const pick = <Value>(list: readonly Value[], index: number): Value | null => list[index % (list.length + 1)] ?? null;
const tables = {
  incidents: Array.from(
    { length: 90 },
    (_, index): CellRow => ({
      incident_id: `i${index}`,
      neighborhood: index % 9 === 0 ? null : `Area ${index % 80}`,
      city: pick(["A", "B'"], index),
      occurred_year: pick([2019, 2020, -1], index),
      latitude: index % 2 === 0 ? 40.5 + (index % 3) : null,
    }),
  ),
  persons: Array.from(
    { length: 200 },
    (_, index): CellRow => ({
      person_id: `p${index}`,
      incident_id: index % 17 === 0 ? null : `i${index % 95}`,
      race_ethnicity: pick(["black", "white", ""], index),
      gender: pick(["man"], index),
    }),
  ),
  force: Array.from(
    { length: 700 },
    (_, index): CellRow => ({
      person_id: index % 11 === 0 ? null : `p${(index * 7) % 210}`,
      incident_id: index % 13 === 0 ? null : `i${index % 97}`,
      force_type: pick(["takedown", "control_hold", "firearm_pointed", "baton"], index),
      occurred_year: pick([2019, 2020], index),
    }),
  ),
};
const signs = {
  man: [{ table: "persons", column: "gender", values: ["man"] }],
  there: [
    { table: "incidents", column: "city", values: ["A"] },
    { table: "persons", column: "race_ethnicity", values: ["black"] },
  ],
} as const;
const queries: readonly CellQuery[] = [
  { from: "force", by: ["persons.race_ethnicity", "force_type", "incidents.city", "persons.gender?", "person_id?"] },
  { from: "force", by: ["incidents.occurred_year", "incidents.latitude?"], where: { occurred_year: [2019, null] } },
  { from: "persons", by: ["incidents.neighborhood", "incidents.city", "gender"] },
  { from: "persons", by: ["incidents.latitude"] },
  marked,
  { ...marked, by: ["incidents.city", "mark.pointed"], where: { "gender?": [1] } },
  { from: "incidents", by: ["sign.there", "city", "sign.man"], signs },
  { ...marked, by: ["incidents.city", "sign.man", "mark.pointed", "race_ethnicity", "sign.there"], signs },
  { from: "force", by: ["force_type"], distinct: "incident_id" },
  { from: "force", by: ["occurred_year"], distinct: "person_id", where: { "force_type?": [1] } },
];
const lines = (cells: readonly Cell[]) => cells.map(({ key, count }) => JSON.stringify([key, count])).sort();

describe("on rows", () => {
  let folder = "";
  let engine: Engine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "evenhand-numbers-"));
    await writeReleaseFixture(folder, { tables });
    engine = await openEngine();
  });
  afterAll(async () => {
    engine.close();
    await rm(folder, { recursive: true });
  });

  for (const query of queries)
    test(`the cells are those of the rows: ${query.by.join(", ")} ${query.distinct ?? ""}`, async () => {
      const parquet = Object.fromEntries(
        Object.keys(tables).map((table) => [table, `read_parquet('${join(folder, `${table}.parquet`)}')`]),
      ) as Parameters<typeof columnValues>[1];
      const { list, valuesOf } = columnValues(engine.rows, parquet);
      for (const column of numberedColumns(query)) await list(column);
      const numbered = numberedCells(query, parquet, valuesOf);
      if (numbered === undefined) throw new Error("stayed out");
      const expected = lines(await rowCells(tables)(query));
      expect(lines(numbered.cells(await engine.rows(numbered.sql)))).toEqual(expected);

      const open = await openRelease(folder);
      expect(lines(await open.cells(query))).toEqual(expected);
      await open.close();
      expect(numbered.sql).not.toBe(cellSql(query, parquet));
    });
});
