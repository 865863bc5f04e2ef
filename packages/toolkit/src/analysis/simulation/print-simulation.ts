import { runPlaces } from "./run-places.ts";
import { runScenario } from "./run-scenario.ts";
import { scenarios } from "./scenarios.ts";
import { placesLine, scenarioLines } from "./simulation-table.ts";

/** Prints the whole table: `node print-simulation.ts [departments]`, 1,000 of each kind unless told otherwise. */
const departments = Number(process.argv[2] ?? 1000);
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
