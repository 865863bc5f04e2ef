import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { twoProportionTest } from "../../stats/shares/two-proportion-test.ts";
import { type CellTable, keyReader, optionalKeyReader } from "../cell-table.ts";
import { isLeftOut, monthsAround } from "./assess-series.ts";
import type { EventWindow } from "./event-window.ts";
import { monthlyCounts } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** Something that is recorded otherwise after a date than before it. */
export type RecordingChange = {
  /** A code of `force_type`, or the name of what was measured, such as `race_ethnicity` or `reports-per-incident`. */
  readonly key: string;
  readonly kind: "appears" | "vanishes" | "missing-jumps" | "reports-jump" | "form-changed";
  /** Counts, or numerators, in the months before and after. */
  readonly before: number;
  readonly after: number;
  /** Shares of what was recorded then; of reports per incident, the ratio itself. */
  readonly shareBefore: number;
  readonly shareAfter: number;
};

/** What was recorded otherwise around a date, and what that forbids. */
export type RecordingCheck = {
  readonly changes: readonly RecordingChange[];
  /** A count of all force would be moved by the recording alone: codes came or went without others in their place. */
  readonly blocksTotal: boolean;
  /** Codes whose own series cannot be compared across the date. */
  readonly blockedCodes: ReadonlySet<string>;
};

/** Cells that recording is judged by; each is optional, because a release may lack it. */
export type RecordingCells = {
  /** Uses of force by `occurred_month` and `force_type`. */
  readonly force: CellTable;
  readonly incidents: CellTable;
  readonly reports?: CellTable;
  /** People by `occurred_month`, a column and its `_missing`. */
  readonly missing: readonly { readonly column: string; readonly table: CellTable }[];
};

/** What the check may know beside the cells. */
export type RecordingOptions = {
  /** Months with data. */
  readonly months: readonly string[];
  /** Codes that the event is about: that they go is what it asked for. */
  readonly about: ReadonlySet<string>;
  /** Whether the department itself says that its form changed then. */
  readonly isFormChanged: boolean;
};

/**
 * Looks for a change of recording at a date, over six months on either side: force codes that come up or go out, values
 * missing much more or less often, more or fewer reports and uses of force an incident. Must come before any test of a
 * change in force. Not proof: that nothing is seen here does not show that nothing changed, and a code may go because
 * the act did.
 */
export function recordingCheck(cells: RecordingCells, window: EventWindow, options: RecordingOptions): RecordingCheck {
  const around = monthsAround({ months: options.months }, window);
  const limit = changeRule("recordingMonths");
  const sides: Sides = {
    before: around.before.slice(-limit),
    after: around.after.slice(0, limit),
    earlier: around.before,
    later: options.months.filter((month) => month >= window.firstMonth && !isLeftOut(month, window)),
  };
  const codes = codeChanges(cells, sides);
  const unasked = codes.filter(({ key }) => !options.about.has(key));
  const changes: RecordingChange[] = [
    ...(options.isFormChanged ? [formChange] : []),
    ...codes,
    ...cells.missing.flatMap(({ column, table }) => missingJump(column, table, sides) ?? []),
    ...(ratioJump("reports-per-incident", cells.reports, cells.incidents, sides) ?? []),
    ...(ratioJump("force-per-incident", cells.force, cells.incidents, sides) ?? []),
  ];
  return {
    changes,
    blocksTotal: options.isFormChanged || !isBalanced(unasked),
    blockedCodes: new Set(codes.map(({ key }) => key)),
  };
}

const formChange: RecordingChange = {
  key: "form",
  kind: "form-changed",
  before: 0,
  after: 0,
  shareBefore: 0,
  shareAfter: 0,
};

type Sides = {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** All months before and from the date on, for codes that are never there. */
  readonly earlier: readonly string[];
  readonly later: readonly string[];
};

