import type { Finding, FindingRow, RowComparison } from "@evenhand/standard";
import { everybodyElse } from "../compare/reference-group.ts";

/** A row with what it was compared with: the reference row, or all other rows together. */
export type ComparedRow = {
  readonly row: FindingRow;
  readonly compared: RowComparison;
  readonly count: number;
  readonly exposure: number;
  readonly other: { readonly count: number; readonly exposure: number } | undefined;
};

/**
 * The rows of a finding that compares, each with its other side, from counts and exposures of the rows alone. Where rows
 * are blanked, all others together are not known.
 */
export function comparedRows({ rows, comparison }: Finding): readonly ComparedRow[] {
  const sides = rows.flatMap((row) =>
    row.count === undefined || row.compared?.exposure === undefined
      ? []
      : [{ row, compared: row.compared, count: row.count, exposure: row.compared.exposure }],
  );
  return sides.map((side) => {
    const named = sides.find(({ row }) => row.key === comparison?.reference);
    const others = sides.filter(({ row }) => row.key !== side.row.key);
    const rest = {
      count: others.reduce((sum, { count }) => sum + count, 0),
      exposure: others.reduce((sum, { exposure }) => sum + exposure, 0),
    };
    const isBlanked = rows.some(({ note }) => note === "suppressed-small-count");
    const isOthers = comparison?.reference === everybodyElse || comparison?.reference === undefined;
    const other = isOthers || named === undefined ? rest : named.row.key === side.row.key ? undefined : named;
    if (isBlanked && other === rest) return { ...side, other: undefined };
    return { ...side, other: other === undefined ? undefined : { count: other.count, exposure: other.exposure } };
  });
}
