import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Where the search for a browser looks; given in tests. */
export type BrowserPlaces = {
  readonly chromePath?: string | undefined;
  /** Folders of the PATH. */
  readonly path: readonly string[];
  /** Playwright's cache. */
  readonly playwrightCache: string;
};

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const insideCache = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-linux/headless_shell",
  "chrome-headless-shell-linux64/chrome-headless-shell",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-win/chrome.exe",
];

/** What to do when there is no browser: one line. */
export const browserRemedy =
  "No Chromium or Chrome found. Run: node scripts/browser/set-up-browser.ts, or set CHROME_PATH to a browser.";

/** The places of this machine. */
export function browserPlaces(): BrowserPlaces {
  return {
    chromePath: process.env.CHROME_PATH,
    path: (process.env.PATH ?? "").split(delimiter),
    playwrightCache: process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright"),
  };
}

function inCache(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith("chromium"))
    .toSorted()
    .reverse()
    .flatMap((name) => insideCache.map((file) => join(folder, name, file)));
}

/**
 * Path of a Chromium or Chrome: `CHROME_PATH`, then the system's, then Playwright's cache.
 * Throws {@link browserRemedy} when there is none, and when `CHROME_PATH` names no file: a wish is not ignored.
 */
export function findBrowser({ chromePath, path, playwrightCache }: BrowserPlaces = browserPlaces()): string {
  if (chromePath !== undefined && chromePath !== "") {
    if (existsSync(chromePath)) return chromePath;
    throw new Error(`CHROME_PATH names no file: ${chromePath}. ${browserRemedy}`);
  }
  const candidates = [
    ...path.flatMap((folder) => names.map((name) => join(folder, name))),
    ...inCache(playwrightCache),
  ];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(browserRemedy);
  return found;
}
