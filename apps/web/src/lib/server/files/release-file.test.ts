import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PublishedRelease, readPlace, readReleases } from "../place-index.ts";
import { fixturePlace, newestRelease, type SiteFixture, writeSiteFixture } from "../testing/site-fixture.ts";
import { findReleaseFile, publishedTables, releaseFiles } from "./release-file.ts";

describe("files of a release that anyone may have", () => {
  let site: SiteFixture;
  let release: PublishedRelease;

  beforeAll(async () => {
    site = await writeSiteFixture();
    const place = await readPlace(site.releases, fixturePlace);
    const found = place && (await readReleases(place)).find(({ name }) => name === newestRelease);
    if (found === undefined) throw new Error("the fixture has no release");
    release = found;
    await writeFile(join(site.releases, "outside.parquet"), "outside");
    await symlink(join(site.releases, "outside.parquet"), join(found.folder, "force.parquet"));
  });
  afterAll(() => site.close());

  test("are the tables, then the descriptions", async () => {
    const files = await releaseFiles(release);
    expect(files.map(({ name }) => name)).toEqual([
      "incidents.parquet",
      "persons.parquet",
      "issues.parquet",
      "datapackage.json",
      "scope.json",
      "mapping.json",
      "snapshot.json",
      "release.json",
    ]);
    expect(files.every(({ bytes }) => bytes > 0)).toBe(true);
  });

  test.each([
    "secret.json",
    "place.json",
    "../place.json",
    "../answers/summary.json",
    "..",
    ".",
    "",
    "/etc/passwd",
    "incidents.parquet/",
    "./incidents.parquet",
    "incidents.parquet\0.json",
    "..\\..\\secret.json",
    "%2e%2e/secret.json",
    "INCIDENTS.PARQUET",
  ])("are never found by a name like %j", async (name) => {
    expect(await findReleaseFile(release, name)).toBeUndefined();
  });

  test("are never files elsewhere that a link in the folder leads to", async () => {
    expect(publishedTables).toContain("force");
    expect(await findReleaseFile(release, "force.parquet")).toBeUndefined();
  });
});
