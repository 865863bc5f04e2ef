import type { Finding, Release } from "@evenhand/standard";
import type { CellReader } from "../release/cells.ts";
import { answerQuestion } from "./answer-all.ts";
import { collectCells } from "./collect-cells.ts";
import { monthCells, questionContext } from "./gap/gap-report.ts";
import { monthCoverage } from "./ladder/month-coverage.ts";
import { howOften } from "./questions/how-often.ts";
import { onWhom } from "./questions/on-whom.ts";
import { outcomes } from "./questions/outcomes.ts";
import { resistanceAndDeescalation } from "./questions/resistance-and-deescalation.ts";
import { whatForce } from "./questions/what-force.ts";
import { where } from "./questions/where.ts";
import { why } from "./questions/why.ts";

/** Questions that can be asked of any part of a release: they compare it with nothing outside. */
export const partQuestions = [howOften, onWhom, whatForce, why, where, resistanceAndDeescalation, outcomes] as const;

/**
 * Answers the plain questions on a part of a release, read through a filter. Not for comparisons with residents, stops or
 * other years, whose denominators are those of the whole.
 *
 * @param id of one question; all of them when not given
 */
export async function answerPart(release: Release, read: CellReader, id?: string): Promise<readonly Finding[]> {
  const context = questionContext(release);
  const asked = partQuestions.filter((question) => id === undefined || question.id === id);
  const queries = asked.flatMap((question) => Object.values(question.cells(release.scope, context)));
  const collected = await collectCells([...queries, monthCells(release.scope)], read);
  const coverage = monthCoverage(collected(monthCells(release.scope)));
  const covered = coverage === undefined ? context : { ...context, coverage };
  return asked.flatMap((question) => answerQuestion(question, covered, collected));
}
