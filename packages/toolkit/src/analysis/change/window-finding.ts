import type { Finding } from "@evenhand/standard";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { QuestionContext } from "../question.ts";
import { changeId } from "./series-finding.ts";

/** What a finding over equal windows is made from. */
export type WindowFindingParts = Pick<Finding, "measure" | "unit" | "rows"> & {
  readonly eventId: string;
  readonly dimension: NonNullable<Finding["dimension"]>;
  readonly values: NonNullable<Finding["values"]>;
  readonly caveats: readonly CaveatId[];
  /** Why only counts are shown. */
  readonly reason?: CaveatId;
};

/** A table of counts over equal windows before and after an event; its total is that of both windows. */
export function windowFinding(context: QuestionContext, parts: WindowFindingParts): Finding {
  const { measure, unit, rows, dimension, reason } = parts;
  const frame = cannotSay(
    context,
    {
      question: "change",
      measure,
      unit,
      dimension,
      method: "equal-windows",
      caveats: [...parts.caveats, "followed-not-caused"],
    },
    "no-records",
  );
  const { reason: _, ...rest } = frame;
  const figureSum = (name: string) => rows.reduce((sum, row) => sum + (row.figures?.[name] ?? 0), 0);
  const [before, after] = [figureSum("before"), figureSum("after")];
  return {
    ...rest,
    id: changeId(measure, parts.eventId, unit),
    rows,
    denominator: before + after,
    total: before + after,
    shown: reason === undefined ? "full" : "counts",
    ...(reason === undefined ? {} : { reason }),
    values: { ...parts.values, before, after },
  };
}
