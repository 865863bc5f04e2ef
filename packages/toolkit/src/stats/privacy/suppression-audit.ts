import type { Interval } from "@evenhand/standard";
import { attackerRange } from "./attacker-range.ts";
import { type CellArc, type CountTable, cellKey, type TableCell, tableNetwork } from "./table-network.ts";

/** A table and what of it is not published. */
export type SuppressedTable = CountTable & {
  /** Cells, and single totals, that are blanked. */
  readonly suppressed: readonly TableCell[];
  /** Whether totals of rows, and of columns, are published at all; true if not given. Subtotals of groups always are. */
  readonly rowTotals?: boolean;
  readonly columnTotals?: boolean;
  /** True if not given and other totals are published (their sum gives it away), false if none are. */
  readonly grandTotal?: boolean;
};

/** What the published numbers reveal of one suppressed cell. */
export type AuditedCell = TableCell & {
  /** Every count that the cell could have. */
  readonly range: Interval;
  /** The range is a single number: the cell is given away. */
  readonly isDeducible: boolean;
  /** The count is above 0 and below the threshold: the cell must be protected, not only left out. */
  readonly isSmall: boolean;
  /** The range reaches from 1 or less to threshold − 1 or more: it tells no more than the rule of suppression does. */
  readonly isProtected: boolean;
};

/** @see suppressionAudit */
export type SuppressionAudit = {
  /** In the order of the suppressed cells given. */
  readonly cells: readonly AuditedCell[];
  /** Every small suppressed cell is protected. */
  readonly protectsSuppressed: boolean;
  /** Small cells and small totals that are published as they are. */
  readonly exposed: readonly TableCell[];
  /** Nothing small is exposed, and everything small that is suppressed is protected. */
  readonly isSafe: boolean;
};

/**
 * What an outsider can work out of the suppressed cells of a table from the published cells and totals, and whether
 * that is more than the rule of suppression says anyway. Two blanked cells in each line are not enough: the sum of two
 * small counts bounds both. Subtotals over groups of rows are taken in. Not for several tables that share cells, for
 * subtotals of rows and of columns at once, nor for rounded or noisy tables.
 *
 * Source: Cox (1980), JASA 75, 377–385; Fischetti & Salazar (2001), Management Science 47(7), 1008–1027; Hundepool et
 * al. (2012), Statistical Disclosure Control.
 *
 * @param options.threshold smallest count that may be shown; 11 if not given
 * @throws RangeError if rows differ in length, a count is not a whole number from 0, or a cell is outside the table
 * @example suppressionAudit({ table: [[20, 3], [30, 12]], suppressed: [{ row: 0, column: 1 }] })
 *   // { cells: [{ range: { low: 3, high: 3 }, isDeducible: true, isProtected: false }], isSafe: false }
 */
export function suppressionAudit(
  known: SuppressedTable,
  { threshold = 11 }: { readonly threshold?: number } = {},
): SuppressionAudit {
  if (!(Number.isInteger(threshold) && threshold >= 1))
    throw new RangeError(`invalid threshold; must be a whole number from 1: ${threshold}`);
  const network = tableNetwork(known);
  const suppressed = suppressedArcs(network, known);
  const byKey = new Map(network.map((arc) => [cellKey(arc), arc]));
  const cells = known.suppressed.map((cell) => {
    const arc = byKey.get(cellKey(cell));
    if (arc === undefined) throw new RangeError(`invalid suppressed cell; not in the table: ${cellKey(cell)}`);
    return auditCell(suppressed, arc, threshold);
  });
  const hidden = new Set(suppressed);
  const exposed = network
    .filter((arc) => isSmallCount(arc.count, threshold) && !hidden.has(arc))
    .map(({ row, column }) => ({ row, column }));
  const protectsSuppressed = cells.every((cell) => !cell.isSmall || cell.isProtected);
  return { cells, protectsSuppressed, exposed, isSafe: protectsSuppressed && exposed.length === 0 };
}

/**
 * The arcs of a table's network that the public cannot see: suppressed cells, and totals that are not published.
 *
 * @example suppressedArcs([], { table: [], suppressed: [] }) // []
 */
export function suppressedArcs(network: readonly CellArc[], known: SuppressedTable): readonly CellArc[] {
  const { rowTotals = true, columnTotals = true, grandTotal = rowTotals || columnTotals || hasGroups(known) } = known;
  const keys = new Set(known.suppressed.map(cellKey));
  return network.filter((arc) => {
    if (keys.has(cellKey(arc))) return true;
    if (arc.row === "total") return arc.column === "total" ? !grandTotal : !columnTotals;
    return typeof arc.row === "number" && arc.column === "total" && !rowTotals;
  });
}

const hasGroups = ({ rowGroups = [] }: CountTable): boolean => rowGroups.length > 0;

/**
 * The audit of one suppressed cell among all of them; see {@link suppressionAudit}.
 *
 * @example auditCell([], { row: 0, column: 0, count: 3, from: 2, to: 3 }, 11)
 *   // { isSmall: true, isDeducible: true, isProtected: false }
 */
export function auditCell(suppressed: readonly CellArc[], arc: CellArc, threshold: number): AuditedCell {
  const range = attackerRange(suppressed, arc);
  return {
    row: arc.row,
    column: arc.column,
    range,
    isDeducible: range.low === range.high,
    isSmall: isSmallCount(arc.count, threshold),
    isProtected: range.low <= 1 && range.high >= threshold - 1,
  };
}

/**
 * Whether a count is above 0 and below the threshold.
 *
 * @example isSmallCount(10, 11) // true
 */
export function isSmallCount(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}
