import type { FindingRow } from "@evenhand/standard";
import { type GroupCount, otherSide } from "../compare/group-count.ts";
import { rowKey, step, written } from "./arithmetic.ts";
import { benchmarkSides, sidesTable } from "./benchmark-sides.ts";
import type { Explainer, Step } from "./explanation.ts";

/**
 * How strong something unmeasured would have to be (E-value; a ratio below 1 is turned round), and what force per stop
 * would be if a share of a group's stops would not have happened to the reference group.
 */
export const selectionBounds: Explainer = (finding, cells, beside) => {
  const isOfStops = finding.measure.startsWith("stop-bias");
  const sides = isOfStops ? benchmarkSides(finding, cells, beside) : [];
  const reference = finding.comparison?.reference ?? "";
  return {
    tables: sidesTable(sides),
    steps: finding.rows.flatMap((row) => [...strengthSteps(row), ...biasSteps(row, sides, reference)]),
  };
};

function strengthSteps(row: FindingRow): readonly Step[] {
  const ratio = row.compared?.ratio;
  const strength = row.figures?.strength;
  if (ratio === undefined || strength === undefined || ratio.value <= 0) return [];
  const of = (value: number): string => {
    const above = value >= 1 ? written(value) : `(1 / ${written(value)})`;
    return `${above} + sqrt(${above} * (${above} - 1))`;
  };
  const { low, high } = ratio.interval ?? { low: 1, high: 1 };
  const nearest = low > 1 ? low : high < 1 ? high : 1;
  return [
    ...step("strength", rowKey(row), of(ratio.value), strength),
    ...step("strength-limit", rowKey(row), of(nearest), row.figures?.strengthLimit),
  ];
}

/** With the share ρ of the group's stops: among its own stops, and the least and the most over all stops. */
function biasSteps(row: FindingRow, sides: readonly GroupCount[], reference: string): readonly Step[] {
  const { count, compared, figures } = row;
  const share = figures?.discretionaryShare;
  const side = sides.find(({ key }) => key === row.key);
  const other = side === undefined ? undefined : otherSide(sides, side, reference);
  if (count === undefined || compared?.exposure === undefined || other === undefined || share === undefined) return [];
  const [x, n, x0, n0, rho] = [count, compared.exposure, other.count, other.exposure, share].map(written);
  const [own, base] = [`${x} / ${n}`, `${x0} / ${n0}`];
  const among = `(${own} - (1 - ${rho}) * ${base})`;
  const [part, rest] = [`${n} / (${n} + ${n0})`, `${n0} / (${n} + ${n0})`];
  const isBelowOne = count / compared.exposure / (1 - share) < 1;
  const most = isBelowOne ? `${own} / (1 - ${rho})` : "1";
  const key = rowKey(row);
  return [
    ...step("rate", key, own, compared.rate?.value),
    ...step("difference", key, `${own} - ${base}`, compared.difference?.value),
    ...step("among-group", key, among, figures?.amongGroup),
    ...step("bias-low", key, `${part} * ${among} + ${rest} * (${own} - ${base})`, figures?.low),
    ...step("bias-high", key, `${part} * ${among} + ${rest} * (${most} - ${base})`, figures?.high),
    ...step(
      "turning-share",
      key,
      `1 - ${own} / (${base})`,
      figures?.tippingShare === 0 ? undefined : figures?.tippingShare,
    ),
  ];
}
