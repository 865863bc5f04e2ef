import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellColumn } from "./cell-column.ts";
import { cellSql } from "./cell-sql.ts";
import type { Cell, CellQuery } from "./cells.ts";
import { openRelease } from "./read-release.ts";
import { writeReleaseFixture } from "./release-fixture.ts";
import { rowCells } from "./row-cells.ts";

const tables = { force: "force", persons: "persons", incidents: "incidents" };

describe("cellSql", () => {
  test("counts rows of one table without a join", () => {
    expect(cellSql({ from: "force", by: ["force_type", "force_type_missing"] }, tables)).toBe(
      'SELECT t."force_type" AS k0, t."force_type_missing" AS k1, COUNT(*) AS "count" FROM force AS t GROUP BY t."force_type", t."force_type_missing"',
    );
  });

  test("joins only the table whose column is asked, by its key", () => {
    const sql = cellSql(
      { from: "force", by: ["persons.race_ethnicity?"], where: { force_type: ["takedown", null] } },
      tables,
    );
    expect(sql).toContain('LEFT JOIN persons AS persons ON t."person_id" = persons."person_id"');
    expect(sql).toContain(`WHERE (t."force_type" IN ('takedown') OR t."force_type" IS NULL)`);
    expect(sql).not.toContain("incidents");
  });

  test("a table's own column with its name in front needs no join", () => {
    expect(cellSql({ from: "persons", by: ["persons.gender"] }, tables)).not.toContain("JOIN");
  });

  test("marks people by the kinds of force used on them", () => {
    const marks = { pointed: ["firearm_pointed"] };
    const sql = cellSql({ from: "persons", by: ["mark.pointed"], marks }, tables);
    expect(sql).toContain(`MAX(CASE WHEN "force_type" IN ('firearm_pointed') THEN 1 ELSE 0 END) AS "pointed"`);
    expect(() => cellSql({ from: "persons", by: ["mark.other"], marks }, tables)).toThrow("no such mark of people");
    expect(() => cellSql({ from: "force", by: ["mark.pointed"], marks }, tables)).toThrow("no such mark of people");
  });

  test("a sign needs a place, and rows that lead to an incident", () => {
    expect(() => cellSql({ from: "persons", by: ["sign.other"], signs }, tables)).toThrow("no such sign of incidents");
    expect(() => cellSql({ from: "persons", by: ["sign.none"], signs: { none: [] } }, tables)).toThrow(RangeError);
    expect(() => cellSql({ from: "officer_counts", by: ["sign.called"], signs }, tables)).toThrow(RangeError);
  });

  test("quotes values, so that a value cannot leave its quotes", () => {
    const sql = cellSql({ from: "incidents", by: [], where: { city: ["O'Fallon'; DROP TABLE x; --"] } }, tables);
    expect(sql).toContain("'O''Fallon''; DROP TABLE x; --'");
  });

  test("refuses columns outside the standard and joins that would multiply rows", () => {
    expect(() => cellColumn("force", "officer_name")).toThrow(
      "invalid column; not in the release tables: officer_name",
    );
    expect(() => cellColumn("incidents", "persons.gender")).toThrow("incidents rows do not lead to one persons row");
    expect(() => cellColumn("force", "injuries.injury_type")).toThrow(RangeError);
    expect(() => cellSql({ from: "reports", by: [] }, tables)).toThrow("invalid table; no relation given: reports");
  });
});

const some = <Value>(...values: Value[]) => fc.constantFrom<Value | null>(...values, null);
const person = fc.record({
  race_ethnicity: some("black", "white"),
  race_ethnicity_missing: some("unknown"),
  gender: some("man"),
});
const incident = fc.record({ city: some("A", "B'"), occurred_year: some(2019, 2020) });
const force = fc.record({
  force_type: some("takedown", "firearm_pointed"),
  occurred_year: some(2019, 2020),
  person: fc.nat(7),
  incident: fc.nat(3),
});
const reason = fc.record({ contact_reason: some("school", "traffic_stop"), incident: fc.nat(3) });
const signs = {
  called: [{ table: "contact_reasons", column: "contact_reason", values: ["school"] }],
  seen: [
    { table: "contact_reasons", column: "contact_reason", values: ["school", "traffic_stop"] },
    { table: "incidents", column: "city", values: ["A"] },
    { table: "persons", column: "gender", values: [] },
  ],
} as const;
const queries: readonly CellQuery[] = [
  { from: "force", by: [] },
  { from: "force", by: ["occurred_year", "force_type"] },
  { from: "force", by: ["persons.race_ethnicity", "persons.race_ethnicity_missing", "person_id?"] },
  { from: "force", by: ["incidents.city", "persons.gender?"], where: { occurred_year: [2019] } },
  { from: "force", by: ["force_type"], distinct: "incident_id" },
  { from: "force", by: ["force_type"], where: { force_type: [null] }, distinct: "person_id" },
  { from: "persons", by: ["race_ethnicity"], where: { gender: ["man", null] } },
  {
    from: "persons",
    by: ["race_ethnicity", "mark.pointed", "mark.down"],
    marks: { pointed: ["firearm_pointed"], down: ["takedown"] },
  },
  { from: "incidents", by: ["city", "sign.seen", "sign.called"], signs },
  { from: "persons", by: ["race_ethnicity", "sign.called"], signs },
  { from: "force", by: ["sign.seen", "persons.gender"], signs, where: { occurred_year: [2019, null] } },
  { from: "force", by: ["sign.called", "force_type"], signs, distinct: "person_id" },
  { from: "incidents", by: ["city"], where: { city: [] } },
  { from: "reports", by: ["occurred_year"] },
];

const sorted = (cells: readonly Cell[]) => cells.map((cell) => JSON.stringify([cell.key, cell.count])).sort();

test("DuckDB and rows in memory answer every query alike", async () => {
  const folder = await mkdtemp(join(tmpdir(), "evenhand-cells-"));
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { maxLength: 6 }),
      fc.array(incident, { maxLength: 3 }),
      fc.array(force, { maxLength: 25 }),
      fc.array(reason, { maxLength: 5 }),
      async (people, incidents, uses, reasons) => {
        const fixture = {
          persons: people.map((row, index) => ({ ...row, person_id: `p${index}`, incident_id: `i${index % 4}` })),
          contact_reasons: reasons.map(({ incident: which, ...row }) => ({ ...row, incident_id: `i${which}` })),
          incidents: incidents.map((row, index) => ({ ...row, incident_id: `i${index}` })),
          force: uses.map(({ person: who, incident: which, ...row }) => ({
            ...row,
            person_id: who < 6 ? `p${who}` : null,
            incident_id: `i${which}`,
          })),
        };
        const path = join(folder, String(run++));
        await writeReleaseFixture(path, { tables: fixture });
        const open = await openRelease(path);
        for (const query of queries)
          expect(sorted(await open.cells(query))).toEqual(sorted(await rowCells(fixture)(query)));
        await open.close();
      },
    ),
    { numRuns: 12 },
  );
  await rm(folder, { recursive: true });
});
