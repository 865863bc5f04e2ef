import { eventDate, type Interval, type PolicyEvent } from "@evenhand/standard";
import { changeTestRefusal } from "../../stats/change/change-test-refusal.ts";
import { differenceInDifferences } from "../../stats/change/difference-in-differences.ts";
import { eventStudy } from "../../stats/change/event-study.ts";
import type { PanelRow } from "../../stats/change/panel-fit.ts";
import { permutedDifference } from "../../stats/change/permuted-difference.ts";
import { chiSquareTail } from "../../stats/functions/chi-square-tail.ts";
import { studentQuantile, studentTail } from "../../stats/functions/student-tail.ts";
import { isRefusal } from "../../stats/refusal.ts";
import type { CaveatId } from "../caveat.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { isAskedOf } from "./about-event.ts";
import { type AgencySeries, agencySeries, collapsePanel, hasSilence } from "./agency-panel.ts";
import { refusalCaveat } from "./assess-series.ts";
import { declaredRecording } from "./compared-time.ts";
import { agencyColumn, agencyKey, eventAgencies } from "./event-agencies.ts";
import { type ChangeTables, tableOf } from "./event-parts.ts";
import type { EventWindow } from "./event-window.ts";
import { knownMonths, monthsApart, monthsAround } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** How agencies with an event moved beside the others. */
export type AgencyComparison = {
  readonly ratio: number;
  readonly interval: Interval;
  /** Of this comparison alone. */
  readonly p: number;
  /** Records before and after, of the agencies with the event and of the others. */
  readonly counts: { readonly with: readonly [number, number]; readonly without: readonly [number, number] };
  /** By how much agencies moved more unevenly than chance would have them. */
  readonly dispersion: number;
  /** Joint p of the months before the date; undefined without any to test. */
  readonly leadsP?: number;
  /** The largest ratio, up or down, that a month before the date could have had. */
  readonly largestLead?: number;
  /** Months since the date; those at the ends stand for all further ones. */
  readonly months: readonly { readonly relative: number; readonly ratio: number; readonly interval: Interval }[];
};

/** @see agencyChange */
export type AgencyChange = {
  /** Agencies compared, with and without the event, and those left out because they were silent for too long. */
  readonly agencies: number;
  readonly treated: number;
  readonly leftOut: number;
} & (
  | { readonly comparison: AgencyComparison; readonly reason?: undefined }
  | { readonly comparison?: undefined; readonly reason: CaveatId }
);

/**
 * Difference in differences of the agencies that an event concerns against all others of a release that report steadily.
 * For one common date only: where other events give other agencies another date, nothing is compared.
 */
export function agencyChange(
  context: QuestionContext,
  cells: ChangeTables,
  { event, window }: { readonly event: PolicyEvent; readonly window: EventWindow },
): AgencyChange {
  const people = forceOnly(tableOf(cells, "people"));
  const column = agencyColumn(people);
  const months = knownMonths(tableOf(cells, "dates"), people).known;
  const all = column === undefined ? [] : agencySeries(people, column, months);
  const steady = all.filter(({ counts }) => !hasSilence(counts));
  const named = new Set(eventAgencies(event).map(agencyKey));
  const taken = otherAgencies(context, event);
  const kept = steady
    .filter(({ agency }) => named.has(agency) || !taken.has(agency))
    .map((series) => ({ ...series, treated: named.has(series.agency) }));
  const treated = kept.filter((series) => series.treated).length;
  const counts = { agencies: kept.length, treated, leftOut: all.length - steady.length };
  if (isStaggered(context, event, window)) return { ...counts, reason: "agencies-at-several-dates" };
  if (declaredRecording(context.events ?? [], event, { window, months }).across.length > 0)
    return { ...counts, reason: "recording-changed" };
  if (treated === 0 || treated === kept.length) return { ...counts, reason: "no-other-agencies" };
  const comparison = compareAgencies(kept, months, window);
  return typeof comparison === "string" ? { ...counts, reason: comparison } : { ...counts, comparison };
}

/** Agencies that another event concerns at some date: they are no comparison. */
function otherAgencies({ events = [] }: QuestionContext, event: PolicyEvent): ReadonlySet<string> {
  const others = events.filter((other) => isAskedOf(other) && other.id !== event.id);
  return new Set(others.flatMap(eventAgencies).map(agencyKey));
}

/** Whether other agencies have an event at another date. */
function isStaggered({ events = [] }: QuestionContext, event: PolicyEvent, { firstMonth }: EventWindow): boolean {
  return events.some((other) => {
    const month = eventDate(other)?.date.slice(0, 7);
    const concerns = eventAgencies(other).length > 0 && isAskedOf(other) && other.id !== event.id;
    return concerns && month !== undefined && month !== firstMonth;
  });
}

type Treated = AgencySeries & { readonly treated: boolean };

