import type { PolicyEvent } from "@evenhand/standard";
import { comparedSource } from "../benchmark/people-cells.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { type AgencyChange, agencyChange } from "./agency-change.ts";
import { assessEvent, type SeriesAnswer, type TestedSeries } from "./assess-event.ts";
import { eventAgencies, ofAgencies } from "./event-agencies.ts";
import { type ChangeTables, type EventParts, tableOf } from "./event-parts.ts";
import { type AskedSubject, askedSubjects, changeSource, isOfSubject } from "./event-subjects.ts";
import { type EventWindow, equalWindows, eventWindow } from "./event-window.ts";
import { changeReference, type GroupRatio, groupRatios } from "./group-rows.ts";
import { type DraftTable, draftTables } from "./mix-tables.ts";
import { knownMonths, monthlyCounts, monthSeries, shiftMonth } from "./month-series.ts";
import { isSubjectBlocked, type RecordingCheck, recordingCheck } from "./recording-check.ts";
import { changeRule } from "./rule.ts";
import { type WindowCount, windowCounts } from "./window-counts.ts";
import { windowDispersion } from "./window-dispersion.ts";

/** Everything about one event, before p values are adjusted over all of them. */
export type EventDraft = EventParts & {
  readonly groups: readonly WindowCount[];
  /** How each group's ratio to the reference moved; p values of each alone. */
  readonly ratios: ReadonlyMap<string, GroupRatio>;
  /** Series by name: `total`, `group.<key>`, and the name of each subject. */
  readonly answers: readonly SeriesAnswer[];
  readonly mixes: readonly DraftTable[];
  readonly agencies?: AgencyChange;
};

/** Recording first, then every series and table of an event; undefined for an event without a date. */
export function draftEvent(context: QuestionContext, cells: ChangeTables, event: PolicyEvent): EventDraft | undefined {
  const window = eventWindow(event);
  if (window === undefined) return undefined;
  const named = eventAgencies(event);
  const tables = Object.fromEntries(Object.entries(cells).map(([name, table]) => [name, ofAgencies(table, named)]));
  const months = knownMonths(tableOf(tables, "dates"), forceOnly(tableOf(tables, "people")));
  const recording = checkRecording(context, { event, window, tables, months });
  const pairs = equalWindows(window, months.known);
  const race = sourceColumn(comparedSource(context.scope), "persons", "race_ethnicity");
  const groups = windowCounts(forceOnly(tableOf(tables, "people")), race, pairs);
  const parts = { event, window, tables, months, recording, pairs, groups };
  const agencies = named.length === 0 ? undefined : agencyChange(context, cells, { event, window });
  return {
    ...parts,
    answers: assessEvent(testedSeries(context, parts), window),
    ratios: movedRatios(context, parts),
    mixes: draftTables(context, parts),
    ...(agencies === undefined ? {} : { agencies }),
  };
}

/** None where recording changed: the counts of groups cannot be compared then. */
function movedRatios(
  context: QuestionContext,
  { tables, recording, pairs, groups }: EventParts & Pick<EventDraft, "groups">,
): EventDraft["ratios"] {
  const race = sourceColumn(comparedSource(context.scope), "persons", "race_ethnicity");
  if (recording.blocksTotal || isRaceLost(recording, race) || pairs.length < changeRule("fewestPairs"))
    return new Map();
  const { mix } = windowDispersion(forceOnly(tableOf(tables, "people")), race, pairs);
  return groupRatios(groups, { reference: changeReference({ groups }, context), dispersion: mix });
}

const isRaceLost = ({ changes }: RecordingCheck, race: string): boolean =>
  changes.some(({ key, kind }) => kind === "missing-jumps" && key === race);

type Start = Pick<EventDraft, "event" | "window" | "tables" | "months">;

function checkRecording(context: QuestionContext, { event, window, tables, months }: Start): RecordingCheck {
  const source = comparedSource(context.scope);
  const table = (name: string) => forceOnly(tableOf(tables, name));
  return recordingCheck(
    {
      force: table("force"),
      incidents: table("reasons"),
      reports: table("reports"),
      reasons: {
        column: sourceColumn(changeSource(context.scope), "incidents", "contact_reason"),
        table: table("reasons"),
      },
      missing: [
        { column: sourceColumn(source, "persons", "race_ethnicity"), table: table("people") },
        { column: sourceColumn(source, "persons", "injured"), table: table("injuries") },
      ],
    },
    window,
    {
      months: months.known,
      about: new Set((event.about ?? []).flatMap(({ codes }) => codes)),
      isFormChanged: isFormChanged(context, window),
      unit: source.unit,
    },
  );
}

/** The department's own events file says that recording changed within half a year of the date. */
function isFormChanged({ events = [] }: QuestionContext, { firstMonth }: EventWindow): boolean {
  const margin = changeRule("recordingMonths");
  const [from, to] = [shiftMonth(firstMonth, -margin), shiftMonth(firstMonth, margin)];
  return events.some((event) => {
    const month = event.kind === "recording" ? eventWindow(event)?.firstMonth : undefined;
    return month !== undefined && month >= from && month <= to;
  });
}

function testedSeries(
  { scope }: QuestionContext,
  { event, tables, months, recording, groups }: Start & Pick<EventDraft, "recording" | "groups">,
): readonly TestedSeries[] {
  const race = sourceColumn(comparedSource(scope), "persons", "race_ethnicity");
  const people = forceOnly(tableOf(tables, "people"));
  const raceOf = keyReader(people, race);
  const seriesOf = (table: CellTable, isCounted?: Parameters<typeof monthlyCounts>[1]) =>
    monthSeries(months.known, monthlyCounts(table, isCounted));
  return [
    { name: "total", series: seriesOf(people), isRecordingChanged: recording.blocksTotal },
    ...askedSubjects(event).flatMap((subject): TestedSeries[] => {
      const table = tables[subject.name];
      if (table === undefined) return [];
      const series = seriesOf(table, isOfSubject(table, subject));
      return [{ name: subject.name, series, isRecordingChanged: isBlocked(subject, recording) }];
    }),
    ...groups.map(({ key }) => ({
      name: `group.${key}`,
      series: seriesOf(people, (cell) => raceOf(cell) === key),
      isRecordingChanged: recording.blocksTotal || isRaceLost(recording, race),
    })),
  ];
}

function isBlocked({ field, codes }: AskedSubject, { changes, reasons }: RecordingCheck): boolean {
  if (changes.some(({ kind }) => kind === "form-changed")) return true;
  if (field === "incident.contact_reason") return isSubjectBlocked(codes, reasons);
  if (field !== "force_application.force_type") return false;
  return isSubjectBlocked(
    codes,
    changes.flatMap(({ kind, ...change }) =>
      kind === "appears" || kind === "vanishes" || kind === "jumps" ? [{ ...change, kind }] : [],
    ),
  );
}
