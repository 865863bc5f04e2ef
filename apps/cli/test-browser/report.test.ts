import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Language } from "@evenhand/standard";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  rivertonFootprint,
  rivertonList,
  whatIfFinding,
} from "../../../packages/toolkit/src/report/fixtures/footprint-findings.ts";
import { rivertonChange, rivertonEvents } from "../../../packages/toolkit/src/report/fixtures/riverton-events.ts";
import {
  rivertonBoundaries,
  rivertonFindings,
  rivertonIssues,
  rivertonRelease,
} from "../../../packages/toolkit/src/report/fixtures/riverton-findings.ts";
import { rivertonPolicy } from "../../../packages/toolkit/src/report/fixtures/riverton-policy.ts";
import { renderLetter } from "../../../packages/toolkit/src/report/letter/render-letter.ts";
import { renderReport } from "../../../packages/toolkit/src/report/page/render-report.ts";
import { renderWhatIf } from "../../../packages/toolkit/src/report/what-if/render-what-if.ts";
import { launchBrowser } from "../../../scripts/browser/launch-browser.ts";
import { inPage } from "./in-page.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-report-"));
const languages: readonly Language[] = ["en", "es"];
const schemes = ["light", "dark"] as const;
const widths = [320, 390, 1280];
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let browser: Browser;

beforeAll(async () => {
  for (const language of languages) {
    const report = renderReport({
      findings: [...rivertonFindings, ...rivertonChange, ...rivertonFootprint],
      footprint: rivertonList,
      events: rivertonEvents,
      release: rivertonRelease,
      issues: rivertonIssues,
      boundaries: rivertonBoundaries,
      policy: rivertonPolicy,
      language,
      fictional: true,
    });
    writeFileSync(join(folder, `report-${language}.html`), report);
    const asked = { finding: whatIfFinding(), release: rivertonRelease, list: rivertonList, fictional: true };
    writeFileSync(join(folder, `what-if-${language}.html`), renderWhatIf({ ...asked, language }));
    const letter = { release: rivertonRelease, findings: rivertonFindings, state: "AR", today: "2026-11-23" };
    writeFileSync(join(folder, `letter-${language}.html`), renderLetter({ ...letter, language, format: "html" }));
  }
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

type Opened = { readonly context: BrowserContext; readonly page: Page; readonly requests: string[] };

async function open(file: string, width: number, colorScheme: "light" | "dark" = "light"): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, file)).href);
  return { context, page, requests };
}

const openAll = (page: Page) => page.evaluate<void>(inPage.openAll);

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

describe.each(languages)("the report in %s", (language) => {
  const file = `report-${language}.html`;

  for (const scheme of schemes) {
    for (const width of widths) {
      test(`meets WCAG 2.2 AA and does not scroll sideways at ${width} px, ${scheme}`, async () => {
        const { context, page } = await open(file, width, scheme);
        await openAll(page);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate<number>(inPage.scrollWidth)).toBeLessThanOrEqual(width);
        await context.close();
      });
    }
  }

  test("meets WCAG 2.2 AA as it opens, with tables folded", async () => {
    const { context, page } = await open(file, 390);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test("asks nothing of a network and runs no script", async () => {
    const { context, page, requests } = await open(file, 1280);
    expect(requests).toHaveLength(1);
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.locator("[onclick],[onload],link,iframe,img,object").count()).toBe(0);
    await context.close();
  });

  test("lets the keyboard reach every link, every folded table and every region that scrolls", async () => {
    const { context, page } = await open(file, 390);
    await openAll(page);
    const wanted = await page.locator("a[href],summary,[tabindex='0']").count();
    const seen = new Set<string>();
    for (let step = 0; step < wanted + 5; step++) {
      await page.keyboard.press("Tab");
      seen.add(await page.evaluate<string>(inPage.focused));
    }
    const reached = [...seen].filter((path) => !path.startsWith("-1"));
    expect(reached.length).toBe(wanted);
    expect(reached.filter((path) => path.endsWith("none"))).toEqual([]);
    await context.close();
  });

  test("shows one variant of each chart, with text of 12 px or more on a phone", async () => {
    for (const width of widths) {
      const { context, page } = await open(file, width);
      const sizes = await page.evaluate<{ shown: boolean; text: number }[]>(inPage.chartTextSizes);
      const shown = sizes.filter((size) => size.shown);
      expect(shown.length).toBeGreaterThan(4);
      expect(shown.length * 2).toBe(sizes.length);
      expect(Math.min(...shown.map(({ text }) => text))).toBeGreaterThanOrEqual(12);
      await context.close();
    }
  });

  test("draws all chart text inside its chart", async () => {
    for (const width of widths) {
      const { context, page } = await open(file, width);
      const outside = await page.evaluate<string[]>(inPage.textOutsideCharts);
      expect(outside).toEqual([]);
      await context.close();
    }
  });

  test("prints, with every folded table open", async () => {
    const { context, page } = await open(file, 1280);
    const pdf = await page.pdf({ format: "Letter" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    const hidden = await page.evaluate<number>(inPage.hiddenTables);
    expect(await page.locator("details table").count()).toBeGreaterThan(4);
    expect(hidden).toBe(0);
    await context.close();
  });
});

describe.each(languages)("the letter in %s", (language) => {
  test.each(schemes)("meets WCAG 2.2 AA, %s", async (scheme) => {
    const { context, page, requests } = await open(`letter-${language}.html`, 320, scheme);
    expect(await violations(page)).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.evaluate<number>(inPage.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
  });
});

describe.each(languages)("the what-if page in %s", (language) => {
  test.each(schemes)("meets WCAG 2.2 AA and does not scroll sideways, %s", async (scheme) => {
    for (const width of widths) {
      const { context, page, requests } = await open(`what-if-${language}.html`, width, scheme);
      await openAll(page);
      expect(await violations(page)).toEqual([]);
      expect(requests).toHaveLength(1);
      expect(await page.evaluate<number>(inPage.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await page.evaluate<string[]>(inPage.textOutsideCharts)).toEqual([]);
      await context.close();
    }
  });
});
