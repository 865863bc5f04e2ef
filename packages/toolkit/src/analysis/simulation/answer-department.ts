import type { Benchmark, Finding, PlaceTable, Unit } from "@evenhand/standard";
import { answerQuestion } from "../answer-all.ts";
import { collectCells } from "../collect-cells.ts";
import type { Question, QuestionContext } from "../question.ts";
import type { Residents } from "./draw-department.ts";
import { type SyntheticPerson, syntheticCells } from "./synthetic-people.ts";

/** Residents as a benchmark, as its file would be read. */
export function residentsBenchmark(residents: Residents): Benchmark {
  return {
    id: "population",
    kind: "population",
    source: "made-up residents",
    sha256: "0",
    caveats: [],
    cells: Object.entries(residents).map(([group, count]) => ({ group, count })),
  };
}

/** A scope in which only these units can be counted. */
export function countableUnits(units: readonly Unit[]): QuestionContext["scope"] {
  return { fields: [], force: {}, units: units.map((unit) => ({ unit, basis: "key", columns: [unit] })) };
}

/** What a department is asked. */
export type Asked = {
  readonly questions: readonly Question[];
  /** Units that its records tell apart. */
  readonly units: readonly Unit[];
  readonly residents: Residents;
  readonly places?: PlaceTable;
};

/** The findings of a made-up department, from the questions as a report asks them. */
export async function answerDepartment(
  people: readonly SyntheticPerson[],
  { questions, units, residents, places }: Asked,
): Promise<readonly Finding[]> {
  const context: QuestionContext = {
    release: { place: "made-up", date: "2026-01-01", hash: "0" },
    scope: countableUnits(units),
    benchmarks: [residentsBenchmark(residents)],
    ...(places === undefined ? {} : { places }),
  };
  const queries = questions.flatMap((question) => Object.values(question.cells(context.scope, context)));
  const collected = await collectCells(queries, syntheticCells(people));
  return questions.flatMap((question) => answerQuestion(question, context, collected));
}
