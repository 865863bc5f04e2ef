import type { Finding, FindingRow, Interval } from "@evenhand/standard";
import { avoidedEvents, type BetaShape } from "../../stats/footprint/avoided-events.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader, yearsOf } from "../cell-table.ts";
import { everybodyElse, referenceGroup } from "../compare/reference-group.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { unitCaveats } from "../units.ts";
import { listValues } from "./class-row.ts";
import { knownFootprint } from "./footprint-list.ts";
import { type SituationCount, situationCounts } from "./situation-counts.ts";

/** What is supposed. Shares are 0–1. */
export type WhatIf = {
  /** Id of a class of the list. */
  readonly class: string;
  /** Share of these contacts that would meet a different response. */
  readonly share: number;
  /** Where the share is not known exactly: 95% of what is thought possible. */
  readonly shareRange?: Interval;
  /** Risk of force among the contacts diverted over that among all of the class; 1 is the most that can be hoped for. */
  readonly relativeRisk?: number;
  /** Share of the diverted contacts to which police are called after all. */
  readonly backup?: number;
};

/**
 * How much force would not have happened if a share of one kind of contact had met a different response: arithmetic on
 * what was recorded, never a forecast. Rows are all people and each group: the people on whom force was used, those in
 * this kind of situation, those avoided with a range that holds both the uncertainty of the counts and the band of the
 * definition, and the share of force that would go. `ratioChange` is by how much each group's ratio to the reference
 * would move: force can fall in all while the ratio rises.
 *
 * @throws RangeError if a share, range or risk is outside 0–1, or the list has no such class
 */
export function whatIf(context: QuestionContext, people: CellTable, supposed: WhatIf): Finding {
  const { relativeRisk = 1, backup = 0, share, shareRange } = supposed;
  for (const [name, value] of Object.entries({
    share,
    relativeRisk,
    backup,
    low: shareRange?.low ?? 0,
    high: shareRange?.high ?? 1,
  }))
    if (!(value >= 0 && value <= 1)) throw new RangeError(`invalid ${name}; not in [0, 1]: ${value}`);
  if (shareRange !== undefined && !(shareRange.low <= share && share <= shareRange.high))
    throw new RangeError(`invalid share; not between ${shareRange.low} and ${shareRange.high}: ${share}`);
  const list = context.footprint ?? knownFootprint;
  if (!list.classes.some(({ id }) => id === supposed.class))
    throw new RangeError(
      `invalid class; must be one of ${list.classes.map(({ id }) => id).join(", ")}: ${supposed.class}`,
    );
  const source = comparedSource(context.scope);
  const table = forceOnly(people);
  const group = keyReader(table, sourceColumn(source, "persons", "race_ethnicity"));
  const known = [...new Set(table.cells.flatMap((cell) => group(cell) ?? []))].map(String).sort();
  const countOf = (key: string): SituationCount | undefined =>
    situationCounts(list.classes, table, (cell) => key === "all" || group(cell) === key).find(
      ({ id }) => id === supposed.class,
    );
  const counts = new Map(
    ["all", ...known].flatMap((key) => {
      const count = countOf(key);
      return count === undefined ? [] : [[key, count] as const];
    }),
  );
  const all = counts.get("all");
  const subject = {
    question: "footprint",
    measure: "what-if",
    unit: source.unit,
    method: "what-if",
    element: "contact_reason",
  } as const;
  const supposedValues = { ...listValues(list, all === undefined ? [] : [all]), class: supposed.class };
  const id = `footprint/what-if@${supposed.class}/${source.unit}`;
  if (all === undefined || all.total === 0) return { ...cannotSay(context, subject, "no-records"), id };
  const unsaid = whyNot(all);
  if (unsaid !== undefined) return { ...cannotSay(context, { ...subject, values: supposedValues }, unsaid), id };
  const diverted = divertedShape(
    share * (1 - backup),
    shareRange && { low: shareRange.low * (1 - backup), high: shareRange.high * (1 - backup) },
  );
  const reference = referenceGroup(new Map(known.map((key) => [key, counts.get(key)?.total ?? 0])), context.reference);
  const rows = [...counts].map(([key, count]) =>
    whatIfRow(key, count, { diverted, relativeRisk, effective: share * (1 - backup) * relativeRisk }),
  );
  const years = yearsOf(table);
  const { reason: _, ...frame } = cannotSay(context, subject, "no-records");
  return {
    ...frame,
    id,
    ...(years === undefined ? {} : { years }),
    dimension: { field: "person.race_ethnicity", codeList: "race_ethnicity" },
    rows: withRatios(rows, reference),
    lead: "all",
    numerator: all.narrow,
    denominator: all.total,
    total: all.total,
    comparison: { reference, per: 1, level: 0.95 },
    shown: all.total < 10 ? "counts" : "full",
    ...(all.total < 10 ? { reason: "few-records" } : {}),
    caveats: [
      ...unitCaveats(context.scope, source.unit),
      "band-of-definition",
      "not-a-forecast",
      "same-risk-assumed",
      ...(list.isOwn ? (["own-situation-list"] as const) : []),
    ],
    values: {
      ...supposedValues,
      share,
      ...(shareRange === undefined ? {} : { shareLow: shareRange.low, shareHigh: shareRange.high }),
      relativeRisk,
      backup,
      effective: share * (1 - backup) * relativeRisk,
      ...(years === undefined ? {} : { years: years.to - years.from + 1 }),
    },
  };
}

