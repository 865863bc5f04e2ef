import type { Finding, PolicyEvent } from "@evenhand/standard";
import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { QuestionContext } from "../question.ts";
import { eventValues, isAskedOf, windowValues } from "./about-event.ts";
import { agencyFinding } from "./agency-finding.ts";
import { finishRows } from "./compare-windows.ts";
import { type ComparedTime, pairsTime, recordingValues, seriesTime, timeValues } from "./compared-time.ts";
import { draftEvent, type EventDraft } from "./draft-event.ts";
import type { ChangeTables } from "./event-parts.ts";
import { eventSeries } from "./event-series.ts";
import { eventWindow } from "./event-window.ts";
import { groupFinding } from "./group-finding.ts";
import { recordingFinding } from "./recording-finding.ts";
import { changeId } from "./series-finding.ts";
import { windowFinding } from "./window-finding.ts";

/**
 * Whether a change followed each event, and upon whom. Recording is checked first; then the series of all people, of each
 * group and of what the event is about are tested; kinds of force, reasons, areas and injuries are set side by side over
 * equal windows, so that what fell here and rose there is seen together. Three families of tests are adjusted by Holm:
 * series and agencies of all events, ratios between groups of all events, rows of all tables of one event.
 */
export function answerEvents(context: QuestionContext, cells: ChangeTables): readonly Finding[] {
  const asked = (context.events ?? []).filter(isAskedOf);
  const drafts = asked.flatMap((event) => draftEvent(context, cells, event) ?? []);
  const adjusted = adjustAll(drafts);
  const undated = asked
    .filter((event) => eventWindow(event) === undefined)
    .map((event) => undatedFinding(context, event));
  return [...drafts.flatMap((draft) => findingsOf(context, draft, adjusted)), ...undated];
}

function undatedFinding(context: QuestionContext, event: PolicyEvent): Finding {
  const { unit } = comparedSource(context.scope);
  const finding = cannotSay(
    context,
    { question: "change", measure: "total", unit, method: "segmented-series" },
    "event-without-date",
  );
  return { ...finding, id: changeId("total", event.id, unit), values: eventValues(event) };
}

/** Adjusted p values by family, and by event and name within it. */
export type AdjustedTests = {
  readonly series: ReadonlyMap<string, number>;
  readonly ratios: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
};

/** The rows of all tables of one event: they only say what else moved. */
const rowTests = ({ event, mixes }: EventDraft): readonly NamedTest[] =>
  mixes.flatMap(({ measure, drafts }) =>
    drafts.flatMap(({ row, p }) => (p === undefined ? [] : [{ name: `${event.id} ${measure} ${row.key}`, p }])),
  );

type NamedTest = { readonly name: string; readonly p: number };

function adjustAll(drafts: readonly EventDraft[]): AdjustedTests {
  const named = (list: (draft: EventDraft) => readonly NamedTest[]) =>
    adjust(drafts.flatMap((draft) => list(draft).map(({ name, p }) => ({ name: `${draft.event.id} ${name}`, p }))));
  return {
    series: named(({ answers, agencies }) => [
      ...answers.flatMap(({ name, assessment }) => (assessment === undefined ? [] : [{ name, p: assessment.p }])),
      ...(agencies?.comparison === undefined ? [] : [{ name: "agencies", p: agencies.comparison.p }]),
    ]),
    ratios: named(({ ratios }) => [...ratios].map(([name, { p }]) => ({ name, p }))),
    rows: new Map(drafts.flatMap((draft) => [...adjust(rowTests(draft))])),
  };
}

function adjust(tests: readonly NamedTest[]): ReadonlyMap<string, number> {
  const adjusted = holmAdjust(tests.map(({ p }) => p));
  return new Map(tests.map(({ name }, index) => [name, adjusted[index] ?? 1]));
}

function findingsOf(context: QuestionContext, draft: EventDraft, adjusted: AdjustedTests): readonly Finding[] {
  const { event, window, months, groups, ratios, agencies, pairs, declared } = draft;
  const common = {
    ...eventValues(event),
    ...windowValues(window, months.known),
    ...recordingValues(declared.across),
  };
  const whole = seriesTime(window, months.known);
  const during = (time: ComparedTime) => ({ ...common, ...timeValues(time, context.events ?? [], event) });
  const values = during(whole);
  const beside = during(pairsTime(pairs, whole));
  const comparisons = adjusted.series.size;
  const of = (family: keyof AdjustedTests, name: string) => adjusted[family].get(`${event.id} ${name}`);
  const pOf = (name: string) => of("series", name);
  return [
    ...eventSeries(context, { draft, values, pOf, comparisons }),
    ...groupFinding(context, {
      draft,
      values,
      pByGroup: new Map(groups.map(({ key }) => [key, pOf(`group.${key}`) ?? 1])),
      comparisons,
      ratios: new Map([...ratios].map(([key, ratio]) => [key, { ...ratio, p: of("ratios", key) ?? 1 }])),
    }),
    ...mixFindings(context, draft, {
      values: beside,
      pOf: (name) => of("rows", name),
      comparisons: rowTests(draft).length,
    }),
    ...(agencies === undefined
      ? []
      : [agencyFinding(context, { eventId: event.id, change: agencies, p: pOf("agencies"), comparisons, values })]),
    recordingFinding(context, draft, beside),
  ].map(withOthers);
}

/** Other events in the time compared stand beside the figures, never in the regression. */
function withOthers(finding: Finding): Finding {
  if (finding.values?.otherEvents === undefined || finding.measure === "recording") return finding;
  return { ...finding, caveats: [...finding.caveats, "other-events-within"] };
}

type Shared = {
  readonly values: NonNullable<Finding["values"]>;
  readonly pOf: (name: string) => number | undefined;
  readonly comparisons: number;
};

function mixFindings(
  context: QuestionContext,
  { event, mixes }: EventDraft,
  { values, pOf, comparisons }: Shared,
): readonly Finding[] {
  return mixes.map(({ measure, unit, dimension, drafts, reason, caveats, values: own }) => {
    const adjusted = drafts.flatMap(({ row, p }) => (p === undefined ? [] : [pOf(`${measure} ${row.key}`) ?? 1]));
    const all: readonly CaveatId[] = [...caveats, "windows-know-no-trend"];
    const finding = windowFinding(context, {
      measure,
      unit,
      dimension,
      eventId: event.id,
      rows: finishRows(drafts, adjusted),
      values: { ...values, ...own },
      caveats: all,
      ...(reason === undefined ? {} : { reason }),
    });
    return { ...finding, comparison: { per: 1, level: 0.95, family: { method: "holm", comparisons } } };
  });
}
