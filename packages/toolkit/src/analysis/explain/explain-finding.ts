import type { Finding, Language } from "@evenhand/standard";
import { agenciesBesideOthers } from "./agencies-beside-others.ts";
import { count } from "./count.ts";
import { equalWindows } from "./equal-windows.ts";
import type { ExplainBeside, Explainer, Explanation } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";
import formulas from "./formulas.json" with { type: "json" };
import { missingRaceBounds } from "./missing-race-bounds.ts";
import { officerConcentration } from "./officer-concentration.ts";
import { placeAdjusted } from "./place-adjusted.ts";
import { rOfSteps } from "./r-lines.ts";
import { rTable } from "./r-table.ts";
import { rateByBenchmark } from "./rate-by-benchmark.ts";
import { recordingCheck } from "./recording-check.ts";
import { segmentedSeries } from "./segmented-series.ts";
import { selectionBounds } from "./selection-bounds.ts";
import { shareOfKnown } from "./share-of-known.ts";
import { treatmentGivenForce } from "./treatment-given-force.ts";
import { unitFunnel } from "./unit-funnel.ts";

type ExplainedMethod = keyof typeof formulas;

/** One file for each method; a finding of any other method is explained by its counts. */
const explainers: Readonly<Record<ExplainedMethod, Explainer>> = {
  count,
  "share-of-known": shareOfKnown,
  "rate-by-benchmark": rateByBenchmark,
  "treatment-given-force": treatmentGivenForce,
  "missing-race-bounds": missingRaceBounds,
  "selection-bounds": selectionBounds,
  "unit-funnel": unitFunnel,
  "officer-concentration": officerConcentration,
  "place-adjusted": placeAdjusted,
  "segmented-series": segmentedSeries,
  "equal-windows": equalWindows,
  "recording-check": recordingCheck,
  "agencies-beside-others": agenciesBesideOthers,
};

const isExplained = (method: string): method is ExplainedMethod => Object.hasOwn(explainers, method);

/**
 * How a finding's numbers come about: its formula, the tables it was calculated from, each number with the arithmetic
 * that gives it, and lines for R that give the same. Numbers that need a fitted model or the quantile of a distribution
 * are in the lines for R only.
 *
 * @param cells the grouped counts the finding was made from; none to explain it by its own rows alone, as where small
 *   counts are blanked
 * @param beside what it was compared with
 */
export function explainFinding(
  finding: Finding,
  cells: readonly NamedCells[],
  language: Language = "en",
  beside: ExplainBeside = {},
): Explanation {
  const method = isExplained(finding.method) ? finding.method : "count";
  const { steps, r = [], tables = [] } = explainers[method](finding, cells, beside);
  const isSaid = finding.shown !== "cannot-say";
  return {
    formula: formulas[method][language],
    tables: isSaid ? tables : [],
    steps,
    r: isSaid ? [...rOfSteps(steps), ...tables.flatMap(rTable), ...r] : [],
  };
}
