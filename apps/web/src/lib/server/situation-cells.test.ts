import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classSigns, knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { fixtureRelease, type ReleaseFixture, writeReleaseFixture } from "@evenhand/toolkit/release/release-fixture";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenPlace } from "./place-index.ts";
import { situationCells } from "./situation-cells.ts";

const reason = classSigns(knownFootprint.classes, "mental_health").narrow.find(
  ({ field }) => field === "incident.contact_reason",
)?.code;

const fixture: ReleaseFixture = {
  tables: {
    incidents: [
      { incident_id: "i1", occurred_year: 2020, contact_reason: reason },
      { incident_id: "i2", occurred_year: 2020, contact_reason: "other" },
    ],
    persons: [
      { person_id: "p1", incident_id: "i1", occurred_year: 2020, race_ethnicity: "black" },
      { person_id: "p2", incident_id: "i1", occurred_year: 2020, race_ethnicity: "white" },
      { person_id: "p3", incident_id: "i2", occurred_year: 2020, race_ethnicity: "white" },
    ],
  },
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenhand-situations-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A place whose newest release is the fixture; `hash` names the release. */
const placeOf = (hash: string): OpenPlace =>
  ({
    place: { id: "riverton", name: "Riverton", folder, summary: { release: "newest" } },
    answers: { release: { ...fixtureRelease(fixture), hash }, footprint: knownFootprint },
  }) as unknown as OpenPlace;

const write = () => writeReleaseFixture(join(folder, "newest"), fixture);

test("people are counted by the situation that force on them began in", async () => {
  await write();
  const { by, cells } = await situationCells(placeOf("a"));
  const sign = by.indexOf("sign.narrow_mental_health");
  const people = (some: typeof cells) => some.reduce((sum, { count }) => sum + count, 0);
  expect(sign).toBeGreaterThan(-1);
  expect([people(cells), people(cells.filter(({ key }) => key[sign] === 1))]).toEqual([3, 2]);
});

test("a release is read once: a second reader needs no file", async () => {
  await write();
  const first = await situationCells(placeOf("b"));
  await rm(folder, { recursive: true, force: true });
  expect(await situationCells(placeOf("b"))).toBe(first);
  await expect(situationCells(placeOf("c"))).rejects.toThrow();
});

test("a read that failed is not kept", async () => {
  await expect(situationCells(placeOf("d"))).rejects.toThrow();
  await write();
  expect((await situationCells(placeOf("d"))).cells.length).toBeGreaterThan(0);
});

test("no more than twelve releases are kept; the one asked for longest ago goes", async () => {
  await write();
  const first = await situationCells(placeOf("old"));
  for (let n = 0; n < 12; n += 1) await situationCells(placeOf(`new-${n}`));
  expect(await situationCells(placeOf("old"))).not.toBe(first);
});
