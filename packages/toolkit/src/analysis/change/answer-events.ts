import type { Finding, FindingRow, PolicyEvent, Unit } from "@evenhand/standard";
import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { referenceGroup } from "../compare/reference-group.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { eventValues, isAskedOf, windowValues } from "./about-event.ts";
import { assessEvent, type SeriesAnswer, type TestedSeries } from "./assess-event.ts";
import { changeSource, subjectMark, subjectName } from "./change-cells.ts";
import { compareWindows } from "./compare-windows.ts";
import { type EventWindow, equalWindows, eventWindow, type MonthPair } from "./event-window.ts";
import { groupRows } from "./group-rows.ts";
import { type KnownMonths, knownMonths, monthlyCounts, monthSeries, shiftMonth } from "./month-series.ts";
import { type RecordingCheck, recordingCheck } from "./recording-check.ts";
import { changeRule } from "./rule.ts";
import { changeId, seriesFinding } from "./series-finding.ts";
import { windowCounts, windowDispersion } from "./window-counts.ts";

type Tables = Readonly<Record<string, CellTable>>;

/** Everything about one event, before p values are adjusted over all of them. */
type Draft = {
  readonly event: PolicyEvent;
  readonly window: EventWindow;
  readonly recording: RecordingCheck;
  readonly pairs: readonly MonthPair[];
  readonly answers: readonly SeriesAnswer[];
};

const steps: readonly Unit[] = ["people", "incidents", "reports", "force"];

/**
 * Whether a change followed each event, and upon whom. Recording is checked first; then the series of all people and of
 * each group are tested; kinds of force, reasons and injuries are set side by side over equal windows, so that what fell
 * here and rose there is seen together. All tests of all events are adjusted together by Holm.
 */
export function answerEvents(context: QuestionContext, cells: Tables): readonly Finding[] {
  const events = context.events ?? [];
  const asked = events.filter(isAskedOf);
  const people = forceOnly(tableOf(cells, "people"));
  const months = knownMonths(tableOf(cells, "dates"), people);
  const drafts = asked.flatMap((event) => draftEvent(context, cells, months, event) ?? []);
  const tests = drafts.flatMap(({ event, answers }) =>
    answers.flatMap(({ name, assessment }) =>
      assessment === undefined ? [] : [{ id: `${event.id} ${name}`, p: assessment.p }],
    ),
  );
  const adjusted = holmAdjust(tests.map(({ p }) => p));
  const pOf = new Map(tests.map(({ id }, index) => [id, adjusted[index] ?? 1]));
  const undated = asked
    .filter((event) => eventWindow(event) === undefined)
    .map((event) => undatedFinding(context, event));
  return [
    ...drafts.flatMap((draft) => findingsOf(context, cells, { draft, months, pOf, comparisons: tests.length })),
    ...undated,
  ];
}

const empty: CellTable = { by: ["occurred_month", "occurred_date"], cells: [] };
const tableOf = (cells: Tables, name: string): CellTable => cells[name] ?? empty;

function undatedFinding(context: QuestionContext, event: PolicyEvent): Finding {
  const { unit } = comparedSource(context.scope);
  const finding = cannotSay(
    context,
    { question: "change", measure: "total", unit, method: "segmented-series" },
    "event-without-date",
  );
  return { ...finding, id: changeId("total", event.id, unit), values: eventValues(event) };
}

function draftEvent(
  context: QuestionContext,
  cells: Tables,
  months: KnownMonths,
  event: PolicyEvent,
): Draft | undefined {
  const window = eventWindow(event);
  if (window === undefined) return undefined;
  const source = comparedSource(context.scope);
  const people = forceOnly(tableOf(cells, "people"));
  const race = sourceColumn(source, "persons", "race_ethnicity");
  const about = new Set((event.about ?? []).flatMap(({ codes }) => codes));
  const recording = recordingCheck(
    {
      force: forceOnly(tableOf(cells, "force")),
      incidents: tableOf(cells, "reasons"),
      reports: tableOf(cells, "reports"),
      missing: [
        { column: race, table: people },
        { column: sourceColumn(source, "persons", "injured"), table: forceOnly(tableOf(cells, "injuries")) },
      ],
    },
    window,
    { months: months.known, about, isFormChanged: isFormChanged(context, window) },
  );
  const jumps = new Set(recording.changes.filter(({ kind }) => kind === "missing-jumps").map(({ key }) => key));
  const raceOf = keyReader(people, race);
  const groups = windowCounts(people, race, equalWindows(window, months.known));
  const seriesOf = (table: CellTable, isCounted?: Parameters<typeof monthlyCounts>[1]) =>
    monthSeries(months.known, monthlyCounts(table, isCounted));
  const tested: TestedSeries[] = [
    { name: "total", series: seriesOf(people), isRecordingChanged: recording.blocksTotal },
    ...subjectSeries(cells, event, "about", (table, isCounted) => seriesOf(table, isCounted)).map((series) => ({
      name: "target",
      series,
      isRecordingChanged:
        recording.changes.some(({ kind }) => kind === "form-changed") || isSubjectBlocked(event, recording),
    })),
    ...groups.map(({ key }) => ({
      name: `group.${key}`,
      series: seriesOf(people, (cell) => raceOf(cell) === key),
      isRecordingChanged: recording.blocksTotal || jumps.has(race),
    })),
  ];
  return { event, window, recording, pairs: equalWindows(window, months.known), answers: assessEvent(tested, window) };
}

