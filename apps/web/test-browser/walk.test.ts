import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { findingAnchor } from "@evenhand/toolkit/report/page/anchors";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../../../scripts/browser/launch-browser.ts";
import { crawl, type Fetched } from "./crawl.ts";
import { type FindingTexts, numberChecker, ownPageTexts, sectionTexts, type Written } from "./finding-numbers.ts";
import { numbersIn, waysToWrite } from "./page-numbers.ts";
import { pagesToSee, type View, viewsToSee } from "./pages-to-see.ts";
import {
  buildSite,
  evenhand,
  hasRealFiles,
  makeReleases,
  readAnswers,
  realPlaces,
  type ServedSite,
  serveSite,
} from "./served-site.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-site-"));
const artefacts = fileURLToPath(new URL("../../../test-artifacts/site/", import.meta.url));
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** `EVENHAND_WALK=all` looks at every page (embeds of Riverton only), those of a kind in four views: about an hour. */
const isWhole = process.env.EVENHAND_WALK === "all";
const places = ["riverton-xx", ...(hasRealFiles ? realPlaces.map(({ id }) => id) : [])];

let site: ServedSite;
let browser: Browser;
let all: ReadonlyMap<string, Fetched>;

beforeAll(async () => {
  await buildSite();
  site = await serveSite(makeReleases(folder));
  browser = await launchBrowser();
  all = await crawl(site.address, ["/", "/es", "/sitemap.xml"], isWanted);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Pictures and large tables are made by the same code for every place and finding: a few stand for them. So do Riverton's
 * for the files and the Spanish pages of single findings of other places.
 */
const isWanted = (path: string): boolean => {
  if (/\.(png|xlsx|parquet|csv)$/.test(path)) return /^\/places\/riverton-xx\/(findings\/on-whom|data)\//.test(path);
  if (isWhole) return !/\/embed\/(?!riverton-xx)/.test(path);
  const ofOther = /^(?:\/es)?\/(?:places|embed)\/(?!riverton-xx)/.test(path);
  if (!ofOther) return true;
  const isSpanish = path.startsWith("/es/");
  return (
    !path.includes("/embed/") &&
    !/\/findings\/.*\.(json|svg)$/.test(path) &&
    !(isSpanish && path.includes("/findings/"))
  );
};

const pages = (): readonly Fetched[] => [...all.values()].filter(({ type }) => type === "text/html");
const isEmbed = ({ path }: Fetched) => /^(\/es)?\/embed\//.test(path);

describe("the site, address by address", () => {
  test("every link leads somewhere", () => {
    expect(all.size).toBeGreaterThan(150);
    const broken = [...all.values()].filter(({ status }) => status !== 200);
    expect(broken.map(({ path, status, from }) => `${path} (${status}) from ${from}`)).toEqual([]);
  });

  test("every place is there in both languages", () => {
    for (const place of places)
      for (const path of [`/places/${place}`, `/es/places/${place}`, `/places/${place}/force`])
        expect(all.get(path)?.status, path).toBe(200);
  });

  test("no page runs a script, names another site's files, sets a cookie or lacks its headers", () => {
    for (const { path, text, headers } of pages()) {
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !tag.includes("application/ld+json"));
      expect(scripts, path).toEqual([]);
      expect(text, path).not.toMatch(
        /\son\w+=|javascript:|<(?:img|iframe|link|source)[^>]+(?:src|href)="https?:\/\/(?!127)/,
      );
      expect(headers.get("set-cookie"), path).toBeNull();
      expect(headers.get("content-security-policy"), path).toMatch(/default-src 'none'/);
      expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe-inline|unsafe-eval/);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    }
  });

  test("every page has one heading of the first rank, a title, a language and the way to the other language", () => {
    for (const one of pages()) {
      const { path, text } = one;
      expect([...text.matchAll(/<h1[\s>]/g)].length, path).toBe(1);
      expect(text, path).toMatch(/<title>[^<]+<\/title>/);
      expect(text, path).toContain(path === "/es" || path.startsWith("/es/") ? '<html lang="es"' : '<html lang="en"');
      if (!isEmbed(one)) expect(text, path).toMatch(/hreflang="(en|es)"/);
    }
  });

  test("a place's page and its style weigh under 60 KB as sent", () => {
    const style = all.get("/style.css");
    expect(style).toBeDefined();
    for (const place of places) {
      const page = all.get(`/places/${place}`);
      const bytes = gzipSync(page?.body ?? "").byteLength + gzipSync(style?.body ?? "").byteLength;
      expect(bytes, place).toBeLessThan(60_000);
    }
  });

  test("logs name neither readers nor what they typed", async () => {
    await fetch(`${site.address}/?q=secretword`, { headers: { "x-forwarded-for": "203.0.113.9" } });
    expect(site.log()).toContain('"path":"/"');
    expect(site.log()).not.toMatch(/secretword|203\.0\.113\.9|127\.0\.0\.1/);
  });
});

