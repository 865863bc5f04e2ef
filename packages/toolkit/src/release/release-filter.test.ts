import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CellQuery } from "./cells.ts";
import { openRelease } from "./read-release.ts";
import { isWhole, type ReleaseFilter } from "./release-filter.ts";
import { writeReleaseFixture } from "./release-fixture.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenhand-filter-"));
  await writeReleaseFixture(folder, {
    tables: {
      incidents: [
        { incident_id: 1, occurred_year: 2019, neighborhood: "North's End" },
        { incident_id: 2, occurred_year: 2020, neighborhood: "South" },
        { incident_id: 3, occurred_year: 2021, neighborhood: "South" },
        { incident_id: 4, neighborhood: "South" },
      ],
      persons: [
        { person_id: 11, incident_id: 1, race_ethnicity: "black" },
        { person_id: 21, incident_id: 2, race_ethnicity: "white" },
        { person_id: 22, incident_id: 2, race_ethnicity: "black" },
        { person_id: 31, incident_id: 3 },
      ],
      force: [
        { incident_id: 1, person_id: 11, force_type: "takedown" },
        { incident_id: 2, person_id: 21, force_type: "conducted_energy_fired" },
        { incident_id: 2, person_id: 22, force_type: "takedown" },
        { incident_id: 3, force_type: "takedown" },
        { incident_id: 4, force_type: "takedown" },
      ],
    },
  });
});
afterAll(() => rm(folder, { recursive: true }));

async function count(from: CellQuery["from"], only: ReleaseFilter): Promise<number> {
  const open = await openRelease(folder, { only });
  try {
    const cells = await open.cells({ from, by: [] });
    return cells.reduce((sum, cell) => sum + cell.count, 0);
  } finally {
    await open.close();
  }
}

const cases: readonly (readonly [string, ReleaseFilter, number, number, number])[] = [
  ["nothing", {}, 4, 4, 5],
  ["years", { years: { from: 2020, to: 2021 } }, 2, 3, 3],
  ["an area, whose name has a quote", { area: { column: "neighborhood", value: "North's End" } }, 1, 1, 1],
  ["a type of force: whole incidents that have it", { forceType: "conducted_energy_fired" }, 1, 2, 2],
  ["a group: its people, their incidents, what is linked to them", { group: "black" }, 2, 2, 2],
  ["several at once", { years: { from: 2020, to: 2020 }, group: "black" }, 1, 1, 1],
  ["what is not there", { forceType: "no_such_code" }, 0, 0, 0],
];

describe("a release read through a filter", () => {
  test.each(cases)("keeps by %s", async (_, only, incidents, people, force) => {
    expect(await count("incidents", only)).toBe(incidents);
    expect(await count("persons", only)).toBe(people);
    expect(await count("force", only)).toBe(force);
  });

  test("refuses columns and years that are none", async () => {
    const column = "agency_name" as "city";
    await expect(count("incidents", { area: { column, value: "x" } })).rejects.toThrow(RangeError);
    await expect(count("incidents", { years: { from: 1.5, to: 2020 } })).rejects.toThrow(RangeError);
  });

  test("isWhole tells whether anything is left out", () => {
    expect(isWhole({})).toBe(true);
    expect(isWhole({ group: "black" })).toBe(false);
  });
});
