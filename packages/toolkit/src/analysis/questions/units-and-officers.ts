import type { Finding, FindingRow } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { poissonUpperTail } from "../../stats/functions/poisson-probability.ts";
import { benjaminiHochberg } from "../../stats/multiplicity/benjamini-hochberg.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { gammaPoisson } from "../../stats/units/gamma-poisson.ts";
import { halfOfForceHolders } from "../../stats/units/half-of-force-holders.ts";
import { overdispersionFunnel } from "../../stats/units/overdispersion-funnel.ts";
import { areaColumns } from "../areas.ts";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader, totalCount, yearsOf } from "../cell-table.ts";
import { compareRule } from "../compare/rule.ts";
import { unitLimits } from "../compare/unit-limits.ts";
import { type QuestionContext, question } from "../question.ts";
import { showTally } from "../show.ts";
import { type Tally, tally } from "../tally.ts";
import { isCountable } from "../units.ts";
import rules from "./unit-rules.json" with { type: "json" };

type AreaColumn = (typeof areaColumns)[number];
type CellName = AreaColumn | "years" | "officers" | "officerYears";

/**
 * Units and officers: where among areas the share of injured people lies outside what chance and the areas' usual
 * differences would make of it, and how few officers account for half of the force. Officers are never ranked or named.
 */
export const unitsAndOfficers = question<CellName>({
  id: "units-and-officers",
  needs: ["officer_involvement.officer_id", "injury.injury_severity", "location.beat_or_district"],
  cells: () => {
    const areas = areaColumns.map((column): [AreaColumn, CellQuery] => [
      column,
      { from: "persons", by: [`incidents.${column}`, "injured", "injured_missing"] },
    ]);
    return {
      ...(Object.fromEntries(areas) as Record<AreaColumn, CellQuery>),
      years: { from: "persons", by: ["occurred_year"] },
      officers: { from: "officer_counts", by: ["incidents"] },
      officerYears: { from: "officers", by: ["occurred_year"] },
    };
  },
  answer: (context, cells) => [
    ...(isCountable(context.scope, "people") ? [funnel(context, cells)] : []),
    officerFinding(context, cells.officers, cells.officerYears),
  ],
});

function funnel(context: QuestionContext, cells: Readonly<Record<AreaColumn | "years", CellTable>>): Finding {
  const subject = {
    question: "units-and-officers",
    measure: "injured-by-area",
    unit: "people",
    element: "injury",
    method: "unit-funnel",
  } as const;
  const column = areaColumns.find((name) => areaUnits(cells[name], name).units.length >= rules.fewestUnits.value);
  const years = yearsOf(cells.years);
  const tallied = { ...tally(cells.city, "injured"), ...(years === undefined ? {} : { years }) };
  const showing = showTally(tallied, context.coverage, tallied.known);
  if (showing.shown === "cannot-say" || showing.shown === "counts")
    return cannotSay(context, subject, showing.reason ?? "nothing-known");
  if (column === undefined) return cannotSay(context, subject, "too-few-units");
  const { units, leftOut } = areaUnits(cells[column], column);
  const result = overdispersionFunnel(units);
  if (isRefusal(result)) return cannotSay(context, subject, "too-few-units");

  const isWidened = units.length >= rules.overdispersedFrom.value;
  const spread = { target: result.target, extraVariance: isWidened ? result.extraVariance : 0 };
  const rows = units.map((unit, index): FindingRow => {
    const scores = result.units[index];
    const rate = unit.count / unit.exposure;
    const inner = unitLimits(unit.exposure, spread, rules.innerLevel.value);
    const outer = unitLimits(unit.exposure, spread, rules.outerLevel.value);
    return {
      key: unit.key,
      count: unit.count,
      compared: {
        exposure: unit.exposure,
        rate: { value: rate },
        expected: result.target * unit.exposure,
        limits: { inner, outer },
        direction: rate > outer.high ? "higher" : rate < outer.low ? "lower" : "cannot-tell",
      },
      figures: { score: (isWidened ? scores?.adjustedScore : scores?.score) ?? 0 },
    };
  });
  const outside = rows.filter((row) => row.compared?.direction !== "cannot-tell").length;
  const caveats: readonly CaveatId[] = [...showing.caveats, "area-names-as-recorded", "outside-asks-for-review"];
  const finding = countFinding(
    context,
    {
      ...subject,
      dimension: { field: `location.${column}` },
      caveats,
      values: {
        units: units.length,
        leftOut,
        outside,
        target: result.target,
        dispersion: result.dispersion,
        extraVariance: spread.extraVariance,
      },
    },
    tallied,
    {
      rows,
      numerator: units.reduce((sum, { count }) => sum + count, 0),
      shown: showing.shown,
      ...(showing.reason === undefined ? {} : { reason: showing.reason }),
    },
  );
  return { ...finding, comparison: { per: 1, level: compareRule("level") } };
}

