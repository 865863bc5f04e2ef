import { DOMParser } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Place, readPlaces, readReleases } from "../place-index.ts";
import {
  earlierRelease,
  fixturePlace,
  newestRelease,
  type SiteFixture,
  writeSiteFixture,
} from "../testing/site-fixture.ts";
import { atomFeed, feedEntries } from "./atom-feed.ts";
import { datasetDocument } from "./dataset-document.ts";
import { dcatCatalogue } from "./dcat-catalogue.ts";
import { siteAddresses } from "./site-addresses.ts";
import { sitemap, sitemapIndex } from "./sitemap.ts";
import { xmlText } from "./xml-text.ts";

const origin = "https://force.example.org";
const xml = (text: string) => new DOMParser().parseFromString(text, "text/xml") as unknown as Document;

describe("what programs read of the site", () => {
  let site: SiteFixture;
  let places: readonly Place[];

  beforeAll(async () => {
    site = await writeSiteFixture([
      { date: "2026-12-01", what: 'Counted twice: "A & B" <once>.', what_es: "Contado dos veces." },
    ]);
    places = await readPlaces(site.releases);
  });
  afterAll(() => site.close());

  const newest = async () => {
    const [place] = places;
    const found = place && (await readReleases(place))[0];
    if (place === undefined || found === undefined) throw new Error("the fixture has no release");
    return { place, newest: found };
  };

  test("the feed has every release and correction, newest first, whatever they say", async () => {
    const entries = await feedEntries(places, { origin, language: "en" });
    const feed = xml(atomFeed(entries, { origin, language: "en" }));
    expect(Array.from(feed.querySelectorAll("entry updated"), (one) => one.textContent)).toEqual([
      "2026-12-01T00:00:00Z",
      "2026-11-02T00:00:00Z",
      "2025-11-02T00:00:00Z",
    ]);
    expect(feed.querySelector("entry summary")?.textContent).toBe('Counted twice: "A & B" <once>.');
    expect(feed.querySelector("feed > updated")?.textContent).toBe("2026-12-01T00:00:00Z");
    expect(feed.querySelector('link[rel="self"]')?.getAttribute("href")).toBe(`${origin}/feed.atom`);
  });

  test("an entry has the same id in both languages, and no two have the same", async () => {
    const [english, spanish] = await Promise.all(
      (["en", "es"] as const).map((language) => feedEntries(places, { origin, language })),
    );
    expect(english?.map(({ id }) => id)).toEqual(spanish?.map(({ id }) => id));
    expect(new Set(english?.map(({ id }) => id)).size).toBe(english?.length);
    expect(spanish?.[0]?.text).toBe("Contado dos veces.");
    expect(spanish?.[1]?.href).toBe(`${origin}/es/places/${fixturePlace}/data/${newestRelease}`);
  });

  test("the map has every page in both languages, each with the way to the other", async () => {
    const pages = await siteAddresses(places, { releases: site.releases, isStatic: false });
    expect(pages).toEqual(
      expect.arrayContaining([
        "/",
        "/api",
        "/dictionary/force_type",
        "/methods/share-of-known",
        `/places/${fixturePlace}/data/${earlierRelease}`,
        `/places/${fixturePlace}/data/${newestRelease}/changes`,
        `/places/${fixturePlace}/findings/on-whom/race/people`,
      ]),
    );
    expect(pages).not.toContain(`/places/${fixturePlace}/data/${earlierRelease}/changes`);
    expect(new Set(pages).size).toBe(pages.length);
    const map = xml(sitemap(["/", "/api"], origin));
    expect(Array.from(map.querySelectorAll("loc"), (one) => one.textContent)).toEqual([
      `${origin}/`,
      `${origin}/es`,
      `${origin}/api`,
      `${origin}/es/api`,
    ]);
    const links = Array.from(map.querySelectorAll("url"), (url) =>
      Array.from(url.children)
        .filter((one) => one.localName.endsWith("link"))
        .map((one) => `${one.getAttribute("hreflang")} ${one.getAttribute("href")}`),
    );
    expect(links[3]).toEqual([`en ${origin}/api`, `es ${origin}/es/api`]);
  });

  test("pages that need a server are not in the map of a site of files", async () => {
    expect(await siteAddresses(places, { releases: site.releases, isStatic: true })).not.toContain("/api");
  });

  test("a list of maps names each", () => {
    const maps = xml(sitemapIndex([`${origin}/sitemaps/1.xml`, `${origin}/sitemaps/2.xml`]));
    expect(Array.from(maps.querySelectorAll("sitemap loc"), (one) => one.textContent)).toHaveLength(2);
  });

  test("the dataset names its period, its hash and each table in each form", async () => {
    const { place, newest: release } = await newest();
    const dataset = datasetDocument(release, { place, origin, language: "en" });
    expect(dataset).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Dataset",
      temporalCoverage: "2019-01-03/2021-12-29",
      identifier: place.summary.hash,
    });
    expect(dataset.distribution.map(({ contentUrl }) => contentUrl)).toEqual(
      ["incidents.csv", "incidents.parquet", "persons.csv", "persons.parquet"].map(
        (file) => `${origin}/places/${fixturePlace}/data/${newestRelease}/${file}`,
      ),
    );
    expect(dataset.description.length).toBeGreaterThan(50);
    expect("license" in dataset).toBe(false);
  });

  // Fields that every dataset of the catalogue must have: DCAT-US 1.1, resources.data.gov/resources/dcat-us.
  const required = [
    "title",
    "description",
    "keyword",
    "modified",
    "publisher",
    "contactPoint",
    "identifier",
    "accessLevel",
  ];

  test("the catalogue has what its rules ask of every dataset", async () => {
    const catalogue = dcatCatalogue([await newest()], { origin, contact: "data@example.org" });
    expect(catalogue.conformsTo).toBe("https://project-open-data.cio.gov/v1.1/schema");
    for (const dataset of catalogue.dataset) {
      for (const name of required) expect(dataset, name).toHaveProperty(name);
      expect(dataset.contactPoint).toMatchObject({ fn: expect.any(String), hasEmail: "mailto:data@example.org" });
      for (const one of dataset.distribution)
        expect(one).toMatchObject({ downloadURL: expect.stringMatching(/^https:/), mediaType: expect.any(String) });
    }
    expect(catalogue.dataset).toHaveLength(1);
  });

  test("no address of a contact is made up", async () => {
    const [dataset] = dcatCatalogue([await newest()], { origin }).dataset;
    expect(dataset?.contactPoint).not.toHaveProperty("hasEmail");
  });

  test("characters that XML forbids are left out", () => {
    expect(xmlText("a\u0000\u0008b & <c>\n")).toBe("ab &amp; &lt;c&gt;\n");
  });
});
