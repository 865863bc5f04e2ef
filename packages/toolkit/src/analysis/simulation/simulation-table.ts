import type { Outcomes } from "./department-outcomes.ts";
import type { PlaceOutcomes } from "./run-places.ts";

const part = (count: number, total: number): string => (total === 0 ? "-" : (count / total).toFixed(3));
const mix = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([, left], [, right]) => right - left)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

/** Lines of a table: what the questions said of the departments of one scenario. */
export function scenarioLines(id: string, found: ReadonlyMap<string, Outcomes>): readonly string[] {
  return [...found].flatMap(([name, outcomes]) => [
    `${id} | ${name} | departments ${outcomes.departments} | false alarms ${part(outcomes.falseAlarms, outcomes.departments)} | found ${part(outcomes.found, outcomes.findable)} | interval holds ${part(outcomes.held, outcomes.intervals)}`,
    `    shown: ${mix(outcomes.shown)}`,
    `    rows: ${mix(outcomes.directions)}`,
    `    reasons: ${mix(outcomes.reasons)}`,
  ]);
}

/** One line: what the model of areas said of many cities. */
export function placesLine(id: string, outcomes: PlaceOutcomes): string {
  const fitted = outcomes.cities - outcomes.refused;
  return `${id} | places | cities ${outcomes.cities}, not fitted ${outcomes.refused} | false alarms ${part(outcomes.falseAlarms, fitted)} | found ${part(outcomes.found, fitted)} | interval holds ${part(outcomes.held, outcomes.intervals)} | rows: ${mix(outcomes.directions)}`;
}
