import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { browserRemedy, findBrowser } from "./find-browser.ts";

type Run = (command: string, parameters: readonly string[]) => void;

const runShown: Run = (command, parameters) => {
  execFileSync(command, parameters, { stdio: ["ignore", "inherit", "inherit"] });
};

/** Whether apt can install here: Debian or a child of it, as root. */
export function canUseApt(): boolean {
  return existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
}

/** Installs Chromium: apt's on Debian as root, Playwright's own elsewhere. */
export function installBrowser(run: Run = runShown, useApt = canUseApt()): void {
  if (useApt) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    return;
  }
  const installer = createRequire(import.meta.url)
    .resolve("playwright-core/package.json")
    .replace(/package\.json$/, "cli.js");
  run(process.execPath, [installer, "install", "chromium"]);
}

/**
 * Path of a browser, installing one when there is none.
 * Throws the one-line remedy when that fails too.
 */
export function setUpBrowser(): string {
  try {
    return findBrowser();
  } catch {
    try {
      installBrowser();
    } catch (cause) {
      throw new Error(browserRemedy, { cause });
    }
    return findBrowser();
  }
}

if (import.meta.main) {
  try {
    console.log(setUpBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
