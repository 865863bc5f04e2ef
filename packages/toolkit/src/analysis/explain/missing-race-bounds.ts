import type { Finding, FindingRow } from "@evenhand/standard";
import { type GroupCount, otherSide } from "../compare/group-count.ts";
import { couldBeKnown } from "../tally.ts";
import { rowKey, step, written } from "./arithmetic.ts";
import { benchmarkSides, sidesTable } from "./benchmark-sides.ts";
import type { Explainer, Step } from "./explanation.ts";

/** What a share or a ratio could be: none, all, or a known share of the missing belong to the group. */
export const missingRaceBounds: Explainer = (finding, cells, beside) => {
  const sides = benchmarkSides(finding, cells, beside);
  return {
    tables: sidesTable(sides),
    steps: finding.rows.flatMap((row) => [...shareSteps(row), ...ratioSteps(row, finding, sides)]),
  };
};

/** Fewest and most of the missing that may belong to the group under the row's assumption. */
function addedOf(key2: string | undefined, missing: number, alike: string): { low: string; high: string } {
  return {
    low: key2 === "no-less-than-known" ? alike : "0",
    high: key2 === "no-more-than-known" ? alike : written(missing),
  };
}

function shareSteps(row: FindingRow): readonly Step[] {
  const { count, share, range, key2, figures } = row;
  const [known, missing] = [figures?.known, figures?.missing];
  if (count === undefined || range === undefined || known === undefined || missing === undefined || known === 0)
    return [];
  const all = `(${written(known)} + ${written(missing)})`;
  const { low, high } = addedOf(key2, missing, `${written(missing)} * ${written(count)} / ${written(known)}`);
  return [
    ...step("share", rowKey(row), `${written(count)} / ${written(known)}`, share),
    ...step("range-low", rowKey(row), `(${written(count)} + ${low}) / ${all}`, range.low),
    ...step("range-high", rowKey(row), `(${written(count)} + ${high}) / ${all}`, range.high),
  ];
}

/** Under an assumption, the group's part of all known counts, those of groups that are not compared among them. */
function ratioSteps(row: FindingRow, finding: Finding, sides: readonly GroupCount[]): readonly Step[] {
  const { count, compared, key2, figures } = row;
  const side = sides.find(({ key }) => key === row.key);
  const other = side === undefined ? undefined : otherSide(sides, side, finding.comparison?.reference ?? "");
  if (count === undefined || compared?.exposure === undefined || other === undefined) return [];
  const missing = couldBeKnown(finding);
  const known = Math.max(finding.denominator, count + other.count);
  const { low, high } = addedOf(key2, missing, `${written(missing)} * ${written(count)} / ${written(known)}`);
  const [x, t, y, s] = [count, compared.exposure, other.count, other.exposure].map(written);
  const key = rowKey(row);
  const turning = figures?.tippingShare;
  return [
    ...step("ratio", key, `(${x} / ${t}) / (${y} / ${s})`, compared.ratio?.value),
    ...step(
      "ratio-range-low",
      key,
      `((${x} + ${low}) / ${t}) / ((${y} + ${missing} - ${low}) / ${s})`,
      compared.ratioRange?.low,
    ),
    ...step("ratio-range-high", key, `((${x} + ${high}) / ${t}) / (${y} / ${s})`, compared.ratioRange?.high),
    ...step("turning-share", key, `(${x} * ${s} / ${t} - ${y}) / ${missing}`, turning === 0 ? undefined : turning),
  ];
}
