import type { Finding, FindingRow } from "@evenhand/standard";
import { countDispersion } from "../change/window-dispersion.ts";
import { normal95, rowKey, step, written } from "./arithmetic.ts";
import type { Explainer, Step } from "./explanation.ts";
import { groupSeries } from "./group-series.ts";

/**
 * Counts over equal windows: shares, ratios and their intervals by arithmetic. For groups also each group's own
 * regression in R, where the counts by month are at hand.
 */
export const equalWindows: Explainer = (finding, cells) => {
  const steps = finding.rows.flatMap((row) => [...shareSteps(row, finding), ...ratioSteps(row, finding)]);
  const moved = finding.measure === "by-group" ? finding.rows.flatMap((row) => groupSteps(row, finding)) : [];
  const models = finding.measure === "by-group" && finding.shown === "full" ? groupSeries(finding, cells) : {};
  return { ...models, steps: [...steps, ...moved, ...displacementSteps(finding)] };
};

function shareSteps(row: FindingRow, { values = {} }: Finding): readonly Step[] {
  const { before, after, shareBefore, shareAfter } = row.figures ?? {};
  const of = (label: "share-before" | "share-after", count?: number, total?: unknown, share?: number) =>
    count === undefined || typeof total !== "number"
      ? []
      : step(label, rowKey(row), `${written(count)} / ${written(total)}`, share);
  return [
    ...of("share-before", before, values.before, shareBefore),
    ...of("share-after", after, values.after, shareAfter),
  ];
}

/** After over before, and the interval with the variance of both counts widened by the dispersion. */
function ratioSteps(row: FindingRow, { values = {}, measure }: Finding): readonly Step[] {
  const { before, after } = row.figures ?? {};
  const ratio = row.compared?.ratio;
  if (measure === "by-group" || ratio === undefined || before === undefined || after === undefined) return [];
  const key = rowKey(row);
  const value = step("after-per-before", key, `${written(after)} / ${written(before)}`, ratio.value);
  const { mixDispersion: mix, totalDispersion: total } = values;
  if (typeof mix !== "number" || typeof total !== "number" || before === 0 || after === 0) return value;
  const both = Number(values.before) + Number(values.after);
  const share = (before + after) / Math.max(1, both);
  const dispersion = countDispersion({ mix, total }, share);
  const log = `log(${written(after)} / ${written(before)})`;
  const margin = `${normal95} * sqrt(${written(dispersion)} * (1 / ${written(after)} + 1 / ${written(before)}))`;
  return [
    ...value,
    ...step("row-dispersion", key, `${written(mix)} + (${written(total)} - 1) * ${written(share)}`, dispersion),
    ...step("ratio-low", key, `exp(${log} - ${margin})`, ratio.interval?.low),
    ...step("ratio-high", key, `exp(${log} + ${margin})`, ratio.interval?.high),
  ];
}

/** How a group's ratio to the reference moved: the quotient of the two quotients. */
function groupSteps(row: FindingRow, { rows, comparison, values = {} }: Finding): readonly Step[] {
  const { before, after, ratioOfRatios, ratioOfRatiosLow, ratioOfRatiosHigh } = row.figures ?? {};
  const named = rows.find(({ key }) => key === comparison?.reference);
  if (before === undefined || after === undefined || ratioOfRatios === undefined) return [];
  const other = {
    before: named?.figures?.before ?? Number(values.before) - before,
    after: named?.figures?.after ?? Number(values.after) - after,
  };
  const counts = [after, before, other.after, other.before].map(written);
  const [x1 = "", x0 = "", y1 = "", y0 = ""] = counts;
  const key = rowKey(row);
  const log = `log(${x1} * ${y0} / (${x0} * ${y1}))`;
  const { mixDispersion: mix } = values;
  const margin = `${normal95} * sqrt(${written(typeof mix === "number" ? mix : 1)} * (1 / ${x1} + 1 / ${x0} + 1 / ${y1} + 1 / ${y0}))`;
  return [
    ...step("ratio-of-ratios", key, `${x1} * ${y0} / (${x0} * ${y1})`, ratioOfRatios),
    ...(typeof mix === "number"
      ? [
          ...step("ratio-of-ratios-low", key, `exp(${log} - ${margin})`, ratioOfRatiosLow),
          ...step("ratio-of-ratios-high", key, `exp(${log} + ${margin})`, ratioOfRatiosHigh),
        ]
      : []),
  ];
}

/** Target and everything else together, after less before, less what unaffected values moved. */
function displacementSteps({ values = {} }: Finding): readonly Step[] {
  const { targetBefore, targetAfter, othersBefore, othersAfter, controlBefore, controlAfter, displacement } = values;
  const numbers = [targetAfter, othersAfter, targetBefore, othersBefore];
  if (typeof displacement !== "number" || numbers.some((number) => typeof number !== "number")) return [];
  const [a, b, c, d] = numbers.map((number) => written(Number(number)));
  const isControlled = typeof controlBefore === "number" && typeof controlAfter === "number";
  const expression = `${a} + ${b} - ${c} - ${d}`;
  const twice = isControlled ? ` - 2 * (${written(controlAfter)} - ${written(controlBefore)})` : "";
  return step("displacement", undefined, `${expression}${twice}`, displacement);
}
