import { runChange } from "./change-run.ts";
import { changeScenarios } from "./change-scenarios.ts";
import { changeLines } from "./change-table.ts";
import { runPlaces } from "./run-places.ts";
import { runScenario } from "./run-scenario.ts";
import { scenarios } from "./scenarios.ts";
import { placesLine, scenarioLines } from "./simulation-table.ts";

/**
 * Prints a whole table: `node print-simulation.ts [departments]` of groups and areas, `node print-simulation.ts change
 * [departments] [first] [last]` of changes after an event, of all scenarios or those from one number to another; 1,000
 * departments of each kind unless told otherwise.
 */
const isChange = process.argv[2] === "change";
const departments = Number(process.argv[isChange ? 3 : 2] ?? 1000);
if (isChange) await printChange();
else await printGroups();

async function printChange(): Promise<void> {
  const [first = 1, last = changeScenarios.length] = process.argv.slice(4).map(Number);
  for (const scenario of changeScenarios.slice(first - 1, last)) {
    console.log(`\n${scenario.id}: ${scenario.about}`);
    for (const line of changeLines(scenario.id, await runChange(scenario, departments))) console.log(line);
  }
}

async function printGroups(): Promise<void> {
  for (const scenario of scenarios) {
    console.log(`\n${scenario.id}: ${scenario.about}`);
    for (const line of scenarioLines(scenario.id, await runScenario(scenario, departments))) console.log(line);
  }
  console.log(
    "\nplaces: raw ratios differ from 1 because of where people live; among neighbours Black residents have 1 or 2",
  );
  for (const ratio of [1, 2])
    for (const areas of [15, 40, 84])
      console.log(
        placesLine(`ratio ${ratio}, ${areas} areas`, runPlaces({ areas, ratio, cities: departments, seed: 84 })),
      );
}
