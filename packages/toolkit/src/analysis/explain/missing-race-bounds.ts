import type { FindingRow } from "@evenhand/standard";
import { rowKey, step, written } from "./arithmetic.ts";
import type { Explainer, Step } from "./explanation.ts";

/** What a share could be: none, all, or a known share of the missing belong to the group. */
export const missingRaceBounds: Explainer = (finding) => ({ steps: finding.rows.flatMap(shareSteps) });

function shareSteps(row: FindingRow): readonly Step[] {
  const { count, share, range, key2, figures } = row;
  const [known, missing] = [figures?.known, figures?.missing];
  if (count === undefined || range === undefined || known === undefined || missing === undefined || known === 0)
    return [];
  const all = `(${written(known)} + ${written(missing)})`;
  const alike = `${written(missing)} * ${written(count)} / ${written(known)}`;
  const low = key2 === "no-less-than-known" ? alike : "0";
  const high = key2 === "no-more-than-known" ? alike : written(missing);
  return [
    ...step("share", rowKey(row), `${written(count)} / ${written(known)}`, share),
    ...step("range-low", rowKey(row), `(${written(count)} + ${low}) / ${all}`, range.low),
    ...step("range-high", rowKey(row), `(${written(count)} + ${high}) / ${all}`, range.high),
  ];
}
