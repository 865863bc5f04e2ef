import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

/** Starts the machine's browser for tests: headless, and without any traffic of its own. Fails where there is none. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
