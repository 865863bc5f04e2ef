import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { browserRemedy, findBrowser } from "./find-browser.ts";
import { installBrowser } from "./set-up-browser.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-browser-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(path: string): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, "");
  chmodSync(full, 0o755);
  return full;
}

const nowhere = { path: [join(folder, "none")], playwrightCache: join(folder, "none") };

describe("findBrowser", () => {
  test("takes CHROME_PATH before anything else", () => {
    const chosen = file("chosen/my-chrome");
    file("bin/chromium");
    expect(findBrowser({ ...nowhere, chromePath: chosen, path: [join(folder, "bin")] })).toBe(chosen);
  });

  test("does not ignore a CHROME_PATH that names no file", () => {
    expect(() => findBrowser({ ...nowhere, chromePath: join(folder, "gone") })).toThrow("CHROME_PATH names no file");
  });

  test("finds the system's browser, then the newest of Playwright's cache", () => {
    const system = file("system/google-chrome");
    file("cache/chromium-1100/chrome-linux/chrome");
    const newest = file("cache/chromium-1200/chrome-linux/chrome");
    const playwrightCache = join(folder, "cache");
    expect(findBrowser({ path: [join(folder, "system")], playwrightCache })).toBe(system);
    expect(findBrowser({ ...nowhere, playwrightCache })).toBe(newest);
  });

  test("fails with a one-line remedy when there is none", () => {
    expect(() => findBrowser(nowhere)).toThrow(browserRemedy);
    expect(browserRemedy).not.toContain("\n");
  });
});

describe("installBrowser", () => {
  test("uses apt where it can, else Playwright's installer", () => {
    const commands: string[] = [];
    const run = (command: string, parameters: readonly string[]) => commands.push([command, ...parameters].join(" "));
    installBrowser(run, true);
    expect(commands.at(-1)).toContain("apt-get install");
    installBrowser(run, false);
    expect(commands.at(-1)).toMatch(/playwright-core.*cli\.js install chromium$/);
  });
});
