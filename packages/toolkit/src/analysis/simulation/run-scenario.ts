import type { Finding } from "@evenhand/standard";
import { seededRandom } from "../../stats/functions/seeded-random.ts";
import type { Question } from "../question.ts";
import { rates } from "../questions/rates.ts";
import { treatment } from "../questions/treatment.ts";
import { answerDepartment } from "./answer-department.ts";
import { addOutcome, type Figure, noOutcomes, type Outcomes, type Truth } from "./department-outcomes.ts";
import { type DepartmentDesign, drawDepartment } from "./draw-department.ts";
import type { Scenario } from "./scenarios.ts";

/** What is counted of every department: a finding, its truth and the interval that is looked at. */
type Watched = {
  readonly question: string;
  readonly measure: string;
  readonly figure: Figure;
  readonly name: string;
  readonly truth: (design: DepartmentDesign) => Truth;
};

const watched: readonly Watched[] = [
  {
    name: "rates",
    question: "rates",
    measure: "race-per-population",
    figure: "ratio",
    truth: ({ rateRatio, residents }) => ({ ratio: rateRatio, sizes: residents }),
  },
  {
    name: "treatment: injured",
    question: "treatment",
    measure: "injured",
    figure: "ratio",
    truth: (design) => ({ ratio: design.injuryRatio, sizes: expectedPeople(design) }),
  },
  {
    name: "treatment: injured, like situations",
    question: "treatment",
    measure: "injured",
    figure: "adjusted",
    truth: (design) => ({ ratio: design.injuryRatio, sizes: expectedPeople(design) }),
  },
  {
    name: "treatment: Taser",
    question: "treatment",
    measure: "taser-used",
    figure: "ratio",
    truth: (design) => ({ ratio: {}, sizes: expectedPeople(design) }),
  },
];

/** People in proportion to what is expected of each group. */
const expectedPeople = ({ residents, rateRatio }: DepartmentDesign) =>
  Object.fromEntries(Object.entries(residents).map(([group, number]) => [group, number * (rateRatio[group] ?? 1)]));

/** What the questions said of all departments of a scenario, by what is watched. */
export async function runScenario(scenario: Scenario, departments: number): Promise<ReadonlyMap<string, Outcomes>> {
  const random = seededRandom(scenario.seed);
  const questions: readonly Question[] = scenario.units.includes("people") ? [rates, treatment] : [rates];
  const found = new Map<string, Outcomes>();
  for (let department = 0; department < departments; department += 1) {
    const design = scenario.design(random);
    const people = drawDepartment(design, random);
    const { residents } = design;
    const findings = await answerDepartment(people, { questions, units: scenario.units, residents });
    for (const watch of watched) {
      const finding = findings.find((one) => isWatched(one, watch));
      if (finding === undefined) continue;
      const outcomes = found.get(watch.name) ?? noOutcomes();
      found.set(watch.name, outcomes);
      addOutcome(outcomes, finding, watch.truth(design), watch.figure);
    }
  }
  return found;
}

/** When people cannot be counted the question of treatment answers once, with the reason. */
const isWatched = (finding: Finding, { question, measure }: Watched): boolean =>
  finding.question === question && finding.measure === measure;
