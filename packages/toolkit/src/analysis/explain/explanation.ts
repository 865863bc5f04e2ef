import type { Finding } from "@evenhand/standard";
import type { QuestionContext } from "../question.ts";
import type { NamedCells } from "./finding-cells.ts";

/** What a step of an explanation finds. */
export type StepLabel =
  | "count"
  | "total"
  | "share"
  | "range-low"
  | "range-high"
  | "interval-low"
  | "interval-high"
  | "reference-low"
  | "reference-high"
  | "exposure"
  | "rate"
  | "share-of-events"
  | "ratio"
  | "ratio-low"
  | "ratio-high"
  | "ratio-range-low"
  | "ratio-range-high"
  | "fitted-low"
  | "fitted-high"
  | "score-low"
  | "score-high"
  | "difference"
  | "difference-low"
  | "difference-high"
  | "excess"
  | "expected"
  | "strength"
  | "strength-limit"
  | "turning-share"
  | "among-group"
  | "bias-low"
  | "bias-high"
  | "above"
  | "below"
  | "spread"
  | "standardised-rate"
  | "standardised-variance"
  | "reference-standardised-rate"
  | "reference-standardised-variance"
  | "adjusted"
  | "adjusted-low"
  | "adjusted-high"
  | "within-areas"
  | "remaining"
  | "phi"
  | "phi-degrees"
  | "dispersion"
  | "target"
  | "funnel-score"
  | "officer-incidents"
  | "mean"
  | "half"
  | "held"
  | "held-by-fewer"
  | "after-per-before"
  | "windows-ratio"
  | "expected-in-all"
  | "observed-less-expected"
  | "share-before"
  | "share-after"
  | "share-change"
  | "odds-factor"
  | "row-dispersion"
  | "ratio-of-ratios"
  | "ratio-of-ratios-low"
  | "ratio-of-ratios-high"
  | "displacement"
  | "cross-ratio";

/** One number of a finding with the arithmetic that gives it. */
export type Step = {
  readonly label: StepLabel;
  /** Key of the row it belongs to; `key | key2` where rows have two. Undefined for the finding as a whole. */
  readonly row?: string;
  /** Numbers put in: `+ - * /`, brackets, `sqrt`, `exp` and `log` only, so that it can be typed into any calculator. */
  readonly expression: string;
  /** The number that the finding carries, or one on the way to it. */
  readonly value: number;
};

/** Name of a table that a finding was calculated from; in R the table has this name too. */
export type TableName = "areas" | "officers" | "groups" | "strata" | "months" | "units" | "series";

/** Numbers that a finding was calculated from and its own rows do not hold. */
export type ExplainedTable = {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** How a finding's numbers come about, so that a reader can redo them by hand or in R. */
export type Explanation = {
  readonly formula: string;
  readonly tables: readonly ExplainedTable[];
  readonly steps: readonly Step[];
  /** Lines for R. One that gives a number ends in the number it gives: `name <- expression # = value`. */
  readonly r: readonly string[];
};

/** What was given beside the release when the finding was made. */
export type ExplainBeside = Pick<QuestionContext, "benchmarks" | "places">;

/** What one method adds to an explanation: its tables, its steps, and R lines beyond those that repeat the steps. */
export type Explained = {
  readonly steps: readonly Step[];
  readonly r?: readonly string[];
  readonly tables?: readonly ExplainedTable[];
};

/** Explains the findings of one method. */
export type Explainer = (finding: Finding, cells: readonly NamedCells[], beside: ExplainBeside) => Explained;
