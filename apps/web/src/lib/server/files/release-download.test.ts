import { join } from "node:path";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Place, type PublishedRelease, readPlace, readReleases } from "../place-index.ts";
import {
  earlierRelease,
  fixturePlace,
  newestRelease,
  type SiteFixture,
  writeSiteFixture,
} from "../testing/site-fixture.ts";
import { madeTables, madeWorkbooks } from "./made-from-releases.ts";
import { releaseDownload } from "./release-download.ts";
import { mostCsvRows, mostWorkbookRows, workbookLimit } from "./table-forms.ts";
import { mostSheetRows } from "./write-workbook.ts";

describe("downloads of a release", () => {
  let site: SiteFixture;
  let place: Place;
  let releases: readonly PublishedRelease[];

  beforeAll(async () => {
    site = await writeSiteFixture();
    const found = await readPlace(site.releases, fixturePlace);
    if (found === undefined) throw new Error("the fixture has no place");
    place = found;
    releases = await readReleases(place);
  });
  afterAll(async () => {
    await Promise.all([madeTables.close(), madeWorkbooks.close()]);
    await site.close();
  });

  const get = async (name: string, change: Partial<PublishedRelease> = {}, at = newestRelease) => {
    const release = releases.find((one) => one.name === at);
    if (release === undefined) throw new Error(`no release ${at}`);
    return releaseDownload(new Request("http://site/"), { place, release: { ...release, ...change }, name });
  };

  test("newest first, each with its files", async () => {
    expect(releases.map(({ name }) => name)).toEqual([newestRelease, earlierRelease]);
    expect((await get("incidents.parquet", {}, earlierRelease))?.status).toBe(200);
  });

  test("a table as CSV: names first, a missing value empty with its reason beside it", async () => {
    const answer = await get("incidents.csv");
    expect(answer?.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer?.headers.get("content-disposition")).toBe(
      `attachment; filename="${fixturePlace}-${newestRelease}-incidents.csv"`,
    );
    const [head = "", ...lines] = (await answer?.text())?.trim().split("\n") ?? [];
    expect(head).toMatch(/^incident_id,agency_name,occurred_date,occurred_date_missing,/);
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.startsWith("i2"))).toMatch(/^i2,,,not_recorded,/);
    expect(lines.find((line) => line.startsWith("i1"))).toContain('"North, ""old"""');
  });

  test("all tables as one workbook, in which no text is a formula", async () => {
    const answer = await get("tables.xlsx");
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(await (answer as Response).arrayBuffer());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["incidents", "persons", "issues"]);
    const sheet = workbook.getWorksheet("incidents");
    expect(sheet?.rowCount).toBe(3);
    const names = sheet?.getRow(1).values as string[];
    const cells = [2, 3].map((row) => sheet?.getRow(row).getCell(names.indexOf("city")));
    expect(cells.map((cell) => cell?.value)).toContain("=1+1");
    expect(cells.every((cell) => cell?.formula === undefined)).toBe(true);
  });

  test("all findings, where the release was answered", async () => {
    const document = JSON.parse((await (await get("findings.json"))?.text()) ?? "");
    expect(document.findings.length).toBeGreaterThan(5);
    expect(document.release.hash).toBe(place.summary.hash);
    expect(await get("findings.json", {}, earlierRelease)).toBeUndefined();
  });

  test.each(["secret.json", "secret.csv", "../incidents.csv", "force.csv", "tables.csv", "release.csv"])(
    "never %s",
    async (name) => {
      expect(await get(name)).toBeUndefined();
    },
  );

  test("not as CSV or workbook when it is too long for them", async () => {
    const [newest] = releases;
    if (newest === undefined) throw new Error("no release");
    const long = (rows: number) => ({ release: { ...newest.release, tables: { incidents: rows } } });
    expect(await get("incidents.csv", long(mostCsvRows + 1))).toBeUndefined();
    expect(await get("tables.xlsx", long(mostSheetRows + 1))).toBeUndefined();
    expect(workbookLimit(long(mostSheetRows + 1).release)).toBe("sheet");
    expect(workbookLimit(long(mostSheetRows).release)).toBe("workbook");
    expect(workbookLimit(long(mostWorkbookRows).release)).toBeUndefined();
    expect(workbookLimit({ tables: { incidents: mostWorkbookRows, persons: 1 } })).toBe("workbook");
    expect(mostSheetRows).toBe(2 ** 20 - 1);
  });

  test("a broken table is our fault, not an empty file", async () => {
    const { copyFile, writeFile } = await import("node:fs/promises");
    const [newest] = releases;
    const file = join(newest?.folder ?? "", "reports.parquet");
    await copyFile(join(newest?.folder ?? "", "persons.parquet"), file);
    await writeFile(file, "no parquet");
    await expect(get("reports.csv")).rejects.toThrow();
  });
});