/** A code of the subject that only came up at the date has no "before". */
const isSubjectBlocked = (event: PolicyEvent, { changes }: RecordingCheck): boolean =>
  changes.some(({ key, kind }) => kind === "appears" && (event.about ?? []).some(({ codes }) => codes.includes(key)));

/** The department's own events file says that recording changed within half a year of the date. */
function isFormChanged({ events = [] }: QuestionContext, { firstMonth }: EventWindow): boolean {
  const margin = changeRule("recordingMonths");
  const [from, to] = [shiftMonth(firstMonth, -margin), shiftMonth(firstMonth, margin)];
  return events.some((event) => {
    const month = event.kind === "recording" ? eventWindow(event)?.firstMonth : undefined;
    return month !== undefined && month >= from && month <= to;
  });
}

type Parts = {
  readonly draft: Draft;
  readonly months: KnownMonths;
  readonly pOf: ReadonlyMap<string, number>;
  readonly comparisons: number;
};

function findingsOf(context: QuestionContext, cells: Tables, parts: Parts): readonly Finding[] {
  const { draft, months, pOf, comparisons } = parts;
  const { event, window, recording, answers } = draft;
  const source = comparedSource(context.scope);
  const values = { ...eventValues(event), ...windowValues(window, months.known, context.events ?? [], event) };
  const isRecordingSteady = recording.changes.length === 0;
  const caveats: CaveatId[] = [
    ...(window.from === "adopted" ? ["date-of-adoption" as const] : []),
    ...(isRecordingSteady || recording.blocksTotal ? [] : ["recording-partly-changed" as const]),
  ];
  const series = answers
    .filter(({ name }) => name === "total" || name === "target")
    .map((answer) =>
      seriesFinding(context, {
        answer,
        window,
        p: pOf.get(`${event.id} ${answer.name}`),
        measure: answer.name === "target" ? "target" : "total",
        eventId: event.id,
        unit: answer.name === "target" ? subjectUnit(context, event) : source.unit,
        values,
        allMonths: months.all,
        isRecordingSteady,
        caveats,
        comparisons,
      }),
    );
  return [
    ...series,
    ...groupFindings(context, cells, parts, values),
    ...mixFindings(context, cells, parts, values),
    recordingFinding(context, parts, values),
  ];
}

function subjectUnit({ scope }: QuestionContext, { about = [] }: PolicyEvent): Unit {
  const isForce = about.some(({ field }) => field === "force_application.force_type");
  if (!isForce) return changeSource(scope).unit;
  return comparedSource(scope).from === "persons" ? "people" : "force";
}

type MakeSeries = (table: CellTable, isCounted: Parameters<typeof monthlyCounts>[1]) => TestedSeries["series"];

function subjectSeries(cells: Tables, event: PolicyEvent, part: "about" | "unaffected", make: MakeSeries) {
  const table = cells[subjectName(event, part)];
  if (table === undefined) return [];
  const codes = new Set((event[part] ?? []).flatMap((subject) => subject.codes));
  const column = table.by.find((name) => name !== "occurred_month" && name !== "force_type") ?? "force_type";
  const value = keyReader(table, column);
  return [make(table, (cell) => (column === subjectMark ? value(cell) === 1 : codes.has(String(value(cell)))))];
}

type Values = NonNullable<Finding["values"]>;

function groupFindings(context: QuestionContext, cells: Tables, parts: Parts, values: Values): readonly Finding[] {
  const { draft, months, pOf, comparisons } = parts;
  const { event, pairs, answers } = draft;
  const source = comparedSource(context.scope);
  const race = sourceColumn(source, "persons", "race_ethnicity");
  const people = forceOnly(tableOf(cells, "people"));
  const counts = windowCounts(people, race, pairs);
  if (counts.length === 0 || pairs.length === 0) return [];
  const reference = referenceGroup(new Map(counts.map(({ key, before }) => [key, before])), context.reference);
  const rows = groupRows({
    counts,
    answers: new Map(
      answers.flatMap((answer) => (answer.name.startsWith("group.") ? [[answer.name.slice(6), answer] as const] : [])),
    ),
    pByGroup: new Map(counts.map(({ key }) => [key, pOf.get(`${event.id} group.${key}`) ?? 1])),
    reference,
    dispersion: windowDispersion(people, race, months.known),
  });
  const finding = windowFinding(context, parts, {
    measure: "by-group",
    unit: source.unit,
    rows,
    values,
    dimension: { field: "person.race_ethnicity", codeList: "race_ethnicity" },
  });
  const comparison = { reference, per: 1, level: 0.95, family: { method: "holm", comparisons } } as const;
  return [{ ...finding, comparison }];
}

