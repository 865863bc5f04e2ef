import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Language } from "@evenhand/standard";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rivertonAudit } from "../../../packages/toolkit/src/report/audit/fixtures/riverton-audit.ts";
import { renderAudit } from "../../../packages/toolkit/src/report/audit/render-audit.ts";
import { rivertonVersions } from "../../../packages/toolkit/src/report/policy-versions/fixtures/riverton-versions.ts";
import { renderVersions } from "../../../packages/toolkit/src/report/policy-versions/render-versions.ts";
import { rivertonRegister } from "../../../packages/toolkit/src/report/register/fixtures/riverton-register.ts";
import { renderRegister } from "../../../packages/toolkit/src/report/register/render-register.ts";
import { rivertonReview } from "../../../packages/toolkit/src/report/review/fixtures/riverton-review.ts";
import { renderReview } from "../../../packages/toolkit/src/report/review/render-review.ts";
import { launchBrowser } from "../../../scripts/browser/launch-browser.ts";
import { inPage } from "./in-page.ts";

/** The pages about a policy that commands write as files of their own. */
const written: Readonly<Record<string, (language: Language) => string>> = {
  audit: (language) => renderAudit({ ...rivertonAudit, language }),
  versions: (language) => renderVersions({ ...rivertonVersions, language }),
  register: (language) => renderRegister({ ...rivertonRegister, language }),
  review: (language) => renderReview({ ...rivertonReview, language }),
};

/** Each language in both widths and both colors, not in all eight ways. */
const views = [
  ["en", "light", 320],
  ["en", "dark", 1280],
  ["es", "dark", 320],
  ["es", "light", 1280],
] as const;

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const folder = mkdtempSync(join(tmpdir(), "evenhand-policy-pages-"));
const address = (name: string, language: Language) => pathToFileURL(join(folder, `${name}-${language}.html`)).href;
let browser: Browser;

beforeAll(async () => {
  for (const [name, render] of Object.entries(written))
    for (const language of ["en", "es"] as const)
      writeFileSync(join(folder, `${name}-${language}.html`), render(language));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

describe.each(Object.keys(written))("the page of the %s", (name) => {
  test.each(views)(
    "in %s, %s, at %i px meets WCAG 2.2 AA and does not scroll sideways",
    async (language, scheme, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
      const page = await context.newPage();
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(address(name, language));
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
    await page.goto(address(name, "en"));
    expect((await page.pdf({ format: "Letter" })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.close();
  });
});
