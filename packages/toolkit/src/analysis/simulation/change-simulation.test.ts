import { afterAll, describe, expect, test } from "vitest";
import type { ChangeOutcomes } from "./change-outcomes.ts";
import { runChange } from "./change-run.ts";
import { changeScenarios } from "./change-scenarios.ts";
import { changeLines } from "./change-table.ts";

const departments = 24;
/** The stated rate and three Monte-Carlo standard errors. */
const allowed = (share: number) => share + 3 * Math.sqrt((share * (1 - share)) / departments);
const least = (share: number) => share - 3 * Math.sqrt((share * (1 - share)) / departments);
const lines: string[] = [];
afterAll(() => console.log(lines.join("\n")));

async function run(id: string): Promise<ChangeOutcomes> {
  const scenario = changeScenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new RangeError(`invalid id; no such scenario: ${id}`);
  const outcomes = await runChange(scenario, departments);
  lines.push(...changeLines(id, outcomes));
  return outcomes;
}

// `node packages/toolkit/src/analysis/simulation/print-simulation.ts change 1000` runs all of them in full.
describe(`${departments} departments of each kind; 1,000 of each stand in docs/methods/segmented-series.md`, () => {
  test.each([
    ["nothing, season", 0.05],
    ["recording: code dropped", 0.05],
    ["recording: thinning, declared", 0],
  ])("%s: nothing is said to have changed more often than stated", { timeout: 30_000 }, async (id, rate) => {
    const { falseAlarms } = await run(id);
    expect(falseAlarms / departments).toBeLessThanOrEqual(allowed(rate));
  });

  test("a real drop for one group is found for that group as often as stated", { timeout: 30_000 }, async () => {
    const { groups, ratios, falseAlarms } = await run("real drop, medium");
    expect((groups.black?.lower ?? 0) / departments).toBeGreaterThan(least(0.6));
    expect((ratios.black?.lower ?? 0) / departments).toBeGreaterThan(least(0.68));
    expect(falseAlarms / departments).toBeLessThanOrEqual(allowed(0.05));
  });

  test("a pure shift is shown as one kind lower and one higher, and the total as unchanged", {
    timeout: 30_000,
  }, async () => {
    const { shiftShown, total } = await run("pure shift, medium");
    expect(shiftShown / departments).toBeGreaterThan(least(0.9));
    expect(((total.lower ?? 0) + (total.higher ?? 0)) / departments).toBeLessThanOrEqual(allowed(0.05));
  });
});
