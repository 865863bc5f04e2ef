import { rowKey, step, written } from "./arithmetic.ts";
import type { Explainer, Step } from "./explanation.ts";

const close = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-12 * Math.max(1, Math.abs(right));

/** Counts: all records are the known and the missing; a row's share is its part of the known, where it is just that. */
export const count: Explainer = (finding) => {
  const { denominator, missing, total, rows } = finding;
  if (finding.shown === "cannot-say") return { steps: [] };
  const parts = [denominator, ...missing.map((one) => one.count)];
  const added = parts.reduce((sum, part) => sum + part, 0);
  const whole = added === total ? step("total", undefined, parts.map(written).join(" + "), total) : [];
  const shares = rows.flatMap((row): readonly Step[] =>
    row.count === undefined ||
    row.share === undefined ||
    denominator === 0 ||
    !close(row.count / denominator, row.share)
      ? []
      : step("share", rowKey(row), `${written(row.count)} / ${written(denominator)}`, row.share),
  );
  return { steps: [...whole, ...shares] };
};
