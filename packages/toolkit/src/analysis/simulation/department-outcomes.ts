import type { Direction, Finding, FindingRow } from "@evenhand/standard";

/** Ratios that the drawn department has in truth, by group; 1 when absent. */
export type Truth = Readonly<Record<string, number>>;

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
  const rows = finding.rows.filter(({ key, compared }) => compared !== undefined && key !== finding.comparison?.reference);
  for (const row of rows) addRow(outcomes, row, truth, figure);
  if (rows.some((row) => isFalse(row, truth))) outcomes.falseAlarms += 1;
  const findable = rows.filter(({ key, compared }) => (truth[key] ?? 1) !== 1 && compared?.p !== undefined);
  outcomes.findable += findable.length;
  outcomes.found += findable.filter((row) => isWorded(directionOf(row)) && !isFalse(row, truth)).length;
  if (rows.some(isSmallHeadline)) outcomes.smallHeadlines += 1;
}

function addRow(outcomes: Outcomes, row: FindingRow, truth: Truth, figure: Figure): void {
  count(outcomes.directions, directionOf(row));
  if (row.compared?.reason !== undefined) count(outcomes.reasons, row.compared.reason);
  const interval = row.compared?.[figure]?.interval;
  if (interval === undefined) return;
  const ratio = truth[row.key] ?? 1;
  outcomes.intervals += 1;
  if (interval.low <= ratio && ratio <= interval.high) outcomes.held += 1;
}

const directionOf = ({ compared }: FindingRow): Direction => compared?.direction ?? "none";
const isWorded = (direction: Direction): boolean => direction === "higher" || direction === "lower";

function isFalse(row: FindingRow, truth: Truth): boolean {
  const [direction, ratio] = [directionOf(row), truth[row.key] ?? 1];
  return (direction === "higher" && ratio <= 1) || (direction === "lower" && ratio >= 1);
}

const isSmallHeadline = (row: FindingRow): boolean =>
  isWorded(directionOf(row)) && (row.count ?? 0) < 20 && row.compared?.reason !== "small-counts";

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
