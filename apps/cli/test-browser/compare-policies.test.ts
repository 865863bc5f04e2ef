import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rivertonVersions } from "../../../packages/toolkit/src/report/policy-versions/fixtures/riverton-versions.ts";
import { renderVersions } from "../../../packages/toolkit/src/report/policy-versions/render-versions.ts";
import { launchBrowser } from "../../../scripts/browser/launch-browser.ts";
import { inPage } from "./in-page.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-versions-"));
const languages = ["en", "es"] as const;
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let browser: Browser;

beforeAll(async () => {
  for (const language of languages)
    writeFileSync(join(folder, `${language}.html`), renderVersions({ ...rivertonVersions, language }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const cases = languages.flatMap((language) =>
  (["light", "dark"] as const).flatMap((scheme) => [320, 1280].map((width) => [language, scheme, width] as const)),
);

describe("the comparison of two versions", () => {
  test.each(cases)(
    "in %s, %s, at %i px meets WCAG 2.2 AA and does not scroll sideways",
    async (language, scheme, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
      const page = await context.newPage();
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(join(folder, `${language}.html`)).href);
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`),
      ).toEqual([]);
      expect(await page.evaluate<number>(inPage.scrollWidth)).toBeLessThanOrEqual(width);
      expect(requests).toHaveLength(1);
      await context.close();
    },
  );

  test("prints", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, "en.html")).href);
    expect((await page.pdf({ format: "Letter" })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.close();
  });
});