function compareAgencies(
  series: readonly Treated[],
  months: readonly string[],
  window: EventWindow,
): AgencyComparison | CaveatId {
  const { before, after } = monthsAround({ months }, window);
  const compared = new Set([...before, ...after]);
  const since = (month: string): number | undefined => {
    const apart = monthsApart(window.firstMonth, month);
    if (!compared.has(month)) return undefined;
    return apart < 0 ? apart : apart - window.phaseIn;
  };
  const panel = collapsePanel(series, months, (month) => side(since(month)));
  const sum = (period: number, treated = true) =>
    panel.reduce((total, row) => total + (row.treated === treated && row.period === period ? row.count : 0), 0);
  const tooFew = changeTestRefusal({
    periodsBefore: months.filter((month) => side(since(month)) === 0).length,
    periodsAfter: months.filter((month) => side(since(month)) === 1).length,
    eventsBefore: sum(0),
  });
  if (tooFew !== undefined) return refusalCaveat(tooFew);
  const found = differenceInDifferences(panel, { changeAt: 1 });
  if (isRefusal(found)) return refusalCaveat(found);
  const degrees = found.clusters - 2;
  if (degrees < 1) return "no-other-agencies";
  const dispersion = Math.max(1, found.deviance / degrees);
  const widened = found.modelError * Math.sqrt(dispersion);
  const isFew = areFew(series);
  const error = isFew ? widened : Math.max(widened, found.clusterError);
  const margin = studentQuantile(0.975, degrees) * error;
  const own = studentTail(found.logRatio / error, degrees);
  const around = (log: number, by: number): Interval => ({ low: Math.exp(log - by), high: Math.exp(log + by) });
  return {
    ratio: found.ratio,
    interval: around(found.logRatio, margin),
    counts: { with: [sum(0), sum(1)], without: [sum(0, false), sum(1, false)] },
    p: isFew ? Math.max(own, permutedP(panel)) : own,
    dispersion,
    ...monthByMonth(series, { months, since }, dispersion),
  };
}

const side = (relative: number | undefined): 0 | 1 | undefined =>
  relative === undefined ? undefined : relative < 0 ? 0 : 1;

function areFew(series: readonly Treated[]): boolean {
  const treated = series.filter((one) => one.treated).length;
  const smaller = Math.min(treated, series.length - treated);
  return series.length < changeRule("fewAgencies") || smaller < changeRule("fewTreated");
}

/** Among the agencies nearest in size, at most 60: the scatter of small agencies says little of a large one's. */
function permutedP(panel: readonly PanelRow[]): number {
  const before = panel.filter(({ period }) => period === 0);
  const treated = before.filter((row) => row.treated);
  const size = Math.log(1 + treated.reduce((sum, { count }) => sum + count, 0) / treated.length);
  const nearest = before
    .filter((row) => !row.treated)
    .toSorted((left, right) => Math.abs(Math.log(1 + left.count) - size) - Math.abs(Math.log(1 + right.count) - size))
    .slice(0, 60);
  const kept = new Set([...treated, ...nearest].map(({ unit }) => unit));
  const answer = permutedDifference(
    panel.filter(({ unit }) => kept.has(unit)),
    { changeAt: 1, most: 499 },
  );
  return isRefusal(answer) ? 1 : answer.p;
}

type Course = { readonly months: readonly string[]; readonly since: (month: string) => number | undefined };

/** The months one by one. Agencies of each side are added up: the ratios and their model errors stay the same. */
function monthByMonth(
  series: readonly Treated[],
  { months, since }: Course,
  dispersion: number,
): Pick<AgencyComparison, "leadsP" | "largestLead" | "months"> {
  const sides = [true, false].map((treated) => {
    const own = series.filter((one) => one.treated === treated);
    const counts = months.map((_, index) => own.reduce((sum, one) => sum + (one.counts[index] ?? 0), 0));
    return { agency: treated ? "with" : "without", counts, treated };
  });
  const furthest = changeRule("eventMonths");
  const period = (month: string) => {
    const relative = since(month);
    return relative === undefined ? undefined : Math.max(-furthest, Math.min(furthest, relative));
  };
  const study = eventStudy(collapsePanel(sides, months, period), { changeAt: 0, furthest });
  if (isRefusal(study)) return { months: [] };
  const rows = study.periods.flatMap(({ relative, logRatio, modelError }) => {
    if (logRatio === undefined || modelError === undefined) return [];
    const margin = 1.959963984540054 * modelError * Math.sqrt(dispersion);
    return [{ relative, log: logRatio, margin }];
  });
  const leads = rows.filter(({ relative }) => relative < -1);
  return {
    ...(isRefusal(study.leads)
      ? {}
      : { leadsP: chiSquareTail(study.leads.chiSquare / dispersion, study.leads.degrees) }),
    ...(leads.length === 0
      ? {}
      : { largestLead: Math.exp(Math.max(...leads.map(({ log, margin }) => Math.abs(log) + margin))) }),
    months: rows.map(({ relative, log, margin }) => ({
      relative,
      ratio: Math.exp(log),
      interval: { low: Math.exp(log - margin), high: Math.exp(log + margin) },
    })),
  };
}
