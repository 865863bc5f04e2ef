import type { Finding, FindingRow } from "@evenhand/standard";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { QuestionContext } from "../question.ts";
import { unitCaveats } from "../units.ts";
import type { SeriesAnswer } from "./assess-event.ts";
import { changeDirection, notAStep, refusedBecause, type SeriesAssessment, smallestFall } from "./assess-series.ts";
import { claimLevel } from "./claim-level.ts";
import { type EventWindow, equalWindows } from "./event-window.ts";
import { isLeftOut } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** What a finding about one series at one event is made from. */
export type SeriesFindingParts = {
  readonly answer: SeriesAnswer;
  readonly window: EventWindow;
  /** p value adjusted for the other tests. */
  readonly p: number | undefined;
  readonly measure: "total" | "target" | "comparison";
  /** Id of the event, and what else tells this finding from others of the same event. */
  readonly eventId: string;
  readonly part?: string;
  readonly unit: Finding["unit"];
  readonly values: NonNullable<Finding["values"]>;
  readonly allMonths: readonly string[];
  readonly isRecordingSteady: boolean;
  readonly caveats: readonly CaveatId[];
  readonly comparisons: number;
  /** The event is about some kinds only: the total is what happened around it, and no claim is made of it. */
  readonly hasTarget?: boolean;
  readonly areComparisonsSteady?: boolean;
  readonly standsOutAmongAgencies?: boolean;
};

/** Id of a finding about an event. */
export const changeId = (measure: string, eventId: string, unit: string, part?: string): string =>
  `change/${measure}@${eventId}${part === undefined ? "" : `.${part}`}/${unit}`;

/**
 * A series with its event: every month, what would be expected without a change, and what may be said. Where the test is
 * refused, the counts over equal windows stand alone, with the smallest fall they could have shown.
 */
export function seriesFinding(context: QuestionContext, parts: SeriesFindingParts): Finding {
  const { answer, window, unit, measure } = parts;
  const { series } = answer;
  const pairs = equalWindows(window, series.months);
  const countOf = new Map(series.months.map((month, index) => [month, series.counts[index] ?? 0]));
  const sumOver = (months: readonly string[]) => months.reduce((sum, month) => sum + (countOf.get(month) ?? 0), 0);
  const fall = smallestFall(series, window, answer.assessment);
  const total = series.counts.reduce((sum, count) => sum + count, 0);
  const [first, last] = [series.months[0], series.months.at(-1)];
  const refused = answer.refusal;
  const frame: Finding = {
    ...cannotSay(context, { question: "change", measure, unit, method: "segmented-series" }, "no-records"),
    id: changeId(measure, parts.eventId, unit, parts.part),
    ...(first === undefined || last === undefined
      ? {}
      : { years: { from: Number(first.slice(0, 4)), to: Number(last.slice(0, 4)) } }),
    rows: monthRows(parts, countOf),
    denominator: total,
    total,
    dimension: { field: "incident.occurred_month" },
    caveats: [...new Set([...unitCaveats(context.scope, unit), ...parts.caveats, "followed-not-caused" as const])],
    values: {
      ...parts.values,
      before: sumOver(pairs.map((pair) => pair.before)),
      after: sumOver(pairs.map((pair) => pair.after)),
      ...(fall === undefined ? {} : { smallestFall: fall }),
    },
  };
  if (refused !== undefined || answer.assessment === undefined)
    return {
      ...frame,
      shown: "counts",
      reason: total === 0 && measure !== "total" ? "code-never-occurs" : refusedBecause(refused),
    };
  return withAssessment(frame, answer.assessment, parts);
}

function withAssessment(frame: Finding, assessment: SeriesAssessment, parts: SeriesFindingParts): Finding {
  const { reason: _, ...rest } = frame;
  const p = parts.p ?? assessment.p;
  const direction = changeDirection(assessment, p);
  const { placebo, autocorrelation, later, bend } = assessment;
  const doubt = notAStep(assessment, p);
  const reached = claimLevel({
    direction,
    isRecordingSteady: parts.isRecordingSteady,
    ...(placebo === undefined || placebo.dates < 1 / changeRule("placeboLevel") - 1
      ? {}
      : { isDateSpecial: placebo.p <= changeRule("placeboLevel") }),
    ...(parts.areComparisonsSteady === undefined ? {} : { areComparisonsSteady: parts.areComparisonsSteady }),
    ...(parts.standsOutAmongAgencies === undefined ? {} : { standsOutAmongAgencies: parts.standsOutAmongAgencies }),
  });
  const isContext = parts.measure === "total" && parts.hasTarget === true;
  const level = isContext ? 1 : reached;
  const caveats: CaveatId[] = [
    ...(isContext ? ["total-is-context" as const] : []),
    ...(autocorrelation !== undefined && autocorrelation > 0.3 ? ["months-hang-together" as const] : []),
    ...(doubt === undefined ? [] : [doubt]),
    ...(direction === "cannot-tell" && doubt === undefined ? ["too-few-to-tell-change" as const] : []),
  ];
  return {
    ...rest,
    numerator: assessment.observed,
    interval: assessment.interval,
    comparison: {
      per: 1,
      level: 0.95,
      dispersion: Math.max(1, assessment.dispersion),
      family: { method: "holm", comparisons: parts.comparisons },
    },
    shown: "full",
    caveats: [...rest.caveats, ...caveats],
    values: {
      ...rest.values,
      observed: assessment.observed,
      expected: assessment.expected,
      differenceLow: assessment.difference.low,
      differenceHigh: assessment.difference.high,
      ratio: assessment.ratio,
      p,
      ownP: assessment.p,
      dispersion: assessment.dispersion,
      seasons: assessment.seasons,
      ...(autocorrelation === undefined ? {} : { autocorrelation }),
      ...(placebo === undefined ? {} : { placeboP: placebo.p, placeboDates: placebo.dates }),
      ...(doubt !== undefined && later !== undefined ? { laterMonth: later.month, laterRatio: later.ratio } : {}),
      ...(doubt !== undefined && bend !== undefined ? { bendMonth: bend } : {}),
      direction,
      claimLevel: level,
    },
  };
}

function monthRows(
  { answer, window, allMonths }: SeriesFindingParts,
  countOf: ReadonlyMap<string, number>,
): readonly FindingRow[] {
  const expectedByMonth = answer.assessment?.expectedByMonth;
  return allMonths.map((key): FindingRow => {
    const count = countOf.get(key);
    if (count === undefined) return { key, note: "no-records-then" };
    const expected = expectedByMonth?.get(key);
    const figures =
      expected === undefined
        ? {}
        : { figures: { expected: expected.expected, low: expected.interval.low, high: expected.interval.high } };
    return { key, count, ...(isLeftOut(key, window) ? { note: "left-out" } : {}), ...figures };
  });
}
