import type { Finding, PolicyEvent } from "@evenhand/standard";
import type { Random } from "../../stats/functions/random-counts.ts";
import { seededRandom } from "../../stats/functions/seeded-random.ts";
import { answerQuestion } from "../answer-all.ts";
import { shiftMonth } from "../change/month-series.ts";
import { collectCells } from "../collect-cells.ts";
import type { QuestionContext } from "../question.ts";
import { change } from "../questions/change.ts";
import { countableUnits } from "./answer-department.ts";
import { drawChangeDepartment } from "./change-department.ts";
import { addChange, type ChangeOutcomes, noChangeOutcomes } from "./change-outcomes.ts";
import type { ChangeScenario } from "./change-scenarios.ts";
import { tallyCells } from "./change-tally.ts";

/** What the question of change said of all departments of a scenario. */
export async function runChange(scenario: ChangeScenario, departments: number): Promise<ChangeOutcomes> {
  const random = seededRandom(scenario.seed);
  const outcomes = noChangeOutcomes();
  for (let department = 0; department < departments; department += 1)
    addChange(outcomes, await askChange(scenario, random), scenario.truth);
  return outcomes;
}

/** The findings of one drawn department, from the question as a report asks it. */
export async function askChange(scenario: ChangeScenario, random: Random): Promise<readonly Finding[]> {
  const design = scenario.design(random);
  const events = scenarioEvents(scenario, `${shiftMonth(design.start, design.dateAt)}-01`);
  const context: QuestionContext = {
    release: { place: "made-up", date: "2026-01-01", hash: "0" },
    scope: countableUnits(["incidents", "people", "force"]),
    events,
  };
  const queries = Object.values(change.cells(context.scope, context));
  const collected = await collectCells(queries, tallyCells(drawChangeDepartment(design, random)));
  return answerQuestion(change, context, collected);
}

function scenarioEvents({ event = {}, isFormDeclared = false }: ChangeScenario, date: string): readonly PolicyEvent[] {
  const made = { source: "made up", effective: date };
  return [
    { id: "rule", kind: "policy", what: { en: "A rule" }, ...made, ...event },
    ...(isFormDeclared ? [{ id: "form", kind: "recording", what: { en: "A new form" }, ...made } as const] : []),
  ];
}
