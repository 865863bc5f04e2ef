import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUpBrowser } from "./browser/set-up-browser.ts";

/** What one run of the test runner counted. */
type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

const run = (command: string, words: readonly string[]): boolean =>
  spawnSync(command, [...words], { stdio: "inherit" }).status === 0;

/** A check of the whole tree counts as one test. */
function check(name: string, command: string, words: readonly string[]): Counts {
  console.log(`\n${name}`);
  const isGood = run(command, words);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

type RunnerResult = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
};

/** Runs vitest and reads its counts; a run that could not report at all counts as one failure. */
function runTests(filters: readonly string[]): Counts {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-test-"));
  const file = join(folder, "result.json");
  try {
    const isGood = run("vitest", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...filters,
    ]);
    const result = JSON.parse(readFileSync(file, "utf8")) as RunnerResult;
    const failed = result.numFailedTests === 0 && !isGood ? 1 : result.numFailedTests;
    return { passed: result.numPassedTests, failed, skipped: result.numPendingTests + result.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filters = process.argv.slice(2);
try {
  setUpBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
}
const counts =
  filters.length > 0
    ? [runTests(filters)]
    : [
        check("Types", "tsc", ["--noEmit"]),
        check("Types of the site", "npm", ["run", "-s", "types", "-w", "@evenhand/web"]),
        check("Style", "biome", ["check", "."]),
        runTests([]),
      ];
const total = (name: keyof Counts): number => counts.reduce((sum, count) => sum + count[name], 0);
const skipped = total("skipped");
console.log(`\n${total("passed")} passed, ${total("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = total("failed") === 0 ? 0 : 1;
