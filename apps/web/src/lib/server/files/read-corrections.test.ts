import { afterEach, expect, test } from "vitest";
import { readPlace } from "../place-index.ts";
import { fixturePlace, type SiteFixture, writeSiteFixture } from "../testing/site-fixture.ts";
import { readCorrections } from "./read-corrections.ts";

let site: SiteFixture | undefined;
afterEach(() => site?.close());

async function corrections(listed?: unknown) {
  site = await writeSiteFixture(listed);
  const place = await readPlace(site.releases, fixturePlace);
  if (place === undefined) throw new Error("the fixture has no place");
  return readCorrections(place);
}

test("corrections lie beside the releases of their place", async () => {
  expect(await corrections([{ date: "2026-01-01", what: "New." }])).toEqual([
    { date: "2026-01-01", what: { en: "New." }, findings: [] },
  ]);
});

test("no file means that none were made", async () => {
  expect(await corrections()).toEqual([]);
});

test("a file that cannot be read is not taken for none", async () => {
  await expect(corrections({})).rejects.toThrow(/must be a list/);
});
