import type {
  Benchmark,
  Finding,
  FootprintList,
  PlaceTable,
  PolicyEvent,
  ReleaseReference,
  ResponderResult,
  Scope,
} from "@evenhand/standard";
import type { CellQuery } from "../release/cells.ts";
import type { CellTable } from "./cell-table.ts";

/** What every question may know of the release beside its cells. */
export type QuestionContext = {
  readonly release: ReleaseReference;
  readonly scope: Scope;
  /** What counts may be compared with; none when no benchmark file was given. */
  readonly benchmarks?: readonly Benchmark[];
  /** The areas and their circumstances; undefined when no covariates file was given. */
  readonly places?: PlaceTable;
  /** Part of the period's months that hold records, 0–1; undefined when it cannot be told. */
  readonly coverage?: number;
  /** What happened to policy, practice or records; nothing is asked of changes when no events file was given. */
  readonly events?: readonly PolicyEvent[];
  /** Which codes are signs of which kind of situation. */
  readonly footprint?: FootprintList;
  /** What alternative responders reported of themselves. */
  readonly responders?: readonly ResponderResult[];
  /** Group of `race_ethnicity` that the others are compared with, when a reader chose one. */
  readonly reference?: string;
};

/**
 * A question asked of a release: the fields it needs, the cells it asks for, and a pure function from cells to
 * findings. Adding a question is adding a file with one of these and its words in the report.
 */
export type Question<Name extends string = string> = {
  /** File name in `analysis/questions`. */
  readonly id: string;
  /** Field ids of the standard that it reads. */
  readonly needs: readonly string[];
  /** Cells by name; they depend on the scope only where a release cannot count a unit. */
  cells(
    scope: Scope,
    beside?: Pick<QuestionContext, "places" | "events" | "footprint">,
  ): Readonly<Record<Name, CellQuery>>;
  answer(context: QuestionContext, cells: Readonly<Record<Name, CellTable>>): readonly Finding[];
};

/** Checks a question's shape and keeps the names of its cells. */
export function question<Name extends string>(definition: Question<Name>): Question<Name> {
  return definition;
}
