import type { Unit } from "@evenhand/standard";
import { twoProportionTest } from "../../stats/shares/two-proportion-test.ts";
import { type CellTable, keyReader, optionalKeyReader } from "../cell-table.ts";
import { findDrift } from "../gap/find-drift.ts";
import { type CodeDrift, codeDrift, isBalanced, isSteep, noticeableCodes, type RecordingSides } from "./code-drift.ts";
import { type DriftWithinOptions, driftWithin } from "./drift-within.ts";
import { type EventWindow, equalWindows } from "./event-window.ts";
import { monthlyCounts, monthsAround } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** Something that is recorded otherwise after a date than before it. */
export type RecordingChange = Omit<CodeDrift, "kind"> & {
  /** `key` is a code of `force_type`, or the name of what was measured, such as `race_ethnicity`. */
  readonly kind: CodeDrift["kind"] | "within" | "missing-jumps" | "reports-jump" | "form-changed";
};

/** What was recorded otherwise around a date, and what that forbids. */
export type RecordingCheck = {
  readonly changes: readonly RecordingChange[];
  /** The same of codes of the contact reason. */
  readonly reasons: readonly CodeDrift[];
  /** A count of all force would be moved by the recording alone. */
  readonly blocksTotal: boolean;
  /** The mix of kinds of force would be: codes that nobody explains came or went within the months compared. */
  readonly blocksKinds: boolean;
  /** Nothing is recorded otherwise but what the event itself asked for. */
  readonly isSteady: boolean;
  /** Codes of force that change suddenly in other years of the series. */
  readonly elsewhere: readonly string[];
  /** In how many codes and fields a change could have been seen at all. */
  readonly checked: RecordingReach;
};

/** How much of the recording could be checked. */
export type RecordingReach = {
  /** Codes of force and of the contact reason used often enough that their coming or going would show. */
  readonly codes: number;
  /** Of force type, contact reason, race and injury, those that hold values. */
  readonly fields: number;
};

/** Cells that recording is judged by. */
export type RecordingCells = {
  /** Uses of force by `occurred_month` and `force_type`. */
  readonly force: CellTable;
  readonly incidents: CellTable;
  readonly reports?: CellTable;
  /** Incidents by `occurred_month` and the contact reason, and the name of its column. */
  readonly reasons?: { readonly column: string; readonly table: CellTable };
  /** People by `occurred_month`, a column and its `_missing`. */
  readonly missing: readonly { readonly column: string; readonly table: CellTable }[];
};

/** What the check may know beside the cells. */
export type RecordingOptions = {
  /** Months with data. */
  readonly months: readonly string[];
  /** Codes that the event is about: that they go is what it asked for. */
  readonly about: ReadonlySet<string>;
  /** Ids of the changes of recording that the events file names for that time. */
  readonly declared: readonly string[];
  /** The same of changes that concern some codes only. */
  readonly declaredOfCodes?: readonly string[];
  /** Those codes. */
  readonly explained?: ReadonlySet<string>;
  /** What the total is counted in; people unless given. */
  readonly unit?: Unit;
};

/**
 * Looks for a change of recording at a date: over six months on either side codes that come up, go out or jump, and more
 * or fewer reports and uses of force an incident; over the windows that are compared, values missing much more or less
 * often; and what the events file itself says. Must come before any test of a
 * change in force. Not proof: that nothing is seen here does not show that nothing changed, and a code may go because
 * the act did.
 */
export function recordingCheck(cells: RecordingCells, window: EventWindow, options: RecordingOptions): RecordingCheck {
  const sides = recordingSides(window, options.months);
  const compared = comparedMonths(window, options.months, sides);
  const all = [...sides.before, ...sides.after];
  const incidents = sumOver(monthlyCounts(cells.incidents), all);
  const perIncident = Math.max(1, sumOver(monthlyCounts(cells.force), all) / Math.max(1, incidents));
  const codes = codeDrift(cells.force, "force_type", { sides, perIncident });
  const within = codesWithin(cells.force, codes, { compared, perIncident, window, months: options.months });
  const { reasons } = cells;
  const jumps = [
    ...ratioJump("reports-per-incident", cells.reports, cells.incidents, sides),
    ...ratioJump("force-per-incident", withoutCodes(cells.force, codes), cells.incidents, sides),
  ];
  const changes: RecordingChange[] = [
    ...[...options.declared, ...(options.declaredOfCodes ?? [])].map(formChange),
    ...codes,
    ...within.map((drift) => ({ ...drift, kind: "within" as const })),
    ...cells.missing.flatMap(({ column, table }) => missingJump(column, table, compared) ?? []),
    ...jumps,
  ];
  return {
    changes,
    reasons: reasons === undefined ? [] : codeDrift(reasons.table, reasons.column, { sides, perIncident: 1 }),
    blocksTotal:
      options.declared.length > 0 || blocksByCodes(codes, options.about) || blocksByUnit(jumps, options.unit),
    blocksKinds: !isBalanced(within.filter(({ key }) => options.explained?.has(key) !== true)),
    isSteady: changes.every(({ key, kind }) => kind !== "appears" && options.about.has(key)),
    elsewhere: driftElsewhere(cells.force, perIncident, { sides, near: [...codes, ...within] }),
    checked: reachOf(cells, { sides, compared, perIncident }),
  };
}

