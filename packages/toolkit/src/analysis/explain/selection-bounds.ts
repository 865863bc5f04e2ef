import { rowKey, step, written } from "./arithmetic.ts";
import type { Explainer } from "./explanation.ts";

/** How strong something unmeasured would have to be (E-value), for a ratio above 1; a ratio below 1 is turned round. */
export const selectionBounds: Explainer = (finding) => ({
  steps: finding.rows.flatMap((row) => {
    const ratio = row.compared?.ratio?.value;
    const strength = row.figures?.strength;
    if (ratio === undefined || strength === undefined || ratio <= 0) return [];
    const above = ratio >= 1 ? written(ratio) : `(1 / ${written(ratio)})`;
    return step("strength", rowKey(row), `${above} + sqrt(${above} * (${above} - 1))`, strength);
  }),
});
