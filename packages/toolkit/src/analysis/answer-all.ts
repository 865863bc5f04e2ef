import type { Finding, Release } from "@evenhand/standard";
import type { CellReader } from "../release/cells.ts";
import { type CollectedCells, collectCells } from "./collect-cells.ts";
import { collectArea, type GapReport, gapCells, monthCells, questionContext, reportGaps } from "./gap/gap-report.ts";
import { monthCoverage } from "./ladder/month-coverage.ts";
import { suppressFindings } from "./privacy/suppress-findings.ts";
import type { Question, QuestionContext } from "./question.ts";
import { questions } from "./questions/questions.ts";

/** Everything a release says, as findings. */
export type Answers = {
  /** Of the gap report, then of every question in the order of the report. */
  readonly findings: readonly Finding[];
  readonly gap: GapReport;
};

/**
 * What a reader gives beside the release: benchmarks, places, events, a list of situations, responders' results, a
 * reference group, and whether to blank small counts.
 */
export type ContextBeside = Pick<
  QuestionContext,
  "benchmarks" | "places" | "reference" | "events" | "footprint" | "responders"
> & {
  /** Counts from 1 to this less 1 are blanked; nothing is when not given. */
  readonly suppressBelow?: number;
};

/**
 * Answers every question and makes the gap report of one release. All of them share one collection of cells: what two
 * questions need is asked once.
 */
export async function answerQuestions(
  release: Release,
  read: CellReader,
  beside: ContextBeside = {},
): Promise<Answers> {
  const context = { ...questionContext(release), ...beside };
  const asked = questions.flatMap((question) => Object.values(question.cells(release.scope, context)));
  const collected = await collectCells([...gapCells(release), ...asked], read);
  const coverage = monthCoverage(collected(monthCells(release.scope)));
  const covered = coverage === undefined ? context : { ...context, coverage };
  const gap = reportGaps(context, release, collected, await collectArea(release, collected, read));
  const answers = questions.flatMap((question) => answerQuestion(question, covered, collected));
  const findings = [...gap.findings, ...answers];
  return {
    findings: beside.suppressBelow === undefined ? findings : suppressFindings(findings, beside.suppressBelow),
    gap,
  };
}

/** Answers one question from cells already collected. */
export function answerQuestion(
  question: Question,
  context: QuestionContext,
  collected: CollectedCells,
): readonly Finding[] {
  const queries = Object.entries(question.cells(context.scope, context));
  return question.answer(context, Object.fromEntries(queries.map(([name, query]) => [name, collected(query)])));
}
