import type { PolicyEvent } from "@evenhand/standard";
import { comparedSource } from "../benchmark/people-cells.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { type AgencyChange, agencyChange } from "./agency-change.ts";
import { assessEvent, type SeriesAnswer, type TestedSeries } from "./assess-event.ts";
import { type DeclaredRecording, declaredRecording } from "./compared-time.ts";
import { eventAgencies, ofAgencies } from "./event-agencies.ts";
import { type ChangeTables, type EventParts, tableOf } from "./event-parts.ts";
import { type AskedSubject, aboutCodes, askedSubjects, changeSource, isOfSubject } from "./event-subjects.ts";
import { equalWindows, eventWindow } from "./event-window.ts";
import { changeReference, type GroupRatio, groupRatios, isLargeEnough } from "./group-rows.ts";
import { type DraftTable, draftTables } from "./mix-tables.ts";
import { knownMonths, monthlyCounts, monthSeries } from "./month-series.ts";
import { isSubjectBlocked, type RecordingCheck, recordingCheck } from "./recording-check.ts";
import { changeRule } from "./rule.ts";
import { type WindowCount, windowCounts } from "./window-counts.ts";
import { windowDispersion } from "./window-dispersion.ts";

/** Everything about one event, before p values are adjusted over all of them. */
export type EventDraft = EventParts & {
  readonly groups: readonly WindowCount[];
  /** How each group's ratio to the reference moved; p values of each alone. */
  readonly ratios: ReadonlyMap<string, GroupRatio>;
  /** By how much the mix of groups varies more than chance within the windows. */
  readonly groupDispersion?: number;
  /** Series by name: `total`, `group.<key>`, and the name of each subject. */
  readonly answers: readonly SeriesAnswer[];
  readonly mixes: readonly DraftTable[];
  readonly agencies?: AgencyChange;
};

/** Recording first, then every series and table of an event; undefined for an event without a date. */
export function draftEvent(context: QuestionContext, cells: ChangeTables, event: PolicyEvent): EventDraft | undefined {
  const placed = eventWindow(event);
  if (placed === undefined) return undefined;
  const named = eventAgencies(event);
  const tables = Object.fromEntries(Object.entries(cells).map(([name, table]) => [name, ofAgencies(table, named)]));
  const months = knownMonths(tableOf(tables, "dates"), forceOnly(tableOf(tables, "people")));
  const declared = declaredRecording(context.events ?? [], event, { window: placed, months: months.known });
  const window = { ...placed, limits: declared.limits };
  const recording = checkRecording(context, { event, window, tables, months, declared });
  const pairs = equalWindows(window, months.known);
  const race = sourceColumn(comparedSource(context.scope), "persons", "race_ethnicity");
  const groups = windowCounts(forceOnly(tableOf(tables, "people")), race, pairs);
  const parts = { event, window, tables, months, recording, declared, pairs, groups };
  const agencies = named.length === 0 ? undefined : agencyChange(context, cells, { event, window });
  return {
    ...parts,
    answers: assessEvent(testedSeries(context, parts), window),
    ...movedRatios(context, parts),
    mixes: draftTables(context, parts),
    ...(agencies === undefined ? {} : { agencies }),
  };
}

/** None where recording changed: the counts of groups cannot be compared then. */
function movedRatios(
  context: QuestionContext,
  { tables, recording, pairs, groups }: EventParts & Pick<EventDraft, "groups">,
): Pick<EventDraft, "ratios" | "groupDispersion"> {
  const race = sourceColumn(comparedSource(context.scope), "persons", "race_ethnicity");
  if (recording.blocksTotal || isRaceLost(recording, race) || pairs.length < changeRule("fewestPairs"))
    return { ratios: new Map() };
  const { mix } = windowDispersion(forceOnly(tableOf(tables, "people")), race, { pairs });
  const ratios = groupRatios(groups, { reference: changeReference({ groups }, context), dispersion: mix });
  return { ratios, groupDispersion: mix };
}

const isRaceLost = ({ changes }: RecordingCheck, race: string): boolean =>
  changes.some(({ key, kind }) => kind === "missing-jumps" && key === race);

type Start = Pick<EventDraft, "event" | "window" | "tables" | "months" | "declared">;

function checkRecording(context: QuestionContext, { event, window, tables, months, declared }: Start): RecordingCheck {
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
      declared: declared.across.map(({ id }) => id),
      declaredOfCodes: declared.ofCodes.map(({ id }) => id),
      explained: new Set(declared.ofCodes.flatMap((one) => aboutCodes(one, "force_application.force_type"))),
      unit: source.unit,
    },
  );
}

function testedSeries(
  { scope }: QuestionContext,
  { event, tables, months, recording, groups, declared }: Start & Pick<EventDraft, "recording" | "groups">,
): readonly TestedSeries[] {
  const race = sourceColumn(comparedSource(scope), "persons", "race_ethnicity");
  const people = forceOnly(tableOf(tables, "people"));
  const raceOf = keyReader(people, race);
  const seriesOf = (table: CellTable, isCounted?: Parameters<typeof monthlyCounts>[1]) =>
    monthSeries(months.known, monthlyCounts(table, isCounted));
  const isLarge = isLargeEnough(groups);
  return [
    { name: "total", series: seriesOf(people), isRecordingChanged: recording.blocksTotal },
    ...askedSubjects(event).flatMap((subject): TestedSeries[] => {
      const table = tables[subject.name];
      if (table === undefined) return [];
      const series = seriesOf(table, isOfSubject(table, subject));
      return [{ name: subject.name, series, isRecordingChanged: isBlocked(subject, recording, declared) }];
    }),
    ...groups.map((group) => ({
      name: `group.${group.key}`,
      series: seriesOf(people, (cell) => raceOf(cell) === group.key),
      isRecordingChanged: recording.blocksTotal || isRaceLost(recording, race),
      isTooSmall: !isLarge(group),
    })),
  ];
}

function isBlocked(
  { field, codes }: AskedSubject,
  { changes, reasons }: RecordingCheck,
  { across, ofCodes }: DeclaredRecording,
): boolean {
  if (across.length > 0 || ofCodes.some((event) => aboutCodes(event, field).some((code) => codes.includes(code))))
    return true;
  if (field === "incident.contact_reason") return isSubjectBlocked(codes, reasons);
  if (field !== "force_application.force_type") return false;
  return isSubjectBlocked(
    codes,
    changes.flatMap(({ kind, ...change }) =>
      kind === "appears" || kind === "vanishes" || kind === "jumps" ? [{ ...change, kind }] : [],
    ),
  );
}