describe("the numbers", () => {
  test("the site's findings are those of report --json", () => {
    const files = join(folder, "riverton", "files");
    const release = evenhandRelease("riverton-xx");
    const options = [
      ...["--benchmark", `population=${join(files, "riverton_population.csv")}`],
      ...["--areas", join(files, "riverton_boundaries.geojson")],
      ...["--events", join(files, "riverton_events.csv")],
      ...["--responders", join(files, "riverton_responders.csv")],
    ];
    const said = JSON.parse(evenhand("report", release, ...options, "--json", "--out", join(folder, "r.html")));
    const { findings } = readAnswers(site.releases, "riverton-xx") as { findings: readonly Written[] };
    expect(findings).toEqual(said.findings);
    expect(findings.length).toBeGreaterThan(50);
  });

  for (const place of places)
    test(`every number in the sentences and tables of ${place} is one of its finding, on every page`, () => {
      const { findings } = readAnswers(site.releases, place) as { findings: readonly Written[] };
      const checkers = new Map(findings.map((finding) => [findingAnchor(finding.id), numberChecker(finding)]));
      const wrong: string[] = [];
      let read = 0;
      const check = (path: string, anchor: string, texts: FindingTexts) => {
        const checker = checkers.get(anchor);
        const found = checker === undefined ? [`${anchor} is no finding`] : checker(texts);
        wrong.push(...found.map((number) => `${path}: ${number}`));
        read += texts.cells.length + 1;
      };
      for (const { id } of findings) {
        const path = `/places/${place}/findings/${id.split("/").map(encodeURIComponent).join("/")}`;
        const sent = all.get(path);
        if (sent === undefined) wrong.push(`${path} is not linked`);
        else check(path, findingAnchor(id), ownPageTexts(sent.text));
      }
      const others = pages().filter(({ path }) => path.startsWith(`/places/${place}`) && !path.includes("/findings/"));
      const shown = others.flatMap(({ path, text }) => sectionTexts(text).map((texts) => ({ path, texts })));
      for (const { path, texts } of shown) check(path, texts.anchor, texts);
      expect(read).toBeGreaterThan(100);
      expect(shown.length).toBeGreaterThan(20);
      expect(wrong).toEqual([]);
    });

  test("a number that is not the finding's is noticed", () => {
    const allowed = new Set(numbersIn({ count: 1234, share: 0.4321 }).flatMap(waysToWrite));
    expect(["1,234", "43", "43.2", "0.43"].every((text) => allowed.has(text))).toBe(true);
    expect(["1,235", "45", "43.5", "1,243"].some((text) => allowed.has(text))).toBe(false);
  });
});

const evenhandRelease = (place: string): string => {
  const { release } = JSON.parse(JSON.stringify(readAnswers(site.releases, place))) as {
    release: { date: string; hash: string };
  };
  return join(site.releases, place, `${release.date}-${release.hash.slice(0, 8)}`);
};

async function openPage({ width, scheme }: View): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.address) && !request.url().startsWith("data:"))
      faults.push(`request: ${request.url()}`);
  });
  return { page, faults };
}

