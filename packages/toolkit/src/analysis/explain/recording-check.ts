import type { FindingRow } from "@evenhand/standard";
import { rowKey, step, written } from "./arithmetic.ts";
import type { Explainer, Step } from "./explanation.ts";

/** What was recorded otherwise: the share of each code, and how it stands to the others then and now. */
export const recordingCheck: Explainer = ({ rows }) => ({ steps: rows.flatMap(oddsSteps) });

function oddsSteps(row: FindingRow): readonly Step[] {
  const { before, after, shareBefore, shareAfter } = row.figures ?? {};
  if (before === undefined || after === undefined || shareBefore === undefined || shareAfter === undefined) return [];
  const change = step(
    "share-change",
    rowKey(row),
    `${written(shareAfter)} - ${written(shareBefore)}`,
    shareAfter - shareBefore,
  );
  const isOdds = [shareBefore, shareAfter].every((share) => share > 0 && share < 1);
  if (!isOdds || row.note === "reports-jump") return change;
  const odds = (share: number) => share / (1 - share);
  const [was, is] = [written(shareBefore), written(shareAfter)];
  return [
    ...change,
    ...step(
      "odds-factor",
      rowKey(row),
      `${is} / (1 - ${is}) / (${was} / (1 - ${was}))`,
      odds(shareAfter) / odds(shareBefore),
    ),
  ];
}