/**
 * Whether the series of some codes cannot be compared across the date: one of them only came up then, or went while
 * another came up that the event is not about, which may be its new name.
 */
export function isSubjectBlocked(codes: readonly string[], drifts: readonly CodeDrift[]): boolean {
  const steep = drifts.filter(isSteep);
  const isOwn = ({ key }: CodeDrift) => codes.includes(key);
  const isRise = ({ shareBefore, shareAfter }: CodeDrift) => shareAfter > shareBefore;
  if (steep.some((drift) => isOwn(drift) && drift.kind === "appears")) return true;
  const went = steep.filter((drift) => isOwn(drift) && !isRise(drift));
  const came = steep.filter((drift) => !isOwn(drift) && drift.kind === "appears");
  return went.length > 0 && came.length > 0 && isBalanced([...went, ...came]);
}

const formChange = (key: string): RecordingChange => ({ key, kind: "form-changed", ...noCounts });
const noCounts = { before: 0, after: 0, shareBefore: 0, shareAfter: 0 };

/** What is set side by side: equal windows, or the nearest months where there are no pairs. */
function comparedMonths(window: EventWindow, months: readonly string[], { before, after }: RecordingSides): Sides {
  const pairs = equalWindows(window, months);
  if (pairs.length === 0) return { before, after };
  return { before: pairs.map((pair) => pair.before), after: pairs.map((pair) => pair.after) };
}

type Sides = Pick<RecordingSides, "before" | "after">;

/** Codes that come or go within what is compared, other than those of the date itself. */
function codesWithin(
  force: CellTable,
  near: readonly CodeDrift[],
  {
    compared,
    window: { firstMonth },
    ...options
  }: Pick<DriftWithinOptions, "perIncident" | "months"> & { readonly compared: Sides; readonly window: EventWindow },
): readonly CodeDrift[] {
  const [from, to] = [compared.before.toSorted()[0], compared.after.at(-1)];
  if (from === undefined || to === undefined) return [];
  const known = new Set(near.map(({ key }) => key));
  const found = driftWithin(force, "force_type", { ...options, firstMonth, from, to });
  return found.filter(({ key }) => !known.has(key));
}
type Reach = { readonly sides: RecordingSides; readonly compared: Sides; readonly perIncident: number };

function reachOf({ force, reasons, missing }: RecordingCells, { sides, compared, perIncident }: Reach): RecordingReach {
  const ofForce = noticeableCodes(force, "force_type", { sides, perIncident });
  const ofReasons =
    reasons === undefined ? 0 : noticeableCodes(reasons.table, reasons.column, { sides, perIncident: 1 });
  const months = [...compared.before, ...compared.after];
  const recorded = missing.filter(({ column, table }) => {
    const value = keyReader(table, column);
    const known = monthlyCounts(table, (cell) => value(cell) !== null);
    return sumOver(known, months) > 0;
  });
  return {
    codes: ofForce + ofReasons,
    fields: (ofForce > 0 ? 1 : 0) + (ofReasons > 0 ? 1 : 0) + recorded.length,
  };
}

function recordingSides(window: EventWindow, months: readonly string[]): RecordingSides {
  const around = monthsAround({ months }, window);
  const limit = changeRule("recordingMonths");
  return {
    before: around.before.slice(-limit),
    after: around.after.slice(0, limit),
    earlier: around.before,
    later: months.filter((month) => month >= (around.after[0] ?? "9999") && month <= (window.limits?.to ?? "9999")),
  };
}

