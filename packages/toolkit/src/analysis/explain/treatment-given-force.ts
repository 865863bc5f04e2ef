import type { Interval } from "@evenhand/standard";
import { wilsonInterval } from "../../stats/shares/wilson-interval.ts";
import { type OutcomeCell, outcomeOf } from "../compare/outcome-table.ts";
import { normal95, rowKey, step, wilsonExpressions, wilsonSteps, written } from "./arithmetic.ts";
import { type ComparedRow, comparedRows } from "./compared-rows.ts";
import type { Explainer, Step } from "./explanation.ts";
import { koopmanSteps } from "./koopman-steps.ts";
import { likeSituations, treatmentCells } from "./like-situations.ts";
import { shareLines } from "./share-lines.ts";

/**
 * Shares of each group's people with an outcome; their ratio (Koopman) and difference (Newcombe) to the reference, the
 * excess, what the people without a group could do, and the ratio among people in like situations (Mantel–Haenszel).
 */
export const treatmentGivenForce: Explainer = (finding, cells) => {
  const rows = comparedRows(finding);
  const people = treatmentCells(finding, cells);
  const like = people === undefined ? undefined : likeSituations(finding, people);
  const steps = rows.flatMap((side) => {
    const { row, compared, count, exposure, other } = side;
    const key = rowKey(row);
    const share = `${written(count)} / ${written(exposure)}`;
    const own = compared.rate;
    const ends = wilsonSteps({ count, total: exposure }, own?.interval, key);
    const shares = [...step("share", key, share, own?.value), ...ends];
    if (other === undefined || other.exposure === 0) return shares;
    const reference = `(${written(other.count)} / ${written(other.exposure)})`;
    return [
      ...shares,
      ...step("ratio", key, `(${share}) / ${reference}`, compared.ratio?.value),
      ...koopmanSteps(side),
      ...rangeSteps(side, people),
      ...step("difference", key, `${share} - ${reference}`, compared.difference?.value),
      ...newcombeSteps(side),
      ...step("excess", key, `${written(count)} - ${reference} * ${written(exposure)}`, compared.excess),
    ];
  });
  return {
    ...(like?.tables === undefined ? {} : { tables: like.tables }),
    steps: [...steps, ...(like?.steps ?? [])],
    r: [...shareLines(rows), ...(like?.r ?? [])],
  };
};

/** Every way the people without a recorded group could have fallen, with the outcome and without. */
function rangeSteps(
  { row, compared, count, exposure, other }: ComparedRow,
  people: readonly OutcomeCell[] | undefined,
): readonly Step[] {
  const range = compared.ratioRange;
  if (people === undefined || other === undefined || range === undefined) return [];
  const { count: events, total } = outcomeOf(people, undefined);
  const without = total - events;
  const [x1, n1, x0, n0] = [count, exposure, other.count, other.exposure].map(written);
  return [
    ...step(
      "ratio-range-low",
      rowKey(row),
      `${x1} / (${n1} + ${without}) / ((${x0} + ${events}) / (${n0} + ${events}))`,
      range.low,
    ),
    ...step(
      "ratio-range-high",
      rowKey(row),
      `(${x1} + ${events}) / (${n1} + ${events}) / (${x0} / (${n0} + ${without}))`,
      range.high,
    ),
  ];
}

/** Newcombe's interval: both Wilson intervals put together. */
function newcombeSteps({ row, compared, count, exposure, other }: ComparedRow): readonly Step[] {
  const told = compared.difference?.interval;
  if (told === undefined || other === undefined) return [];
  const key = rowKey(row);
  const [own, theirs] = [
    wilsonInterval(count, exposure, normal95),
    wilsonInterval(other.count, other.exposure, normal95),
  ];
  const [low, high] = wilsonExpressions(other.count, other.exposure);
  const [share, base] = [
    `${written(count)} / ${written(exposure)}`,
    `${written(other.count)} / ${written(other.exposure)}`,
  ];
  const square = (left: string, right: string): string => `(${left} - ${right}) * (${left} - ${right})`;
  const reach = (near: Interval, far: Interval, isLow: boolean): string =>
    isLow
      ? `sqrt(${square(share, written(near.low))} + ${square(written(far.high), base)})`
      : `sqrt(${square(written(near.high), share)} + ${square(base, written(far.low))})`;
  return [
    ...step("reference-low", key, low, theirs.low),
    ...step("reference-high", key, high, theirs.high),
    ...step("difference-low", key, `${share} - ${base} - ${reach(own, theirs, true)}`, told.low),
    ...step("difference-high", key, `${share} - ${base} + ${reach(own, theirs, false)}`, told.high),
  ];
}
