import type { Direction, Finding, FindingRow } from "@evenhand/standard";

/** What a drawn department is like in truth. */
export type Truth = {
  /** Ratio of a group's rate or share to the White group's; 1 when absent. */
  readonly ratio: Readonly<Record<string, number>>;
  /** Size of each group: residents for rates, people expected for shares. */
  readonly sizes: Readonly<Record<string, number>>;
};

/** Which interval of a row is looked at. */
export type Figure = "ratio" | "adjusted";

/** How often each ladder step, wording and reason was chosen for one kind of finding, and how often intervals held. */
export type Outcomes = {
  departments: number;
  readonly shown: Record<string, number>;
  /** Rows, by direction. */
  readonly directions: Record<string, number>;
  /** Why rows or whole findings say less. */
  readonly reasons: Record<string, number>;
  /** Departments in which a group without a difference is worded as having one, or the other way round than it is. */
  falseAlarms: number;
  /** Departments in which a group with a difference is worded so, of those where that group is compared. */
  found: number;
  findable: number;
  /** Departments in which a ratio of fewer than 20 events is worded without saying so. */
  smallHeadlines: number;
  /** Intervals that hold the truth. */
  held: number;
  intervals: number;
};

/** Nothing counted yet. */
export function noOutcomes(): Outcomes {
  const counts = { departments: 0, falseAlarms: 0, found: 0, findable: 0, smallHeadlines: 0, held: 0, intervals: 0 };
  return { ...counts, shown: {}, directions: {}, reasons: {} };
}

/** Counts what one finding says beside what is true. */
export function addOutcome(outcomes: Outcomes, finding: Finding, truth: Truth, figure: Figure = "ratio"): void {
  outcomes.departments += 1;
  count(outcomes.shown, finding.shown);
  if (finding.reason !== undefined) count(outcomes.reasons, finding.reason);
  const reference = finding.comparison?.reference ?? "white";
  const rows = finding.rows
    .filter(({ key, compared }) => compared !== undefined && key !== reference)
    .map((row): RowAndTruth => ({ row, ratio: trueRatio(truth, row.key, reference) }));
  for (const row of rows) addRow(outcomes, row, figure);
  if (rows.some(isFalse)) outcomes.falseAlarms += 1;
  const findable = rows.filter(({ row }) => (truth.ratio[row.key] ?? 1) !== 1 && row.compared?.p !== undefined);
  outcomes.findable += findable.length;
  outcomes.found += findable.filter((one) => isWorded(directionOf(one.row)) && !isFalse(one)).length;
  if (rows.some(({ row }) => isSmallHeadline(row))) outcomes.smallHeadlines += 1;
}

type RowAndTruth = { readonly row: FindingRow; readonly ratio: number };

/** The true ratio to the reference: to one group, or to all other groups together. */
function trueRatio({ ratio, sizes }: Truth, group: string, reference: string): number {
  const own = ratio[group] ?? 1;
  if (reference in sizes) return own / (ratio[reference] ?? 1);
  const others = Object.entries(sizes).filter(([key]) => key !== group);
  const size = others.reduce((total, [, number]) => total + number, 0);
  return own / (others.reduce((total, [key, number]) => total + number * (ratio[key] ?? 1), 0) / size);
}

function addRow(outcomes: Outcomes, { row, ratio }: RowAndTruth, figure: Figure): void {
  count(outcomes.directions, directionOf(row));
  if (row.compared?.reason !== undefined) count(outcomes.reasons, row.compared.reason);
  const interval = row.compared?.[figure]?.interval;
  if (interval === undefined) return;
  outcomes.intervals += 1;
  if (interval.low <= ratio && ratio <= interval.high) outcomes.held += 1;
}

const directionOf = ({ compared }: FindingRow): Direction => compared?.direction ?? "none";
const isWorded = (direction: Direction): boolean => direction === "higher" || direction === "lower";

function isFalse({ row, ratio }: RowAndTruth): boolean {
  const direction = directionOf(row);
  return (direction === "higher" && ratio < 1 + 1e-9) || (direction === "lower" && ratio > 1 - 1e-9);
}

const isSmallHeadline = (row: FindingRow): boolean =>
  isWorded(directionOf(row)) && (row.count ?? 0) < 20 && row.compared?.reason !== "small-counts";

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
