import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchBrowser } from "./browser/launch-browser.ts";

/** Makes the README's picture from the demo's own report: `npm run picture`. */
const folder = mkdtempSync(join(tmpdir(), "evenhand-picture-"));
const main = fileURLToPath(new URL("../apps/cli/src/main.ts", import.meta.url));
const picture = fileURLToPath(new URL("../docs/images/riverton-on-whom.png", import.meta.url));
execFileSync(process.execPath, [main, "demo", "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1080, height: 900 }, colorScheme: "light" });
await page.goto(pathToFileURL(join(folder, "report.html")).href);
await page
  .locator("section[aria-labelledby=on-whom] .finding, section.finding:has-text('Race and ethnicity')")
  .first()
  .screenshot({ path: picture });
await browser.close();
rmSync(folder, { recursive: true });
console.log(picture);
