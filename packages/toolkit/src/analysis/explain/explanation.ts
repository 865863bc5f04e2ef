import type { Finding } from "@evenhand/standard";
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
  | "exposure"
  | "rate"
  | "share-of-events"
  | "ratio"
  | "ratio-low"
  | "ratio-high"
  | "ratio-range-low"
  | "ratio-range-high"
  | "difference"
  | "excess"
  | "expected"
  | "strength";

/** One number of a finding with the arithmetic that gives it. */
export type Step = {
  readonly label: StepLabel;
  /** Key of the row it belongs to; `key | key2` where rows have two. Undefined for the finding as a whole. */
  readonly row?: string;
  /** Numbers put in: `+ - * /`, brackets, `sqrt`, `exp` and `log` only, so that it can be typed into any calculator. */
  readonly expression: string;
  /** The number that the finding carries. */
  readonly value: number;
};

/** How a finding's numbers come about, so that a reader can redo them by hand or in R. */
export type Explanation = {
  readonly formula: string;
  readonly steps: readonly Step[];
  /** Lines for R, one for each number: `name <- expression # = value`. */
  readonly r: readonly string[];
};

/** Explains the findings of one method: its steps, and R lines beyond those that only repeat the steps. */
export type Explainer = (
  finding: Finding,
  cells: readonly NamedCells[],
) => { readonly steps: readonly Step[]; readonly r?: readonly string[] };
