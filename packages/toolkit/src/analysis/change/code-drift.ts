import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { twoProportionTest } from "../../stats/shares/two-proportion-test.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { monthlyCounts } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** Months on either side of a date. */
export type RecordingSides = {
  /** The nearest known months. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** All months before and from the date on. */
  readonly earlier: readonly string[];
  readonly later: readonly string[];
};

/** A code that comes up, goes out or is used suddenly more or less at a date. Shares are of all records with a code. */
export type CodeDrift = {
  readonly key: string;
  readonly kind: "appears" | "vanishes" | "jumps";
  readonly before: number;
  readonly after: number;
  readonly shareBefore: number;
  readonly shareAfter: number;
};

/**
 * Codes that come up (next to none before), go out (next to none after) or at least double or halve beside the others,
 * around a date. Beyond chance only: score test with Holm's adjustment over the codes, counts divided by the records per
 * incident. A few late uses of an old code do not hide that it went. Not proof that recording changed: practice can
 * change as suddenly.
 *
 * @param perIncident records per incident, at least 1
 */
export function codeDrift(
  table: CellTable,
  column: string,
  { sides, perIncident }: { readonly sides: RecordingSides; readonly perIncident: number },
): readonly CodeDrift[] {
  const code = keyReader(table, column);
  const codes = [...new Set(table.cells.flatMap((cell) => code(cell) ?? []))].map(String).sort();
  const all = monthlyCounts(table, (cell) => code(cell) !== null);
  const found = codes.flatMap((key) => {
    const own = monthlyCounts(table, (cell) => String(code(cell)) === key);
    return driftOf({ key, own, all }, sides, perIncident) ?? [];
  });
  const adjusted = holmAdjust(found.map(({ p }) => p));
  return found
    .filter(({ drift }, index) => drift !== undefined && (adjusted[index] ?? 1) < changeRule("recordingLevel"))
    .flatMap(({ drift }) => drift ?? []);
}

/** How many codes are used often enough, on one side at least, that their going or coming would have been noticed. */
export function noticeableCodes(
  table: CellTable,
  column: string,
  { sides, perIncident }: { readonly sides: RecordingSides; readonly perIncident: number },
): number {
  const code = keyReader(table, column);
  const codes = [...new Set(table.cells.flatMap((cell) => code(cell) ?? []))].map(String);
  const all = monthlyCounts(table, (cell) => code(cell) !== null);
  return codes.filter((key) => {
    const own = monthlyCounts(table, (cell) => String(code(cell)) === key);
    const part = (months: readonly string[]): Part => ({ count: sumOver(own, months), total: sumOver(all, months) });
    const [before, after] = [part(sides.before), part(sides.after)];
    return isLarge(before, after.total, perIncident) || isLarge(after, before.total, perIncident);
  }).length;
}

type Months = ReadonlyMap<string, number>;
type CodeMonths = { readonly key: string; readonly own: Months; readonly all: Months };
/** Uses of a code, of all uses with a code. */
export type Part = { readonly count: number; readonly total: number };

function driftOf(
  { key, own, all }: CodeMonths,
  sides: RecordingSides,
  perIncident: number,
): { readonly p: number; readonly drift: CodeDrift | undefined } | undefined {
  const part = (months: readonly string[]): Part => ({ count: sumOver(own, months), total: sumOver(all, months) });
  const [before, after] = [part(sides.before), part(sides.after)];
  if (before.total === 0 || after.total === 0 || before.count + after.count === 0) return undefined;
  const figures = {
    key,
    before: before.count,
    after: after.count,
    shareBefore: before.count / before.total,
    shareAfter: after.count / after.total,
  };
  const smaller = (part: Part): Part => ({ count: part.count / perIncident, total: part.total / perIncident });
  const test = (was: Part, is: Part) => twoProportionTest(smaller(was), smaller(is))?.p;
  for (const gone of [after, part(sides.later)])
    if (isGone(before, gone, perIncident)) return tested(test(before, gone), { ...figures, kind: "vanishes" });
  for (const absent of [before, part(sides.earlier)])
    if (isGone(after, absent, perIncident)) return tested(test(absent, after), { ...figures, kind: "appears" });
  const isSudden =
    Math.abs(figures.shareAfter - figures.shareBefore) >= changeRule("jumpPoints") &&
    Math.abs(logOdds(after) - logOdds(before)) >= Math.log(changeRule("jumpFactor"));
  return tested(test(before, after), isSudden ? { ...figures, kind: "jumps" } : undefined);
}

const tested = (p: number | undefined, drift: CodeDrift | undefined) => (p === undefined ? undefined : { p, drift });

/** Next to none of what one side's share would give on the other, where that is enough to be sure of. */
export function isGone(there: Part, gone: Part, perIncident: number): boolean {
  const expected = (there.count / there.total) * gone.total;
  return isLarge(there, gone.total, perIncident) && gone.count <= changeRule("nearlyGone") * expected;
}

function isLarge({ count, total }: Part, otherTotal: number, perIncident: number): boolean {
  const share = total === 0 ? 0 : count / total;
  return share >= changeRule("recordingShare") && (share * otherTotal) / perIncident >= changeRule("recordingExpected");
}

/** How a code stands beside the others; half a record keeps a code without any finite. */
const logOdds = ({ count, total }: Part): number => Math.log((count + 0.5) / (total - count + 0.5));

/**
 * Whether codes took each other's place, so that the count of all records stays comparable: what came is about what
 * went, or the difference is too small to move the count by more than 5 in 100.
 */
export function isBalanced(drifts: readonly CodeDrift[]): boolean {
  const moved = drifts.filter(isSteep);
  const came = moved.filter(({ shareBefore, shareAfter }) => shareAfter > shareBefore);
  const went = moved.filter(({ shareBefore, shareAfter }) => shareAfter < shareBefore);
  const amount = (list: readonly CodeDrift[]) =>
    sum(list.map(({ shareBefore, shareAfter }) => Math.abs(shareAfter - shareBefore)));
  const [more, fewer] = [amount(came), amount(went)];
  if (Math.abs(more - fewer) < changeRule("recordingNet")) return true;
  if (more === 0 || fewer === 0) return false;
  const counts = [sum(came.map(({ after }) => after)), sum(went.map(({ before }) => before))];
  const error = Math.sqrt(sum(counts.map((count) => 1 / Math.max(1, count))));
  return Math.abs(Math.log(more / fewer)) <= Math.max(2.576 * error, Math.log(changeRule("balanceFactor")));
}

/** Codes that come up, go out, or change fourfold beside the others: more than a change of practice usually does. */
export function isSteep(drift: CodeDrift): boolean {
  if (drift.kind !== "jumps") return true;
  const odds = (share: number) => share / Math.max(1e-9, 1 - share);
  const factor = odds(drift.shareAfter) / odds(drift.shareBefore);
  return Math.max(factor, 1 / factor) >= changeRule("steepFactor");
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sumOver = (counts: Months, months: readonly string[]): number =>
  sum(months.map((month) => counts.get(month) ?? 0));