/** Why nothing can be said of a class; undefined where something can. */
function whyNot({ unknown, total, occurs, unrecorded }: SituationCount): CaveatId | undefined {
  if (unknown === total || (!occurs && unrecorded.length > 0)) return "situation-not-recorded";
  return occurs ? undefined : "code-never-occurs";
}

type Effect = { readonly diverted: BetaShape | undefined; readonly relativeRisk: number; readonly effective: number };

function whatIfRow(
  key: string,
  { narrow, wide, unknown, total }: SituationCount,
  { diverted, relativeRisk, effective }: Effect,
): FindingRow {
  const none = { mean: 0, range: { low: 0, high: 0 } };
  const avoided = (count: number) =>
    diverted === undefined ? none : avoidedEvents([{ count, diverted, relativeRisk }]);
  const least = avoided(narrow);
  const most = wide === narrow ? least : avoided(wide);
  return {
    key,
    count: total,
    figures: {
      narrow,
      wide,
      unknown,
      avoided: narrow * effective,
      avoidedWide: wide * effective,
      avoidedLow: narrow === 0 ? 0 : least.range.low,
      avoidedHigh: wide === 0 ? 0 : Math.min(wide, most.range.high),
      ...(total > 0
        ? { shareRemoved: (narrow * effective) / total, shareRemovedWide: (wide * effective) / total }
        : {}),
    },
  };
}

/** By how much the group's ratio to the reference would change, at either end of the band. */
function withRatios(rows: readonly FindingRow[], reference: string): readonly FindingRow[] {
  const groups = rows.filter(({ key }) => key !== "all");
  const stays = (parts: readonly FindingRow[], name: "avoided" | "avoidedWide"): number => {
    const before = parts.reduce((sum, { count = 0 }) => sum + count, 0);
    const gone = parts.reduce((sum, { figures }) => sum + (figures?.[name] ?? 0), 0);
    return before === 0 ? Number.NaN : 1 - gone / before;
  };
  return rows.map((row) => {
    if (row.key === "all" || row.key === reference) return row;
    const others =
      reference === everybodyElse
        ? groups.filter(({ key }) => key !== row.key)
        : groups.filter(({ key }) => key === reference);
    const change = (name: "avoided" | "avoidedWide") => stays([row], name) / stays(others, name);
    const [ratioChange, ratioChangeWide] = [change("avoided"), change("avoidedWide")];
    return Number.isFinite(ratioChange) && Number.isFinite(ratioChangeWide)
      ? { ...row, figures: { ...row.figures, ratioChange, ratioChangeWide } }
      : row;
  });
}

/** A beta distribution with the share as its mean and the range as about 95% of it; nearly certain without a range. */
function divertedShape(share: number, range: Interval | undefined): BetaShape | undefined {
  if (share === 0) return undefined;
  const nearly = Math.min(share, 1 - 1e-6);
  const deviation = range === undefined ? 0 : (range.high - range.low) / (2 * 1.959963984540054);
  const variance = Math.max(deviation ** 2, 1e-10);
  const size = Math.max((nearly * (1 - nearly)) / variance - 1, 2 / Math.min(nearly, 1 - nearly));
  return { alpha: nearly * size, beta: (1 - nearly) * size };
}