/** Uses of force under the codes that stayed: those that came or went are told of already. */
function withoutCodes(force: CellTable, codes: readonly CodeDrift[]): CellTable {
  const code = keyReader(force, "force_type");
  const moved = new Set(codes.map(({ key }) => key));
  return { by: force.by, cells: force.cells.filter((cell) => !moved.has(String(code(cell)))) };
}

/** Codes that the event is not about came or went, without others in their place. */
function blocksByCodes(codes: readonly CodeDrift[], about: ReadonlySet<string>): boolean {
  const unasked = codes.filter(({ key, kind }) => kind === "appears" || !about.has(key));
  return !isBalanced(unasked) && !isBalanced(codes);
}

/** Where force is counted in reports or uses of force, their number per incident moves the count. */
function blocksByUnit(jumps: readonly RecordingChange[], unit: Unit = "people"): boolean {
  const blocking = { people: [], incidents: [], reports: ["reports-per-incident"], force: ["force-per-incident"] };
  const keys: readonly string[] = blocking[unit];
  return jumps.some(({ key }) => keys.includes(key));
}

function driftElsewhere(
  force: CellTable,
  clusterSize: number,
  { sides, near }: { readonly sides: RecordingSides; readonly near: readonly CodeDrift[] },
): readonly string[] {
  const [code, month] = [keyReader(force, "force_type"), keyReader(force, "occurred_month")];
  const years = new Map<number, Map<string, number>>();
  const months = new Set([...sides.earlier, ...sides.later]);
  for (const cell of force.cells) {
    if (code(cell) === null || !months.has(String(month(cell)))) continue;
    const year = Number(String(month(cell)).slice(0, 4));
    const mix = years.get(year) ?? new Map<string, number>();
    years.set(year, mix.set(String(code(cell)), (mix.get(String(code(cell))) ?? 0) + cell.count));
  }
  const mixes = [...years].map(([year, countByCode]) => ({ year, countByCode }));
  const known = new Set(near.map(({ key }) => key));
  const found = findDrift(mixes, clusterSize).map((drift) => drift.code);
  return [...new Set(found)].filter((key) => !known.has(key)).sort();
}

function missingJump(column: string, table: CellTable, { before, after }: Sides): RecordingChange | undefined {
  const value = keyReader(table, column);
  const reason = optionalKeyReader(table, `${column}_missing`);
  const all = monthlyCounts(table, (cell) => reason(cell) !== "not_applicable");
  const none = monthlyCounts(table, (cell) => value(cell) === null && reason(cell) !== "not_applicable");
  const [was, is] = [sumOver(none, before), sumOver(none, after)];
  const [allBefore, allAfter] = [sumOver(all, before), sumOver(all, after)];
  if (allBefore === 0 || allAfter === 0) return undefined;
  const [shareBefore, shareAfter] = [was / allBefore, is / allAfter];
  const test = twoProportionTest({ count: was, total: allBefore }, { count: is, total: allAfter });
  const isJump = Math.abs(shareAfter - shareBefore) >= changeRule("missingJump");
  return isJump && test !== undefined && test.p < changeRule("recordingLevel")
    ? { key: column, kind: "missing-jumps", before: was, after: is, shareBefore, shareAfter }
    : undefined;
}

function ratioJump(
  key: string,
  above: CellTable | undefined,
  below: CellTable,
  { before, after }: RecordingSides,
): readonly RecordingChange[] {
  if (above === undefined) return [];
  const [many, few] = [monthlyCounts(above), monthlyCounts(below)];
  const [was, is] = [sumOver(many, before), sumOver(many, after)];
  const [belowBefore, belowAfter] = [sumOver(few, before), sumOver(few, after)];
  if (was === 0 || is === 0 || belowBefore === 0 || belowAfter === 0) return [];
  const [shareBefore, shareAfter] = [was / belowBefore, is / belowAfter];
  const change = Math.log(shareAfter / shareBefore);
  const error = Math.sqrt(1 / belowBefore + 1 / belowAfter);
  const isJump = Math.abs(change) >= Math.log(changeRule("reportsJump")) && Math.abs(change) > 2.576 * error;
  return isJump ? [{ key, kind: "reports-jump", before: was, after: is, shareBefore, shareAfter }] : [];
}

const sumOver = (counts: ReadonlyMap<string, number>, months: readonly string[]): number =>
  months.reduce((total, month) => total + (counts.get(month) ?? 0), 0);
