import type { Shown } from "@evenhand/standard";
import type { CaveatId } from "../caveat.ts";
import ladder from "./ladder.json" with { type: "json" };

/** What the ladder knows of a figure; `ladder.json` says what each measure means. Coverage is 1 when not told. */
export type LadderMeasures = {
  readonly total: number;
  readonly known: number;
  readonly recordable: number;
  readonly missingShare: number;
  readonly answers: number;
  readonly coverage: number;
  /** Events that a comparison of groups rests on; undefined when nothing is compared. */
  readonly events?: number;
};

/** How a figure may be shown, with the reason when it is not in full, and what to know beside it. */
export type Showing = { readonly shown: Shown; readonly reason?: CaveatId; readonly caveats: readonly CaveatId[] };

const measureNames = ["total", "known", "recordable", "missingShare", "answers", "coverage", "events"];

type Condition = { readonly measure: string; readonly below?: number; readonly above?: number };
type Rule = { readonly id: string; readonly when: readonly Condition[]; readonly shown: string };

/**
 * Passes a figure through the release ladder: in full, as a range, as counts only, or cannot say. Every limit and its
 * reason is a line of `ladder.json`. Not a statement that a figure is right, only that it is not shown as more than
 * the records can carry.
 *
 * @example climbLadder({ total: 100, known: 8, recordable: 100, missingShare: 0.92, answers: 3, coverage: 1 }).shown // "counts"
 */
export function climbLadder(measures: LadderMeasures): Showing {
  const rules: readonly Rule[] = ladder.rules;
  const rule = rules.find(({ when }) => when.every((condition) => holds(condition, measures)));
  if (rule?.shown === "cannot-say") return { shown: "cannot-say", reason: rule.id as CaveatId, caveats: [] };
  const caveats = ladder.caveats
    .filter(({ when }) => when.every((condition) => holds(condition, measures)))
    .map(({ id }) => id as CaveatId);
  if (rule === undefined) return { shown: "full", caveats };
  return { shown: rule.shown as Shown, reason: rule.id as CaveatId, caveats };
}

function holds({ measure, below, above }: Condition, measures: LadderMeasures): boolean {
  if (!measureNames.includes(measure)) throw new RangeError(`invalid ladder.json; unknown measure: ${measure}`);
  const value = measures[measure as keyof LadderMeasures];
  if (value === undefined) return false;
  return (below === undefined || value < below) && (above === undefined || value > above);
}