/** Codes that were never used before the date, or never again from it on, and are no rarity. */
function codeChanges({ force, incidents }: RecordingCells, sides: Sides): readonly RecordingChange[] {
  const code = keyReader(force, "force_type");
  const codes = [...new Set(force.cells.flatMap((cell) => code(cell) ?? []))].map(String).sort();
  const all = monthlyCounts(force, (cell) => code(cell) !== null);
  const perIncident = Math.max(
    1,
    sumOver(all, [...sides.before, ...sides.after]) /
      Math.max(1, sumOver(monthlyCounts(incidents), [...sides.before, ...sides.after])),
  );
  const [totalBefore, totalAfter] = [sumOver(all, sides.before), sumOver(all, sides.after)];
  if (totalBefore === 0 || totalAfter === 0) return [];
  const found = codes.flatMap((key) => {
    const own = monthlyCounts(force, (cell) => code(cell) === key);
    const [before, after] = [sumOver(own, sides.before), sumOver(own, sides.after)];
    const kind =
      sumOver(own, sides.earlier) === 0 ? "appears" : sumOver(own, sides.later) === 0 ? "vanishes" : undefined;
    if (kind === undefined || before + after === 0) return [];
    const [shareBefore, shareAfter] = [before / totalBefore, after / totalAfter];
    const share = Math.max(shareBefore, shareAfter);
    const expected = (share * (kind === "vanishes" ? totalAfter : totalBefore)) / perIncident;
    const isLarge = share >= changeRule("recordingShare") && expected >= changeRule("recordingExpected");
    const test = twoProportionTest(
      { count: before / perIncident, total: totalBefore / perIncident },
      { count: after / perIncident, total: totalAfter / perIncident },
    );
    return isLarge && test !== undefined
      ? [{ key, kind, before, after, shareBefore, shareAfter, p: test.p } as const]
      : [];
  });
  const adjusted = holmAdjust(found.map(({ p }) => p));
  return found
    .filter((_, index) => (adjusted[index] ?? 1) < changeRule("recordingLevel"))
    .map(({ p: _, ...change }) => change);
}

/** Codes that came up in the place of those that went out leave the count of all force as it was. */
function isBalanced(changes: readonly RecordingChange[]): boolean {
  const came = changes.filter(({ kind }) => kind === "appears");
  const went = changes.filter(({ kind }) => kind === "vanishes");
  if (came.length + went.length === 0) return true;
  if (came.length === 0 || went.length === 0) return false;
  const [more, fewer] = [
    sum(came.map(({ shareAfter }) => shareAfter)),
    sum(went.map(({ shareBefore }) => shareBefore)),
  ];
  const counts = [sum(came.map(({ after }) => after)), sum(went.map(({ before }) => before))];
  const error = Math.sqrt(counts.reduce((total, count) => total + 1 / Math.max(1, count), 0));
  return Math.abs(Math.log(more / fewer)) <= 2.576 * error;
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
  { before, after }: Sides,
): readonly RecordingChange[] | undefined {
  if (above === undefined) return undefined;
  const [many, few] = [monthlyCounts(above), monthlyCounts(below)];
  const [was, is] = [sumOver(many, before), sumOver(many, after)];
  const [belowBefore, belowAfter] = [sumOver(few, before), sumOver(few, after)];
  if (was === 0 || is === 0 || belowBefore === 0 || belowAfter === 0) return undefined;
  const [shareBefore, shareAfter] = [was / belowBefore, is / belowAfter];
  const change = Math.log(shareAfter / shareBefore);
  const error = Math.sqrt(1 / belowBefore + 1 / belowAfter);
  const isJump = Math.abs(change) >= Math.log(changeRule("reportsJump")) && Math.abs(change) > 2.576 * error;
  return isJump ? [{ key, kind: "reports-jump", before: was, after: is, shareBefore, shareAfter }] : undefined;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sumOver = (counts: ReadonlyMap<string, number>, months: readonly string[]): number =>
  sum(months.map((month) => counts.get(month) ?? 0));
