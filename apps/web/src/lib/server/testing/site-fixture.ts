import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Release } from "@evenhand/standard";
import { fixtureRelease, type ReleaseFixture, writeReleaseFixture } from "@evenhand/toolkit/release/release-fixture";
import {
  rivertonBoundaries,
  rivertonFindings,
  rivertonIssues,
  rivertonRelease,
} from "@evenhand/toolkit/report/fixtures/riverton-findings";
import type { PlaceAnswers, PlaceSummary } from "@evenhand/toolkit/report/place-answers";
import { type OpenPlace, openPlace } from "../place-index.ts";

/** A folder of releases with one made-up place that has two releases. */
export type SiteFixture = { readonly releases: string; readonly close: () => Promise<void> };

export const fixturePlace = "riverton";
export const earlierRelease = "2025-11-02-01234567";
export const newestRelease = "2026-11-02-5e1f0c9d";

const rows: ReleaseFixture = {
  tables: {
    incidents: [
      { incident_id: "i1", occurred_date: "2019-01-03", city: "=1+1", beat_or_district: 'North, "old"' },
      { incident_id: "i2", occurred_date_missing: "not_recorded" },
    ],
    persons: [{ person_id: "p1", incident_id: "i1", race_ethnicity: "black", occurred_year: 2019 }],
  },
  issues: [{ code: "unmapped-value", severity: "warning", count: 2, message: "A word was not known." }],
};

/** Writes a site of one place; `corrections` is what its `corrections.json` holds. */
export async function writeSiteFixture(corrections?: unknown): Promise<SiteFixture> {
  const releases = await mkdtemp(join(tmpdir(), "evenhand-site-test-"));
  const folder = join(releases, fixturePlace);
  const earlier: Release = {
    ...rivertonRelease,
    date: "2025-11-02",
    hash: `01234567${"0".repeat(56)}`,
    tables: { incidents: 1, persons: 1 },
    snapshots: rivertonRelease.snapshots.slice(0, 1),
    scope: { ...rivertonRelease.scope, fields: [] },
    period: { from: "2019-01-03", to: "2020-12-30" },
  };
  await writeRelease(join(folder, earlierRelease), earlier);
  await writeRelease(join(folder, newestRelease), { ...rivertonRelease, tables: fixtureRelease(rows).tables });
  await writeAnswers(folder, { ...rivertonRelease, tables: fixtureRelease(rows).tables });
  if (corrections !== undefined) await writeFile(join(folder, "corrections.json"), JSON.stringify(corrections));
  return { releases, close: () => rm(releases, { recursive: true, force: true }) };
}

/**
 * The place of a fixture, opened as pages open it.
 *
 * @throws Error if the fixture has none
 */
export async function openFixturePlace({ releases }: SiteFixture): Promise<OpenPlace> {
  const found = await openPlace(releases, fixturePlace);
  if (found === undefined) throw new Error("the fixture has no place");
  return found;
}

async function writeRelease(folder: string, release: Release): Promise<void> {
  await writeReleaseFixture(folder, rows);
  await writeFile(join(folder, "release.json"), JSON.stringify(release));
  for (const name of ["datapackage", "scope", "mapping", "snapshot"])
    await writeFile(join(folder, `${name}.json`), JSON.stringify({ name }));
  await writeFile(join(folder, "secret.json"), "never");
}

async function writeAnswers(folder: string, release: Release): Promise<void> {
  const answers: PlaceAnswers = {
    formatVersion: 1,
    madeFrom: "f".repeat(64),
    release,
    findings: rivertonFindings,
    issues: rivertonIssues,
    isFictional: true,
    benchmarks: [],
    events: [],
    footprint: JSON.parse('{"id":"none","situations":[]}'),
    boundaries: rivertonBoundaries,
  };
  const summary: PlaceSummary = {
    formatVersion: 1,
    release: newestRelease,
    agency: release.agency,
    ...(release.period === undefined ? {} : { period: release.period }),
    date: release.date,
    hash: release.hash,
    isFictional: true,
    source: { files: release.snapshots.length },
    sentences: { en: ["In 2019–2021, officers reported force against 465 people."], es: ["En 2019–2021…"] },
    elements: [{ id: "race", status: "collected", title: { en: "Race or ethnicity", es: "Raza u origen étnico" } }],
  };
  await mkdir(join(folder, "answers"), { recursive: true });
  await writeFile(join(folder, "answers", `${newestRelease}.json`), JSON.stringify(answers));
  await writeFile(join(folder, "answers", "summary.json"), JSON.stringify(summary));
}
