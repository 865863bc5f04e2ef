import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReleaseTable } from "@evenhand/standard";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ingested, ingestFiles } from "../ingest/ingest-files.ts";
import { type OpenRelease, openRelease } from "../release/read-release.ts";
import { generateRiverton } from "./riverton.ts";

const { files, truths } = generateRiverton();
const folder = mkdtempSync(join(tmpdir(), "riverton-ingest-"));
const agency = { id: "riverton-xx", name: "Riverton", state: "XX" };
const today = "2025-06-30";
const paths = files.filter(({ kind }) => kind === "force").map(({ name }) => join(folder, name));
for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);

let ingested: Ingested;
let release: OpenRelease;

/** Nobody has corrected the mapping: what was planted must be found with the program's own suggestion. */
beforeAll(async () => {
  ingested = await ingestFiles({ paths, agency, out: join(folder, "releases"), today });
  release = await openRelease(ingested.folder);
});

afterAll(async () => {
  await release?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function countsOf(from: ReleaseTable, column: string): Promise<Record<string, number>> {
  const cells = await release.cells({ from, by: [column, `${column}_missing`] });
  return Object.fromEntries(cells.map(({ key: [value, missing], count }) => [String(value ?? `?${missing}`), count]));
}

/** The truths name an impossible age; a release counts it as missing. */
const ageBands = () => {
  const { "?impossible": impossible = 0, ...bands } = truths.peopleByAgeBand;
  return { ...bands, "?unmappable": impossible };
};

describe("Riverton's planted truths are found again", () => {
  test("every line is accounted for", () => {
    const lines = Object.values(truths.rowsByYear).reduce((sum, rows) => sum + rows, 0);
    expect(ingested.release.lines).toEqual({ in: lines, accepted: lines, rejected: 0 });
  });

  test("incidents and people, with twins kept apart and the dog left out", () => {
    expect(ingested.release.tables.incidents).toBe(truths.incidents);
    expect(ingested.release.tables.persons).toBe(truths.people);
  });

  test("race, gender and age of the people", async () => {
    expect(await countsOf("persons", "race_ethnicity")).toEqual(truths.peopleByRace);
    expect(await countsOf("persons", "gender")).toEqual(truths.peopleByGender);
    expect(await countsOf("persons", "age_band")).toEqual(ageBands());
  });

  test("resistance and outcomes of the people", async () => {
    expect(await countsOf("persons", "resistance_type")).toEqual(truths.peopleByResistance);
    expect(await countsOf("persons", "injured")).toEqual(truths.peopleByInjured);
    expect(await countsOf("persons", "hospitalised")).toEqual(truths.peopleByHospitalised);
    expect(await countsOf("persons", "arrested")).toEqual(truths.peopleByArrested);
    expect((await countsOf("persons", "died")).yes).toBe(truths.deaths);
  });

  test("contact reasons, months and neighborhoods of the incidents", async () => {
    expect(await countsOf("incidents", "contact_reason")).toEqual(truths.incidentsByContactReason);
    for (const [column, truth] of [
      ["occurred_month", truths.incidentsByMonth],
      ["neighborhood", truths.incidentsByNeighborhood],
      ["beat_or_district", truths.incidentsByDistrict],
    ] as const) {
      const cells = await release.cells({ from: "incidents", by: [column] });
      expect(Object.fromEntries(cells.map(({ key, count }) => [key[0], count]))).toEqual(truth);
    }
  });

  test("force types on people; the dog's own row at most beside them", async () => {
    const counts = await countsOf("force", "force_type");
    const onDog = (counts.oc_spray_used ?? 0) - (truths.forceByType.oc_spray_used ?? 0);
    expect([0, truths.animal.rows]).toContain(onDog);
    expect({ ...counts, oc_spray_used: (counts.oc_spray_used ?? 0) - onDog }).toEqual(truths.forceByType);
  });

  test("nothing is said on de-escalation, because no file does", async () => {
    expect(Object.keys(await countsOf("persons", "deescalation_used"))).toEqual(["?not_recorded"]);
  });

  test("the dog, the impossible age and the unknown word are issues", () => {
    const issues = ingested.issues.map(({ value, count }) => `${value?.toLowerCase()} ${count}`);
    expect(issues).toContain(`dog ${truths.animal.rows}`);
    expect(issues).toContain(`${truths.impossibleAge.age} 1`);
    expect(issues).toContain(`${truths.unknownValue.word.toLowerCase()} ${truths.unknownValue.rows}`);
  });

  test("the same files and the mapping as written give the same hash", async () => {
    const again = await ingestFiles({ paths, agency, mapping: ingested.mapping, out: join(folder, "again"), today });
    expect(again.release.hash).toBe(ingested.release.hash);
  });
});