type AreaUnit = { readonly key: string; readonly count: number; readonly exposure: number };

/** Areas with enough people whose outcome is known: how many there are and how many were injured. */
function areaUnits(
  table: CellTable,
  column: AreaColumn,
): { readonly units: readonly AreaUnit[]; readonly leftOut: number } {
  const [area, injured] = [keyReader(table, `incidents.${column}`), keyReader(table, "injured")];
  const sums = new Map<string, { key: string; count: number; exposure: number }>();
  for (const cell of table.cells) {
    const [key, value] = [area(cell), injured(cell)];
    if (key === null || value === null) continue;
    const sum = sums.get(String(key)) ?? { key: String(key), count: 0, exposure: 0 };
    sum.exposure += cell.count;
    if (value === "yes") sum.count += cell.count;
    sums.set(sum.key, sum);
  }
  const all = [...sums.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
  const units = all.filter(({ exposure }) => exposure >= rules.smallestUnit.value);
  return { units, leftOut: all.length - units.length };
}

/** No row per officer: only how many officers there are, how few account for half, and what chance would make of it. */
function officerFinding(context: QuestionContext, table: CellTable, yearly: CellTable): Finding {
  const subject = {
    question: "units-and-officers",
    measure: "officer-concentration",
    unit: isCountable(context.scope, "incidents") ? "incidents" : "reports",
    method: "officer-concentration",
  } as const;
  const counts = incidentsByOfficer(table);
  if (counts.length === 0) return cannotSay(context, subject, "no-officer-key");
  if (counts.length < rules.fewestOfficers.value) return cannotSay(context, subject, "few-officers");
  const half = halfOfForceHolders(counts, { listed: "with-events" });
  if (isRefusal(half)) return cannotSay(context, subject, "no-records");

  const mean = half.events / half.of;
  const tails = counts.map((count) => poissonUpperTail(count - 1, mean));
  const clearlyAbove = benjaminiHochberg(tails).filter((p) => p < rules.clearlyAbove.value).length;
  const shrunken = gammaPoisson(counts.map((count) => ({ count, exposure: 1 })));
  const most = isRefusal(shrunken) ? mean : Math.max(...shrunken.units.map((unit) => unit.mean));
  const years = yearsOf(yearly);
  const total = totalCount(yearly);
  const whole: Tally = {
    values: [],
    known: half.events,
    missing: total > half.events ? [{ reason: "not_recorded", count: total - half.events }] : [],
    total,
    ...(years === undefined ? {} : { years }),
  };
  return countFinding(
    context,
    {
      ...subject,
      caveats: ["officer-exposure-unknown", "officers-with-force-only"],
      values: {
        officers: half.of,
        officersForHalf: half.units,
        officersForHalfByChance: half.unitsByChance,
        clearlyAbove,
        officerIncidents: half.events,
        meanPerOfficer: mean,
        largestShrunkenMean: most,
      },
    },
    whole,
    { rows: [], shown: "full", numerator: half.units },
  );
}

/** Incidents of each officer; a cell says how many officers have so many. */
function incidentsByOfficer(table: CellTable): readonly number[] {
  return table.cells.flatMap(({ key: [incidents], count }) => Array.from({ length: count }, () => Number(incidents)));
}
