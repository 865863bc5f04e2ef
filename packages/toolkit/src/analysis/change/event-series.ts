import type { Direction, Finding } from "@evenhand/standard";
import { twoProportionTest } from "../../stats/shares/two-proportion-test.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import type { CaveatId } from "../caveat.ts";
import type { QuestionContext } from "../question.ts";
import { standsOut } from "./agency-finding.ts";
import type { SeriesAnswer } from "./assess-event.ts";
import { changeDirection, type SeriesAssessment } from "./assess-series.ts";
import type { EventDraft } from "./draft-event.ts";
import { askedSubjects, subjectText, subjectUnit } from "./event-subjects.ts";
import { seriesFinding } from "./series-finding.ts";

/** What the findings about the series of an event are made from. */
export type EventSeriesParts = {
  readonly draft: EventDraft;
  readonly values: NonNullable<Finding["values"]>;
  /** p of a series, adjusted. */
  readonly pOf: (name: string) => number | undefined;
  readonly comparisons: number;
};

/** The series of all people, of what the event is about, and of what it should leave as it is. */
export function eventSeries(context: QuestionContext, parts: EventSeriesParts): readonly Finding[] {
  const { draft, values, pOf, comparisons } = parts;
  const { event, window, months, recording, answers } = draft;
  const { isSteady: isRecordingSteady, blocksTotal, elsewhere } = recording;
  const caveats: CaveatId[] = [
    ...(window.from === "adopted" ? ["date-of-adoption" as const] : []),
    ...(isRecordingSteady || blocksTotal ? [] : ["recording-partly-changed" as const]),
    ...(elsewhere.length === 0 ? [] : ["years-not-comparable" as const]),
  ];
  const hasTarget = (event.about ?? []).length > 0;
  const shared = {
    window,
    hasTarget,
    eventId: event.id,
    allMonths: months.all,
    isRecordingSteady,
    caveats,
    comparisons,
  };
  const answerOf = (name: string) => answers.find((answer) => answer.name === name);
  const make = (answer: SeriesAnswer, own: { measure: "total" | "target" | "comparison"; unit: Finding["unit"] }) => {
    const made = { ...shared, ...own, ...evidence(draft, answer, pOf), answer, p: pOf(answer.name), values };
    if (own.measure !== "total" || !isLesserForceOnly(draft, directionOf(answer, pOf))) return made;
    return { ...made, isRecordingSteady: false, caveats: [...caveats, "lesser-force-only" as const] };
  };
  const total = answerOf("total");
  return [
    ...(total === undefined
      ? []
      : [seriesFinding(context, make(total, { measure: "total", unit: comparedSource(context.scope).unit }))]),
    ...askedSubjects(event).flatMap((subject) => {
      const answer = answerOf(subject.name);
      if (answer === undefined) return [];
      const measure = subject.part === "about" ? "target" : "comparison";
      const made = make(answer, { measure, unit: subjectUnit(context.scope, subject) });
      const part = subject.id === undefined ? {} : { part: subject.id };
      return [seriesFinding(context, { ...made, ...part, values: { ...values, subject: subjectText(subject) } })];
    }),
  ];
}

type Evidence = { readonly areComparisonsSteady?: boolean; readonly standsOutAmongAgencies?: boolean };

const directionOf = ({ assessment, name }: SeriesAnswer, pOf: EventSeriesParts["pOf"]): Direction =>
  assessment === undefined ? "none" : changeDirection(assessment, pOf(name) ?? assessment.p);

/** What other series say of a change: those that should not move, and agencies without the event. */
function evidence(
  { event, answers, agencies }: EventDraft,
  answer: SeriesAnswer,
  pOf: EventSeriesParts["pOf"],
): Evidence {
  const { assessment, name } = answer;
  if (assessment === undefined || name.startsWith("unaffected.")) return {};
  const direction = directionOf(answer, pOf);
  if (direction !== "lower" && direction !== "higher") return {};
  const unaffected = new Set<string>(
    askedSubjects(event).flatMap(({ part, name: own }) => (part === "about" ? [] : [own])),
  );
  const series = answers.flatMap((one) => (unaffected.has(one.name) && one.assessment ? [one.assessment] : []));
  const steady = areSteady(series, assessment, direction);
  const outstanding =
    name !== "total" || agencies === undefined ? undefined : standsOut(agencies, pOf("agencies"), direction);
  return {
    ...(steady === undefined ? {} : { areComparisonsSteady: steady }),
    ...(outstanding === undefined ? {} : { standsOutAmongAgencies: outstanding }),
  };
}

/**
 * Whether series that should not move stayed: false when one moved the same way by its own p, true when one is exact
 * enough to say that it did not move as much, undefined when none can tell.
 */
export function areSteady(
  series: readonly Pick<SeriesAssessment, "interval" | "difference" | "ratio" | "p">[],
  { ratio }: Pick<SeriesAssessment, "ratio">,
  direction: Direction,
): boolean | undefined {
  if (series.some((one) => changeDirection(one, one.p) === direction)) return false;
  return series.some(({ interval: { low, high } }) => ratio < low || ratio > high) ? true : undefined;
}

/**
 * Whether people who were not injured make up the move: fewer of them, but not fewer injured, or the reverse. A change in
 * what has to be reported looks like that, because lesser force is what is left out or taken in.
 */
function isLesserForceOnly({ mixes }: EventDraft, direction: Direction): boolean {
  if (direction !== "lower" && direction !== "higher") return false;
  const rows = mixes.find(({ measure }) => measure === "injuries")?.drafts ?? [];
  const injured = rows.find(({ row }) => row.key === "yes")?.row.figures;
  const sum = (side: "before" | "after") => rows.reduce((total, { row }) => total + (row.figures?.[side] ?? 0), 0);
  if (injured === undefined || sum("before") === 0 || sum("after") === 0) return false;
  const test = twoProportionTest(
    { count: injured.before ?? 0, total: sum("before") },
    { count: injured.after ?? 0, total: sum("after") },
  );
  return test !== undefined && test.p < 0.05 && test.z > 0 === (direction === "lower");
}
