import { rowKey, step, written } from "./arithmetic.ts";
import { comparedRows } from "./compared-rows.ts";
import type { Explainer } from "./explanation.ts";

/** Shares of units and what would be expected of each at the rate of all of them together. */
export const unitFunnel: Explainer = (finding) => {
  const rows = comparedRows(finding);
  const [count, exposure] = [
    rows.reduce((sum, row) => sum + row.count, 0),
    rows.reduce((sum, row) => sum + row.exposure, 0),
  ];
  const isOfAll = (expected: number, own: number): boolean =>
    Math.abs((count / exposure) * own - expected) <= 1e-9 * Math.max(1, expected);
  return {
    steps: rows.flatMap(({ row, compared, ...own }) => {
      const key = rowKey(row);
      const { rate, expected } = compared;
      return [
        ...step("rate", key, `${written(own.count)} / ${written(own.exposure)}`, rate?.value),
        ...(expected !== undefined && isOfAll(expected, own.exposure)
          ? step("expected", key, `${written(count)} / ${written(exposure)} * ${written(own.exposure)}`, expected)
          : []),
      ];
    }),
  };
};
