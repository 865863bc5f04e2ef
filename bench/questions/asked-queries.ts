import type { Release } from "../../packages/standard/src/index.ts";
import type { ContextBeside } from "../../packages/toolkit/src/analysis/answer-all.ts";
import { gapCells, questionContext } from "../../packages/toolkit/src/analysis/gap/gap-report.ts";
import { questions } from "../../packages/toolkit/src/analysis/questions/questions.ts";
import type { CellQuery } from "../../packages/toolkit/src/release/cells.ts";

/** Every tabulation that the gap report and the questions ask for, each once, before any of them is merged. */
export function askedQueries(release: Release, beside: ContextBeside): readonly CellQuery[] {
  const context = { ...questionContext(release), ...beside };
  const asked = questions.flatMap((question) => Object.values(question.cells(release.scope, context)));
  const byText = new Map([...gapCells(release), ...asked].map((query) => [JSON.stringify(query), query]));
  return [...byText.values()];
}
