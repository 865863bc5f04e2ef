import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../../../scripts/browser/launch-browser.ts";
import { crawl, type Fetched } from "./crawl.ts";
import { buildSite, evenhand, type ServedSite, serveSite } from "./served-site.ts";
import { serveFiles } from "./static-files.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-static-"));
let site: ServedSite;
let files: { readonly address: string; readonly stop: () => void };
let browser: Browser;
let served: ReadonlyMap<string, Fetched>;
let written: ReadonlyMap<string, Fetched>;

beforeAll(async () => {
  await buildSite();
  evenhand("demo", "--out", join(folder, "riverton"));
  const releases = join(folder, "riverton", "releases");
  evenhand("prepare", releases);
  site = await serveSite(releases);
  evenhand("publish", releases, "--out", join(folder, "site"), "--origin", site.address);
  files = await serveFiles(join(folder, "site"));
  browser = await launchBrowser();
  served = await crawl(site.address, ["/", "/es"], (path) => !/\.(png|xlsx|parquet|csv)$/.test(path));
  written = await crawl(files.address, ["/", "/es"]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  files?.stop();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page without its links to what a server makes to order, and without comments. */
const bare = (text: string): string =>
  text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<link[^>]+oembed[^>]*>/g, "")
    .replaceAll(/<li><a href="(\/es)?\/api">[^<]*<\/a><\/li>/g, "");

/** The description of the API, which files cannot answer. */
const isOfServer = (path: string): boolean => /^(\/es)?\/api$/.test(path);

const pages = (of: ReadonlyMap<string, Fetched>): readonly Fetched[] =>
  [...of.values()].filter(({ type }) => type === "text/html");

describe("the site as files", () => {
  test("every link leads to a file", () => {
    const broken = [...written.values()].filter(({ status }) => status !== 200);
    expect(broken.map(({ path, from }) => `${path} from ${from}`)).toEqual([]);
    expect(pages(written).length).toBeGreaterThan(100);
  });

  test("holds every page of the server but those that need one, byte for byte", () => {
    const withoutForm = pages(served).filter(({ path, text }) => !text.includes("<form") && !isOfServer(path));
    const missing = withoutForm.filter(({ path }) => !written.has(path)).map(({ path }) => path);
    expect(missing).toEqual([]);
    const other = withoutForm
      .filter(({ path, text }) => bare(written.get(path)?.text ?? "") !== bare(text))
      .map(({ path }) => path);
    expect(other).toEqual([]);
    expect(withoutForm.length).toBeGreaterThan(pages(served).length / 2);
  });

  test("has no form, since nobody would answer it", () => {
    expect(
      pages(written)
        .filter(({ text }) => text.includes("<form"))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test("an unknown address gets the page that says so", async () => {
    const response = await fetch(`${files.address}/places/nowhere`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(readFileSync(join(folder, "site", "404.html"), "utf8"));
  });

  test("opens in a browser without a word on the console or a request to anyone else", async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 900 } })).newPage();
    const faults: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith(files.address)) faults.push(request.url());
    });
    for (const path of ["/", "/es", "/places/riverton-xx", "/es/places/riverton-xx/force", "/methods", "/learn"])
      await page.goto(files.address + path);
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
