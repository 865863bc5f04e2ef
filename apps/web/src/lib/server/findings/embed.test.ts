import { DOMParser } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenPlace } from "../place-index.ts";
import { fixturePlace, openFixturePlace, type SiteFixture, writeSiteFixture } from "../testing/site-fixture.ts";
import { embedCode } from "./embed-code.ts";
import { embedDocument, embedPolicy } from "./embed-document.ts";
import { oembed } from "./oembed.ts";

const origin = "https://force.example.org";
const page = `${origin}/places/${fixturePlace}/findings/on-whom/race/people`;

describe("a finding on another site", () => {
  let site: SiteFixture;
  let open: OpenPlace;

  beforeAll(async () => {
    site = await writeSiteFixture();
    open = await openFixturePlace(site);
  });
  afterAll(() => site.close());

  const finding = () => {
    const found = open.answers.findings.find(({ id }) => id === "on-whom/race/people");
    if (found === undefined) throw new Error("the fixture has no such finding");
    return found;
  };
  const ask = (url: string, size: object = {}) => oembed({ url, ...size }, { releases: site.releases, origin });

  test("is one document with its notice, one heading, its source and the way to check it", () => {
    const text = embedDocument(finding(), open, { language: "es", origin });
    const { document } = { document: new DOMParser().parseFromString(text, "text/html") };
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.documentElement.getAttribute("lang")).toBe("es");
    expect(document.querySelector(".fiction")?.textContent).toContain("inventad");
    expect(document.querySelector("footer")?.textContent).toContain("5e1f0c9d");
    expect(document.querySelector("footer a")?.getAttribute("href")).toBe(
      `${origin}/es/places/${fixturePlace}/findings/on-whom/race/people`,
    );
    expect(text).not.toMatch(/<script|<style| style=/);
  });

  test("may stand in a frame of any site, and runs nothing", () => {
    expect(embedPolicy).toContain("frame-ancestors *");
    expect(embedPolicy).not.toContain("script");
    expect(embedPolicy).toContain("default-src 'none'");
  });

  test("its code is one frame, named by the sentence", () => {
    const code = embedCode(finding(), { place: fixturePlace, beside: open.answers, language: "en", origin });
    const frame = new DOMParser().parseFromString(code, "text/html").querySelector("iframe");
    expect(frame?.getAttribute("src")).toBe(`${origin}/embed/${fixturePlace}/on-whom/race/people`);
    expect(frame?.getAttribute("title")).toMatch(/^In 2019–2021, officers/);
  });

  test("oEmbed gives the same frame for the address of its page", async () => {
    const found = await ask(page);
    expect(found).toMatchObject({ version: "1.0", type: "rich", width: 640, provider_url: origin });
    expect(found?.html).toContain(`src="${origin}/embed/${fixturePlace}/on-whom/race/people"`);
    expect((await ask(`${origin}/es/places/${fixturePlace}/findings/on-whom/race/people`))?.html).toContain(
      "/es/embed/",
    );
    expect(await ask(page, { maxwidth: 400, maxheight: 300 })).toMatchObject({ width: 400, height: 300 });
    expect((await ask(page, { maxwidth: 50 }))?.width).toBe(320);
  });

  test.each([
    "https://elsewhere.example/places/riverton/findings/on-whom/race/people",
    "http://force.example.org/places/riverton/findings/on-whom/race/people",
    "https://force.example.org.evil.example/places/riverton/findings/on-whom/race/people",
    "https://force.example.org@evil.example/places/riverton/findings/on-whom/race/people",
    "https://force.example.org:444/places/riverton/findings/on-whom/race/people",
    "javascript:alert(1)",
    "/places/riverton/findings/on-whom/race/people",
    "https://force.example.org/places/nowhere/findings/on-whom/race/people",
    "https://force.example.org/places/riverton/findings/on-whom/race/nobody",
    "https://force.example.org/places/../../findings/on-whom/race/people",
    "https://force.example.org/places/riverton/findings/%E0%A4%A",
    "",
  ])("oEmbed knows nothing at %s", async (url) => {
    expect(await ask(url)).toBeUndefined();
  });
});
