import { DOMParser } from "linkedom";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../words/en.json" with { type: "json" };
import { publishedTables, releaseDescriptions } from "../files/release-file.ts";
import { type OpenPlace, openPlace } from "../place-index.ts";
import {
  earlierRelease,
  fixturePlace,
  newestRelease,
  type SiteFixture,
  writeSiteFixture,
} from "../testing/site-fixture.ts";
import { apiPage } from "./api-page.ts";
import { dataPage, releasePage } from "./data-pages.ts";
import { codeListPage, dictionaryPage } from "./dictionary-pages.ts";
import { releaseChangesPage } from "./release-changes-page.ts";

const asked = (language: "en" | "es", params = {}) => ({ language, params, url: new URL("http://site/") });
const parse = (markup = "") =>
  new DOMParser().parseFromString(`<html><body>${markup}</body></html>`, "text/html") as unknown as Document;
const links = (markup = "") => Array.from(parse(markup).querySelectorAll("a"), (one) => one.getAttribute("href") ?? "");

describe("pages of data", () => {
  let site: SiteFixture;
  let open: OpenPlace;

  beforeAll(async () => {
    site = await writeSiteFixture([{ date: "2026-12-01", what: "<b>Wrong</b> & right.", release: newestRelease }]);
    const found = await openPlace(site.releases, fixturePlace);
    if (found === undefined) throw new Error("the fixture has no place");
    open = found;
  });
  afterAll(() => site.close());
  beforeEach(() => vi.unstubAllEnvs());

  test("every table and description has its words", () => {
    for (const table of publishedTables) expect(english).toHaveProperty(`data-table-${table}`);
    for (const name of releaseDescriptions) expect(english).toHaveProperty(`data-file-${name.replace(".json", "")}`);
  });

  test("the data page leads to every file of the newest release, to every release, and says what was corrected", async () => {
    const page = await dataPage(open, asked("en"));
    const found = links(page?.markup);
    const file = (name: string) => `/places/${fixturePlace}/data/${newestRelease}/${name}`;
    for (const name of [
      "incidents.csv",
      "issues.csv",
      "persons.parquet",
      "tables.xlsx",
      "findings.json",
      "datapackage.json",
    ])
      expect(found).toContain(file(name));
    expect(found).toContain(`/places/${fixturePlace}/data/${earlierRelease}`);
    expect(found).toContain(`/places/${fixturePlace}/data/${newestRelease}/changes`);
    expect(found.some((href) => href.includes("secret"))).toBe(false);
    expect(page?.markup).toContain("&lt;b&gt;Wrong&lt;/b&gt; &amp; right.");
  });

  test("the dataset in the page is JSON that nothing in it can end", async () => {
    const markup = (await dataPage(open, asked("en")))?.markup ?? "";
    const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup)?.[1] ?? "";
    expect(JSON.parse(text)["@type"]).toBe("Dataset");
    expect(text).not.toContain("<");
  });

  test("a Spanish page says of an English correction that it is English", async () => {
    expect((await dataPage(open, asked("es")))?.markup).toContain('<span lang="en">');
  });

  test("what needs a server is left out of a site of files", async () => {
    vi.stubEnv("EVENHAND_STATIC", "1");
    expect(links((await dataPage(open, asked("en")))?.markup)).not.toContain("/api");
    expect(apiPage(asked("en"))).toBeUndefined();
  });

  test("an earlier release has its own page with its own files, and no findings that it does not have", async () => {
    const found = links((await releasePage(open, asked("en", { release: earlierRelease })))?.markup);
    expect(found).toContain(`/places/${fixturePlace}/data/${earlierRelease}/incidents.csv`);
    expect(found.filter((href) => href.endsWith("findings.json") || href.endsWith("changes"))).toEqual([]);
    expect(await releasePage(open, asked("en", { release: "2020-01-01-00000000" }))).toBeUndefined();
    expect(await releasePage(open, asked("en", { release: "../riverton" }))).toBeUndefined();
  });

  test("the page of changes counts rows before and after, and names the fields gained", async () => {
    const page = await releaseChangesPage(open, asked("en", { release: newestRelease }));
    const rows = Array.from(parse(page?.markup).querySelectorAll("tr"), (row) =>
      Array.from(row.querySelectorAll("th,td"), (cell) => cell.textContent),
    );
    expect(rows).toContainEqual(["incidents", "1", "2", "+1"]);
    expect(rows).toContainEqual(["persons", "1", "1", "0"]);
    expect(page?.markup).toContain("person.race_ethnicity");
    expect(page?.markup).not.toContain("person.deescalation_used");
    expect(await releaseChangesPage(open, asked("en", { release: earlierRelease }))).toBeUndefined();
    expect(await releaseChangesPage(open, asked("en", { release: "nothing" }))).toBeUndefined();
  });

  test("every table of every page has a caption and scopes, every page one heading", async () => {
    const pages = [
      await dataPage(open, asked("es")),
      await releasePage(open, asked("en", { release: earlierRelease })),
      await releaseChangesPage(open, asked("es", { release: newestRelease })),
      dictionaryPage(asked("en")),
      codeListPage(asked("es", { list: "force_type" })),
      apiPage(asked("es")),
    ];
    for (const page of pages) {
      const document = parse(page?.markup);
      expect(document.querySelectorAll("h1"), page?.title).toHaveLength(1);
      for (const table of document.querySelectorAll("table")) {
        expect(table.querySelector("caption")?.textContent).not.toBe("");
        expect(Array.from(table.querySelectorAll("th")).every((one) => one.hasAttribute("scope"))).toBe(true);
      }
      expect(page?.markup).not.toMatch(/ style=|undefined|\{\w+\}(?!<\/code>|\/)/);
    }
  });

  test("the dictionary leads to a page of every code list that it names", () => {
    const lists = links(dictionaryPage(asked("es")).markup).flatMap(
      (href) => /^\/es\/dictionary\/(\w+)$/.exec(href)?.[1] ?? [],
    );
    expect(lists.length).toBeGreaterThan(40);
    for (const list of new Set(lists)) expect(codeListPage(asked("es", { list })), list).toBeDefined();
    expect(codeListPage(asked("en", { list: "constructor" }))).toBeUndefined();
  });
});