describe("the site in a browser", () => {
  test(`${isWhole ? "every page" : "every kind of page"} meets WCAG 2.2 AA, fits its window, is silent, and asks nobody else`, {
    timeout: isWhole ? 7_200_000 : 600_000,
  }, async () => {
    mkdirSync(artefacts, { recursive: true });
    const wrong: string[] = [];
    const views = Map.groupBy(viewsToSee(pages(), isWhole), ([{ width, scheme }]) => `${width}-${scheme}`);
    for (const [name, seen] of views) {
      const [view] = seen[0] ?? [];
      if (view === undefined) continue;
      const { page, faults } = await openPage(view);
      for (const [index, [, { path }]] of seen.entries()) {
        wrong.push(...(await look(page, path, { view, name })));
        if (isWhole && index % 50 === 0) console.log(`${name}: ${index} of ${seen.length} pages, ${wrong.join("\n")}`);
      }
      await page.context().close();
      wrong.push(...new Set(faults));
    }
    expect(wrong).toEqual([]);
    expect(views.size).toBe(isWhole ? 4 : 2);
  });

  test("Riverton's pages do not scroll sideways at 320 px, or at 200% of a small screen", async () => {
    const { page } = await openPage({ width: 320, scheme: "light" });
    const wrong: string[] = [];
    for (const { path } of pagesToSee(pages()).filter(
      (one) => one.path.includes("riverton-xx") || !one.path.includes("/places/"),
    )) {
      await page.goto(site.address + path);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (wide > 320) wrong.push(`${path}: ${wide}`);
    }
    await page.context().close();
    expect(wrong).toEqual([]);
  });

  test("the meeting packet prints on two to four sheets of A4 or Letter, and comes as a tagged PDF", async () => {
    const { page } = await openPage({ width: 1280, scheme: "light" });
    await page.goto(`${site.address}/places/riverton-xx/packet`);
    for (const format of ["A4", "Letter"]) {
      const sheets = sheetsOf(await page.pdf({ format }));
      expect(sheets, format).toBeGreaterThanOrEqual(2);
      expect(sheets, format).toBeLessThanOrEqual(4);
    }
    await page.context().close();
    for (const name of ["packet.pdf", "packet-letter.pdf"]) {
      const pdf = all.get(`/places/riverton-xx/${name}`)?.body ?? new Uint8Array();
      expect(sheetsOf(pdf), name).toBeGreaterThanOrEqual(2);
      expect(sheetsOf(pdf), name).toBeLessThanOrEqual(4);
      expect(latin(pdf), name).toMatch(/\/MarkInfo/);
      expect(latin(pdf), name).toMatch(/\/Lang/);
    }
  });

  test("the keyboard goes from the first page to a finding", async () => {
    const { page } = await openPage({ width: 1280, scheme: "light" });
    await page.goto(site.address);
    await page.keyboard.press("Tab");
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    await follow(page, "Riverton, XX");
    expect(page.url()).toBe(`${site.address}/places/riverton-xx`);
    await follow(page, "This finding’s own page");
    expect(page.url()).toContain("/findings/");
    await page.context().close();
  });
});

/** Opens a page, has it checked, keeps a picture of it; returns what is wrong. */
async function look(
  page: Page,
  path: string,
  { view, name }: { readonly view: View; readonly name: string },
): Promise<readonly string[]> {
  await page.goto(site.address + path);
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  const wrong = violations.map(({ id, nodes }) => `${path} (${name}): ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
  if (wide > view.width) wrong.push(`${path} (${name}): ${wide} px wide`);
  const file = `${path.replaceAll(/[^a-z0-9-]+/gi, "_").slice(0, 120)}-${name}.png`;
  await page.screenshot({ path: join(artefacts, file), fullPage: false });
  return wrong;
}

const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

/** How many sheets a PDF has. */
const sheetsOf = (pdf: Uint8Array): number => [...latin(pdf).matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

/** Moves by Tab to the link that begins with a text, sees that its focus is drawn, and follows it. */
async function follow(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate<string>("document.activeElement.textContent.trim()");
    if (!at.startsWith(text)) continue;
    expect(await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle")).not.toBe("none");
    const before = page.url();
    await Promise.all([page.waitForURL((url) => url.href !== before), page.keyboard.press("Enter")]);
    return;
  }
  throw new Error(`the keyboard did not reach “${text}”`);
}
