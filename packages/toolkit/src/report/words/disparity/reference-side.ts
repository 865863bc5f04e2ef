import type { Finding } from "@evenhand/standard";
import { everybodyElse } from "./group-phrase.ts";

/** What a row is compared with, as counts: the reference row, or all other compared rows added up. */
export type ReferenceSide = { readonly key: string; readonly count: number; readonly exposure: number };

/** The other side of a row's comparison; undefined when it is not there or blanked. */
export function referenceSide(finding: Finding, rowKey: string): ReferenceSide | undefined {
  const key = finding.comparison?.reference ?? everybodyElse;
  const rows = finding.rows.filter((row) => (key === everybodyElse ? row.key !== rowKey : row.key === key));
  const sides = rows.flatMap(({ count, compared }) =>
    count === undefined || compared?.exposure === undefined ? [] : [{ count, exposure: compared.exposure }],
  );
  if (sides.length === 0 || rows.some(({ note }) => note === "suppressed-small-count")) return undefined;
  const count = sides.reduce((sum, side) => sum + side.count, 0);
  const exposure = sides.reduce((sum, side) => sum + side.exposure, 0);
  return exposure > 0 ? { key, count, exposure } : undefined;
}
