import type { DesignMatrix } from "../matrices/design-matrix.ts";
import type { GroupedCounts } from "./grouped-counts.ts";

/** Rows of counts before they are sorted, one entry per row in each list. */
export type CountRows = {
  readonly counts: ArrayLike<number>;
  readonly design: DesignMatrix;
  readonly groups: readonly (string | number)[];
  readonly offset?: ArrayLike<number> | undefined;
};

/**
 * Sorts rows so that the rows of a group stand together, groups in the order in which they first appear.
 *
 * @returns the sorted rows and the group each stretch belongs to
 * @example groupRows({
 *   counts: [1, 2, 3], design: { rows: 3, columns: ["all"], values: Float64Array.of(1, 1, 1) }, groups: ["b", "a", "b"],
 * }).names // ["b", "a"]
 */
export function groupRows({ counts, design, groups, offset }: CountRows): {
  readonly data: GroupedCounts;
  readonly names: readonly (string | number)[];
} {
  const rowsByGroup = new Map<string | number, number[]>();
  for (const [row, group] of groups.entries()) {
    const rows = rowsByGroup.get(group);
    if (rows === undefined) rowsByGroup.set(group, [row]);
    else rows.push(row);
  }
  const order = [...rowsByGroup.values()].flat();
  const starts = new Int32Array(rowsByGroup.size + 1);
  for (const [place, rows] of [...rowsByGroup.values()].entries())
    starts[place + 1] = (starts[place] as number) + rows.length;
  const size = design.columns.length;
  const values = new Float64Array(order.length * size);
  for (let column = 0; column < size; column++)
    for (const [place, row] of order.entries())
      values[column * order.length + place] = design.values[column * design.rows + row] as number;
  const sorted = (list: ArrayLike<number>) => Float64Array.from(order, (row) => list[row] as number);
  return {
    data: {
      counts: sorted(counts),
      offset: offset === undefined ? new Float64Array(order.length) : sorted(offset),
      design: values,
      columns: size,
      starts,
    },
    names: [...rowsByGroup.keys()],
  };
}
