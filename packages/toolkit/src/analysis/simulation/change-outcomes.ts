import type { Direction, Finding } from "@evenhand/standard";
import { ratioMoved } from "../change/group-rows.ts";
import type { ChangeTruth } from "./change-scenarios.ts";

/** How often each thing was said of the departments of one scenario. */
export type ChangeOutcomes = {
  departments: number;
  /** Departments in which a series is worded as changed that is not, or the other way round. */
  falseAlarms: number;
  /** The same, without any word of a change of recording beside it. */
  firmFalseAlarms: number;
  /** Departments in which the total is worded as changed, of all and by claim level. */
  readonly total: Record<string, number>;
  readonly levels: Record<string, number>;
  readonly target: Record<string, number>;
  /** Directions by group, and of each group's ratio to the reference. */
  readonly groups: Record<string, Record<string, number>>;
  readonly ratios: Record<string, Record<string, number>>;
  readonly kinds: Record<string, Record<string, number>>;
  /** Departments in which a row of kinds, reasons, areas or injuries is worded against the truth. */
  falseRows: number;
  /** Departments whose table of kinds shows every planted move. */
  shiftShown: number;
  /** Intervals of the total that hold its planted ratio of 1. */
  held: number;
  assessed: number;
  readonly refused: Record<string, number>;
};

/** Nothing counted yet. */
export const noChangeOutcomes = (): ChangeOutcomes => ({
  departments: 0,
  falseAlarms: 0,
  firmFalseAlarms: 0,
  total: {},
  levels: {},
  target: {},
  groups: {},
  ratios: {},
  kinds: {},
  falseRows: 0,
  shiftShown: 0,
  held: 0,
  assessed: 0,
  refused: {},
});

/** Counts what the findings of one department say beside what is true. */
export function addChange(outcomes: ChangeOutcomes, findings: readonly Finding[], truth: ChangeTruth): void {
  const of = (measure: string) => findings.find((finding) => finding.measure === measure);
  outcomes.departments += 1;
  const [total, target, groups] = [of("total"), of("target"), of("by-group")];
  const level = Number(total?.values?.claimLevel ?? 0);
  const said: { readonly direction: string; readonly truth: string | undefined }[] = [];
  if (total !== undefined) {
    countSeries(outcomes, outcomes.total, total);
    said.push({ direction: directionOf(total), truth: truth.total });
    if (isWorded(directionOf(total))) count(outcomes.levels, String(level));
  }
  if (target !== undefined) {
    count(outcomes.target, target.reason ?? directionOf(target));
    said.push({ direction: directionOf(target), truth: truth.target });
  }
  for (const row of groups?.rows ?? []) {
    const direction = row.compared?.direction ?? "none";
    count(tallyOf(outcomes.groups, row.key), direction);
    said.push({ direction, truth: truth.groups?.[row.key] });
    const moved = ratioMoved(row) ?? "none";
    count(tallyOf(outcomes.ratios, row.key), moved);
    said.push({ direction: moved, truth: truth.groups?.[row.key] });
  }
  const isFalse = said.some((one) => isWorded(one.direction) && one.direction !== one.truth);
  if (isFalse) outcomes.falseAlarms += 1;
  const isWarned = total?.caveats.includes("lesser-force-only") ?? false;
  if (isFalse && isRecordingSteady(findings) && !isWarned) outcomes.firmFalseAlarms += 1;
  countRows(outcomes, findings, truth);
}

/** Whether the check of recording found nothing: what is said then is said without that caveat. */
const isRecordingSteady = (findings: readonly Finding[]): boolean =>
  findings.find(({ measure }) => measure === "recording")?.values?.isChanged === 0;

function countSeries(outcomes: ChangeOutcomes, directions: Record<string, number>, finding: Finding): void {
  count(directions, directionOf(finding));
  if (finding.reason !== undefined) count(outcomes.refused, finding.reason);
  if (finding.interval === undefined) return;
  outcomes.assessed += 1;
  if (finding.interval.low <= 1 && finding.interval.high >= 1) outcomes.held += 1;
}

function countRows(outcomes: ChangeOutcomes, findings: readonly Finding[], truth: ChangeTruth): void {
  const rows = findings
    .filter(({ measure }) => ["kinds", "reasons", "areas", "injuries"].includes(measure))
    .flatMap(({ measure, rows: own }) => own.map((row) => ({ measure, row })));
  for (const { measure, row } of rows)
    if (measure === "kinds") count(tallyOf(outcomes.kinds, row.key), row.note ?? row.compared?.direction ?? "none");
  const planted = (measure: string, key: string) => (measure === "kinds" ? truth.kinds?.[key] : truth.total);
  if (
    rows.some(({ measure, row }) => {
      const direction = row.compared?.direction ?? "none";
      return isWorded(direction) && direction !== planted(measure, row.key);
    })
  )
    outcomes.falseRows += 1;
  const moves = Object.entries(truth.kinds ?? {});
  const isShown = ([key, direction]: [string, Direction]) =>
    rows.some(({ measure, row }) => measure === "kinds" && row.key === key && row.compared?.direction === direction);
  if (moves.length > 0 && moves.every(isShown)) outcomes.shiftShown += 1;
}

const directionOf = ({ values, reason }: Finding): string => String(values?.direction ?? reason ?? "none");
const isWorded = (direction: string): boolean => direction === "higher" || direction === "lower";

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** The tally of a key, begun if there is none. */
function tallyOf(tallies: Record<string, Record<string, number>>, key: string): Record<string, number> {
  const found = tallies[key] ?? {};
  tallies[key] = found;
  return found;
}