function mixFindings(context: QuestionContext, cells: Tables, parts: Parts, values: Values): readonly Finding[] {
  const { draft, months } = parts;
  const { recording, pairs } = draft;
  const source = comparedSource(context.scope);
  const incidents = changeSource(context.scope);
  const noteOf: Partial<Record<string, string>> = { appears: "drift-appears", vanishes: "drift-vanishes" };
  const notes = new Map(
    recording.changes.flatMap(({ key, kind }): [string, string][] => {
      const note = noteOf[kind];
      return note === undefined ? [] : [[key, note]];
    }),
  );
  const mixes = [
    {
      measure: "kinds",
      unit: "force",
      table: forceOnly(tableOf(cells, "force")),
      column: "force_type",
      field: "force_application.force_type",
      codeList: "force_type",
    },
    {
      measure: "reasons",
      unit: incidents.unit,
      table: forceOnly(tableOf(cells, "reasons")),
      column: sourceColumn(incidents, "incidents", "contact_reason"),
      field: "incident.contact_reason",
      codeList: "contact_reason",
    },
    {
      measure: "injuries",
      unit: source.unit,
      table: forceOnly(tableOf(cells, "injuries")),
      column: sourceColumn(source, "persons", "injured"),
      field: "injury.injury_severity",
      codeList: "yes_no",
    },
  ] as const;
  return mixes.flatMap(({ measure, unit, table, column, field, codeList }) => {
    if (!steps.includes(unit) || !table.by.includes(column)) return [];
    const counts = windowCounts(table, column, pairs);
    if (counts.length < 2 || pairs.length === 0) return [];
    const rows = compareWindows(counts, {
      dispersion: windowDispersion(table, column, months.known),
      notes: measure === "kinds" ? notes : new Map(),
    });
    return [windowFinding(context, parts, { measure, unit, rows, values, dimension: { field, codeList } })];
  });
}

type WindowParts = Pick<Finding, "measure" | "unit" | "rows"> & {
  readonly values: Values;
  readonly dimension: NonNullable<Finding["dimension"]>;
};

function windowFinding(context: QuestionContext, { draft, comparisons }: Parts, parts: WindowParts): Finding {
  const { measure, unit, rows, dimension } = parts;
  const frame = cannotSay(
    context,
    { question: "change", measure, unit, dimension, method: "equal-windows" },
    "no-records",
  );
  const { reason: _, ...rest } = frame;
  const figureSum = (name: string) => rows.reduce((sum, row) => sum + (row.figures?.[name] ?? 0), 0);
  const before = figureSum("before");
  const after = figureSum("after");
  return {
    ...rest,
    id: changeId(measure, draft.event.id, unit),
    rows,
    denominator: before + after,
    total: before + after,
    shown: draft.recording.blocksTotal ? "counts" : "full",
    ...(draft.recording.blocksTotal ? { reason: "recording-changed" } : {}),
    comparison: { per: 1, level: 0.95, family: { method: "holm", comparisons } },
    caveats: ["followed-not-caused", ...(measure === "by-group" ? [] : (["windows-know-no-trend"] as const))],
    values: { ...parts.values, before, after },
  };
}

/** What is recorded otherwise around the date; rows are codes and measures. */
function recordingFinding(context: QuestionContext, { draft }: Parts, values: Values): Finding {
  const { changes, blocksTotal } = draft.recording;
  const noteByKind = {
    appears: "drift-appears",
    vanishes: "drift-vanishes",
    "missing-jumps": "missing-jumps",
    "reports-jump": "reports-jump",
    "form-changed": "form-changed",
  } as const;
  const frame = cannotSay(
    context,
    {
      question: "change",
      measure: "recording",
      unit: "force",
      dimension: { field: "force_application.force_type", codeList: "force_type" },
      method: "recording-check",
    },
    "no-records",
  );
  const { reason: _, ...rest } = frame;
  return {
    ...rest,
    id: changeId("recording", draft.event.id, "force"),
    rows: changes.map(
      ({ key, kind, before, after, shareBefore, shareAfter }): FindingRow => ({
        key,
        note: noteByKind[kind],
        figures: { before, after, shareBefore, shareAfter },
      }),
    ),
    shown: "full",
    caveats: ["steady-is-not-proof"],
    values: { ...values, isChanged: changes.length > 0 ? 1 : 0, blocks: blocksTotal ? 1 : 0 },
  };
}
