import type { ChangeOutcomes } from "./change-outcomes.ts";

const part = (count: number, total: number): string => (total === 0 ? "-" : (count / total).toFixed(3));
const worded = (directions: Readonly<Record<string, number>> = {}): string =>
  ["lower", "higher"].map((name) => `${name} ${directions[name] ?? 0}`).join(" ");

/** Lines of a table: what the question of change said of the departments of one scenario. */
export function changeLines(id: string, outcomes: ChangeOutcomes): readonly string[] {
  const { departments } = outcomes;
  const groups = Object.keys(outcomes.groups).toSorted();
  return [
    `${id} | departments ${departments} | false alarms ${part(outcomes.falseAlarms, departments)} (without a word on recording ${part(outcomes.firmFalseAlarms, departments)}) | rows against the truth ${part(outcomes.falseRows, departments)} | planted moves of kinds shown ${part(outcomes.shiftShown, departments)}`,
    `    total: ${worded(outcomes.total)}, recording changed ${outcomes.total["recording-changed"] ?? 0}, interval holds 1 ${part(outcomes.held, outcomes.assessed)}; target: ${worded(outcomes.target)}`,
    `    groups: ${groups.map((key) => `${key} ${worded(outcomes.groups[key])}`).join("; ")}`,
    `    ratio to the reference: ${groups.map((key) => `${key} ${worded(outcomes.ratios[key])}`).join("; ")}`,
  ];
}
