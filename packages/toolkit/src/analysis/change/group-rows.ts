import type { FindingRow } from "@evenhand/standard";
import { disparityChange } from "../../stats/change/disparity-change.ts";
import { normalTail } from "../../stats/functions/normal-tail.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { everybodyElse, referenceGroup } from "../compare/reference-group.ts";
import type { SeriesAnswer } from "./assess-event.ts";
import { changeDirection, notAStep, refusedBecause } from "./assess-series.ts";
import { changeRule } from "./rule.ts";
import type { WindowCount } from "./window-counts.ts";

/** How a group's ratio to the reference moved from one window to the other. */
export type GroupRatio = { readonly ratio: number; readonly low: number; readonly high: number; readonly p: number };

/** Groups at an event: their own series, their counts over equal windows, and with whom each is compared. */
export type GroupParts = {
  readonly counts: readonly WindowCount[];
  readonly answers: ReadonlyMap<string, SeriesAnswer>;
  /** Adjusted p of each group's own test. */
  readonly pByGroup: ReadonlyMap<string, number>;
  readonly reference: string;
  /** How each group's ratio to the reference moved, with p values adjusted. */
  readonly ratios: ReadonlyMap<string, GroupRatio>;
};

/**
 * One row per group: its own change (a segmented regression of its own series), its share before and after, and how its
 * ratio to the reference group moved: on plain counts over equal windows, and between the groups' own regressions.
 */
export function groupRows({ counts, answers, pByGroup, reference, ratios }: GroupParts): readonly FindingRow[] {
  const totals = { before: sum(counts.map(({ before }) => before)), after: sum(counts.map(({ after }) => after)) };
  return counts.map((count): FindingRow => {
    const ratio = ratios.get(count.key);
    const answer = answers.get(count.key);
    const trend = trendRatio(answer, answers.get(reference));
    return withRatioMoved({
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
              ratioOfRatiosP: ratio.p,
            }),
        ...(trend ?? {}),
      },
      compared: comparedGroup(answer, pByGroup.get(count.key)),
    });
  });
}

function comparedGroup(answer: SeriesAnswer | undefined, p: number | undefined): NonNullable<FindingRow["compared"]> {
  if (answer?.assessment === undefined)
    return {
      direction: "none",
      reason: answer === undefined ? "too-few-events-for-change" : refusedBecause(answer.refusal),
    };
  const { assessment } = answer;
  const direction = changeDirection(assessment, p ?? assessment.p);
  const reason = notAStep(assessment, p ?? assessment.p);
  return {
    ratio: { value: assessment.ratio, interval: assessment.interval },
    expected: assessment.expected,
    excess: assessment.observed - assessment.expected,
    p: p ?? assessment.p,
    direction,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The group that the others are compared with at an event: by its counts before. */
export function changeReference(
  { groups }: { readonly groups: readonly WindowCount[] },
  { reference }: { readonly reference?: string },
): string {
  return referenceGroup(new Map(groups.map(({ key, before }) => [key, before])), reference);
}

/**
 * Whether a group holds enough people to be tested: 10 counted in each window, and 10 to be expected in each at its
 * share of both together.
 */
export function isLargeEnough(groups: readonly WindowCount[]): (group: WindowCount) => boolean {
  const least = changeRule("groupEvents");
  const [before, after] = [sum(groups.map((one) => one.before)), sum(groups.map((one) => one.after))];
  const smaller = Math.min(before, after) / Math.max(1, before + after);
  return (group) => Math.min(group.before, group.after) >= least && (group.before + group.after) * smaller >= least;
}

/** How the ratio of each group that is large enough to the reference, or to everybody else, moved; p of each alone. */
export function groupRatios(
  counts: readonly WindowCount[],
  { reference, dispersion }: { readonly reference: string; readonly dispersion: number },
): ReadonlyMap<string, GroupRatio> {
  const isLarge = isLargeEnough(counts);
  const sideOf = counts.find(({ key }) => key === reference);
  if (sideOf !== undefined && !isLarge(sideOf)) return new Map();
  return new Map(
    counts.filter(isLarge).flatMap((count) => {
      const ratio = ratioChange(count, counts, reference, dispersion);
      return ratio === undefined ? [] : [[count.key, ratio] as const];
    }),
  );
}

function ratioChange(
  count: WindowCount,
  all: readonly WindowCount[],
  reference: string,
  dispersion: number,
): GroupRatio | undefined {
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

/** The row with −1, 0 or 1: its ratio fell, cannot be said to have moved, or rose. Nothing is added without a ratio. */
function withRatioMoved(row: FindingRow): FindingRow {
  if (row.figures?.ratioOfRatios === undefined) return row;
  const moved = ratioMoved(row);
  return { ...row, figures: { ...row.figures, ratioMoved: moved === "lower" ? -1 : moved === "higher" ? 1 : 0 } };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
