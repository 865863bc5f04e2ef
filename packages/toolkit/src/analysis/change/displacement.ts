import type { Finding } from "@evenhand/standard";
import { weightedDisplacementDifference } from "../../stats/change/weighted-displacement-difference.ts";
import type { WindowCount } from "./window-counts.ts";
import type { WindowDispersion } from "./window-dispersion.ts";

/** What a table of values is about, and what it should leave alone. */
export type DisplacementParts = {
  readonly target: readonly string[];
  readonly control: readonly string[];
  readonly dispersion: WindowDispersion;
};

/**
 * What a table says of displacement, where an event is about some of its values: their counts, those of all others, and
 * the weighted displacement difference: target and all other values taken together, less what the unaffected values
 * moved. Negative when fewer are left once what rose elsewhere is counted too. Unaffected values count as a control only
 * when there are about as many of them as of the target, half to twice, because counts are subtracted as they are;
 * without them nothing is subtracted. The interval is widened by the dispersion. `targetMoved` is 1 where the target's
 * own counts moved beyond chance.
 *
 * @returns no values where none of the table's values, or all of them, are the target
 */
export function displacementValues(
  counts: readonly WindowCount[],
  { target, control, dispersion }: DisplacementParts,
): NonNullable<Finding["values"]> {
  const own = sumOf(counts.filter(({ key }) => target.includes(key)));
  const others = sumOf(counts.filter(({ key }) => !target.includes(key)));
  if (own.before + own.after === 0 || others.before + others.after === 0) return {};
  const unaffected = sumOf(counts.filter(({ key }) => control.includes(key) && !target.includes(key)));
  const isSameScale = unaffected.before >= own.before / 2 && unaffected.before <= 2 * own.before;
  const subtracted = isSameScale ? unaffected : none;
  const { difference, standardError } = weightedDisplacementDifference({
    target: own,
    control: subtracted,
    displacement: { before: others.before - subtracted.before, after: others.after - subtracted.after },
  });
  const widening = Math.sqrt(Math.max(dispersion.mix, dispersion.total));
  const margin = 1.959963984540054 * standardError * widening;
  const ownMargin =
    1.959963984540054 * widening * Math.sqrt(1 / Math.max(0.5, own.before) + 1 / Math.max(0.5, own.after));
  const ownMove = Math.abs(Math.log(Math.max(0.5, own.after) / Math.max(0.5, own.before)));
  return {
    targetBefore: own.before,
    targetAfter: own.after,
    targetMoved: ownMove > ownMargin ? 1 : 0,
    othersBefore: others.before,
    othersAfter: others.after,
    displacement: difference,
    displacementLow: difference - margin,
    displacementHigh: difference + margin,
    ...(isSameScale ? { controlBefore: unaffected.before, controlAfter: unaffected.after } : {}),
  };
}

const none = { before: 0, after: 0 };
const sumOf = (counts: readonly WindowCount[]) =>
  counts.reduce((sum, { before, after }) => ({ before: sum.before + before, after: sum.after + after }), none);
