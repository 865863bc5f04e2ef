import { afterAll, describe, expect, test } from "vitest";
import type { ChangeOutcomes } from "./change-outcomes.ts";
import { runChange } from "./change-run.ts";
import { changeScenarios } from "./change-scenarios.ts";
import { changeLines } from "./change-table.ts";

const departments = 40;
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
    ["nothing", 0.05],
    ["nothing, season", 0.05],
    ["nothing, alike months", 0.06],
    ["recording: code dropped", 0.05],
    ["recording: code renamed", 0.05],
    ["recording: race lost", 0.05],
    ["recording: thinning, declared", 0],
  ])("%s: nothing is said to have changed more often than stated", async (id, rate) => {
    const { falseAlarms } = await run(id);
    expect(falseAlarms / departments).toBeLessThanOrEqual(allowed(rate));
  });

  test("a real drop for one group is found for that group", async () => {
    const { groups, ratios } = await run("real drop, medium");
    expect((groups.black?.lower ?? 0) / departments).toBeGreaterThan(least(0.8));
    expect((ratios.black?.lower ?? 0) / departments).toBeGreaterThan(least(0.65));
  });

  test("a pure shift is shown as one kind lower and one higher, and the total as unchanged", async () => {
    const { shiftShown, total } = await run("pure shift, medium");
    expect(shiftShown / departments).toBeGreaterThan(least(0.9));
    expect(((total.lower ?? 0) + (total.higher ?? 0)) / departments).toBeLessThanOrEqual(allowed(0.05));
  });
});
