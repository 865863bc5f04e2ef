import type { FindingRow } from "@evenhand/standard";
import { disparityChange } from "../../stats/change/disparity-change.ts";
import { normalTail } from "../../stats/functions/normal-tail.ts";
import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { everybodyElse } from "../compare/reference-group.ts";
import type { SeriesAnswer } from "./assess-event.ts";
import { changeDirection, refusalCaveat } from "./assess-series.ts";
import type { WindowCount } from "./window-counts.ts";

/** Groups at an event: their own series, their counts over equal windows, and with whom each is compared. */
export type GroupParts = {
  readonly counts: readonly WindowCount[];
  readonly answers: ReadonlyMap<string, SeriesAnswer>;
  /** Adjusted p of each group's own test. */
  readonly pByGroup: ReadonlyMap<string, number>;
  readonly reference: string;
  readonly dispersion: number;
};

/**
 * One row per group: its own change (a segmented regression of its own series), its share before and after, and how its
 * ratio to the reference group moved: on plain counts over equal windows, and between the groups' own regressions.
 * Changes of the ratio are adjusted by Holm over the groups.
 */
export function groupRows({ counts, answers, pByGroup, reference, dispersion }: GroupParts): readonly FindingRow[] {
  const totals = { before: sum(counts.map(({ before }) => before)), after: sum(counts.map(({ after }) => after)) };
  const ratios = counts.map((count) => ratioChange(count, counts, reference, dispersion));
  const adjusted = holmAdjust(ratios.flatMap((ratio) => (ratio === undefined ? [] : [ratio.p])));
  let next = 0;
  return counts.map((count, index): FindingRow => {
    const ratio = ratios[index];
    const answer = answers.get(count.key);
    const trend = trendRatio(answer, answers.get(reference));
    return {
      key: count.key,
      count: count.after,
      figures: {
        before: count.before,
        after: count.after,
        ...(totals.before > 0 ? { shareBefore: count.before / totals.before } : {}),
        ...(totals.after > 0 ? { shareAfter: count.after / totals.after } : {}),
        ...(answer?.assessment === undefined
          ? {}
          : { expected: answer.assessment.expected, observed: answer.assessment.observed }),
        ...(ratio === undefined
          ? {}
          : {
              ratioOfRatios: ratio.ratio,
              ratioOfRatiosLow: ratio.low,
              ratioOfRatiosHigh: ratio.high,
              ratioOfRatiosP: adjusted[next++] ?? 1,
            }),
        ...(trend ?? {}),
      },
      compared: comparedGroup(answer, pByGroup.get(count.key)),
    };
  });
}

function comparedGroup(answer: SeriesAnswer | undefined, p: number | undefined): NonNullable<FindingRow["compared"]> {
  if (answer?.assessment === undefined) {
    const refusal = answer?.refusal;
    const reason =
      refusal === undefined
        ? "too-few-events-for-change"
        : refusal === "recording-changed"
          ? "recording-changed"
          : refusal === "months-missing"
            ? "months-missing-for-change"
            : refusalCaveat(refusal);
    return { direction: "none", reason };
  }
  const { assessment } = answer;
  return {
    ratio: { value: assessment.ratio, interval: assessment.interval },
    expected: assessment.expected,
    excess: assessment.observed - assessment.expected,
    p: p ?? assessment.p,
    direction: changeDirection(assessment, p ?? assessment.p),
  };
}

function ratioChange(count: WindowCount, all: readonly WindowCount[], reference: string, dispersion: number) {
  const others = all.filter(({ key }) => key !== count.key);
  const named = others.find(({ key }) => key === reference);
  if (named === undefined && reference !== everybodyElse) return undefined;
  const side = named ?? { before: sum(others.map((one) => one.before)), after: sum(others.map((one) => one.after)) };
  const pair = (at: "before" | "after") => ({
    group: { count: count[at], exposure: 1 },
    reference: { count: side[at], exposure: 1 },
  });
  const change = disparityChange(pair("before"), pair("after"), { dispersion: Math.max(1, dispersion) });
  if (isRefusal(change) || change.ratioOfRatios === undefined || isRefusal(change.test)) return undefined;
  return { ratio: change.ratioOfRatios, ...change.test.interval, p: change.test.p };
}

/** The group's change over the reference's, from their own regressions: what trends and seasons do not account for. */
function trendRatio(answer: SeriesAnswer | undefined, reference: SeriesAnswer | undefined) {
  if (answer === reference || answer?.assessment === undefined || reference?.assessment === undefined) return undefined;
  const [own, other] = [answer.assessment, reference.assessment];
  const errorOf = ({ interval }: typeof own) => Math.log(interval.high / interval.low) / (2 * 1.959963984540054);
  const error = Math.hypot(errorOf(own), errorOf(other));
  const log = Math.log(own.ratio / other.ratio);
  return {
    trendRatioOfRatios: Math.exp(log),
    trendRatioOfRatiosLow: Math.exp(log - 1.959963984540054 * error),
    trendRatioOfRatiosHigh: Math.exp(log + 1.959963984540054 * error),
    trendRatioOfRatiosP: normalTail(log / error),
  };
}

/** Whether a group's ratio to the reference moved: both ways of asking must agree. */
export function ratioMoved(row: FindingRow): "higher" | "lower" | undefined {
  const { ratioOfRatiosLow: low, ratioOfRatiosHigh: high, ratioOfRatiosP: p } = row.figures ?? {};
  const { trendRatioOfRatiosLow: trendLow, trendRatioOfRatiosHigh: trendHigh } = row.figures ?? {};
  if (low === undefined || high === undefined || p === undefined || p >= 0.05) return undefined;
  if (trendLow === undefined || trendHigh === undefined) return undefined;
  if (high < 1 && trendHigh < 1) return "lower";
  return low > 1 && trendLow > 1 ? "higher" : undefined;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
