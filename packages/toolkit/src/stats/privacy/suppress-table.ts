import { cheapestExchange } from "./cheapest-exchange.ts";
import {
  type AuditedCell,
  auditCell,
  isSmallCount,
  type SuppressionAudit,
  suppressedArcs,
  suppressionAudit,
} from "./suppression-audit.ts";
import { type CellArc, type CountTable, isTotal, type TableCell, tableNetwork } from "./table-network.ts";

/** What of a table is published, and how it is protected. */
export type TableProtection = {
  /** Smallest count that is shown; 11 if not given. */
  readonly threshold?: number;
  /** Rows of each group with published subtotals, every row in exactly one; none if not given. */
  readonly rowGroups?: CountTable["rowGroups"] & {};
  /** Whether totals of rows, and of columns, are published; true if not given. */
  readonly rowTotals?: boolean;
  readonly columnTotals?: boolean;
  /** Whether counts of 0 are shown; true if not given. Shown zeros are never suppressed to protect other cells. */
  readonly showZeros?: boolean;
  /** Whether single totals may be blanked where cells are not enough; true if not given. Small totals always are. */
  readonly mayHideTotals?: boolean;
};

/** @see suppressTable */
export type SuppressedTableResult = {
  /** Cells and totals to blank: the small ones, and those that protect them. */
  readonly suppressed: readonly TableCell[];
  /** How many of them are blanked for others' sake. */
  readonly complementary: number;
  readonly audit: SuppressionAudit;
  readonly isSafe: boolean;
  /** Small cells that the published numbers still bound too closely: merge categories, or publish fewer totals. */
  readonly unprotected: readonly AuditedCell[];
};

/**
 * Which cells of a table to blank so that no small count can be worked out: the small ones, then for each that the
 * totals still give away the cheapest further cells (smallest counts) along which it could be larger or smaller, until
 * the audit is passed; last, in all but large tables, blanked cells that turn out not to be needed are shown again.
 * Greedy: safe, but not always the fewest cells. Unsafe results say which cells stay open: publish none of such a
 * table. Not for several tables that share cells, nor subtotals of rows and columns at once, and slow above some
 * thousand cells.
 *
 * Source: Kelly, Golden & Assad (1992), Networks 22, 397–417; Cox (1995), JASA 90, 1453–1462 (protection by cheapest
 * paths); audited as in {@link suppressionAudit}.
 *
 * @param table counts by row and column
 * @throws RangeError if rows differ in length, a count is not a whole number from 0, a row is not in one group, or the
 *   threshold is not a whole number from 1
 * @example suppressTable([[20, 3, 15], [30, 12, 40], [14, 25, 16]])
 *   // { complementary: 3, isSafe: true, unprotected: [] }
 */
export function suppressTable(table: CountTable["table"], protection: TableProtection = {}): SuppressedTableResult {
  const { threshold = 11, rowTotals = true, columnTotals = true, rowGroups = [], showZeros = true } = protection;
  const publication = { table, rowTotals, columnTotals, rowGroups };
  const network = tableNetwork(publication);
  const unpublished = new Set(suppressedArcs(network, { ...publication, suppressed: [] }));
  const primary = network.filter((arc) => {
    const isHiddenZero = arc.count === 0 && !showZeros && !isTotal(arc);
    return !unpublished.has(arc) && (isSmallCount(arc.count, threshold) || isHiddenZero);
  });
  const small = primary.filter(({ count }) => count > 0).toSorted((left, right) => left.count - right.count);

  const blanked = new Set([...unpublished, ...primary]);
  const price = priceOf(network, blanked, protection.mayHideTotals ?? true);
  for (const arc of small) for (const used of protect(network, arc, threshold, price)) blanked.add(used);
  const complement = [...blanked].filter((arc) => !unpublished.has(arc) && !primary.includes(arc));
  showNeedless(blanked, complement, small, threshold);

  const suppressed = network
    .filter((arc) => blanked.has(arc) && !unpublished.has(arc))
    .map(({ row, column }) => ({ row, column }));
  const audit = suppressionAudit({ ...publication, suppressed }, { threshold });
  return {
    suppressed,
    complementary: suppressed.length - primary.length,
    audit,
    isSafe: audit.isSafe,
    unprotected: audit.cells.filter((cell) => cell.isSmall && !cell.isProtected),
  };
}

/** Blanked cells cost nothing, others their count, and any total more than all cells together. */
function priceOf(network: readonly CellArc[], blanked: ReadonlySet<CellArc>, mayHideTotals: boolean) {
  const all = network.reduce((sum, { count }) => sum + count, 0);
  return (arc: CellArc): number => {
    if (blanked.has(arc)) return 0;
    if (arc.count === 0 || (isTotal(arc) && !mayHideTotals)) return Number.POSITIVE_INFINITY;
    return isTotal(arc) ? all + arc.count : arc.count;
  };
}

/** The arcs along which the count can rise to threshold − 1 and fall to 1, at least cost, as far as that is possible. */
function protect(
  network: readonly CellArc[],
  cell: CellArc,
  threshold: number,
  priceBefore: (arc: CellArc) => number,
): ReadonlySet<CellArc> {
  const rise = { from: cell.to, to: cell.from, amount: threshold - 1 - cell.count };
  const fall = { from: cell.from, to: cell.to, amount: cell.count - 1 };
  const used = new Set<CellArc>();
  const price = (arc: CellArc): number => (used.has(arc) ? 0 : priceBefore(arc));
  for (const { from, to, amount } of [rise, fall]) {
    const counts = new Map<CellArc, number>(network.map((arc) => [arc, arc.count]));
    for (let left = amount; left > 0; ) {
      const find = (least: number) => cheapestExchange(network, { from, to, except: cell, counts, least, price });
      const path = find(left) ?? find(1);
      if (path === undefined) break;
      const moved = path.reduce(
        (least, { arc, isForward }) => (isForward ? least : Math.min(least, counts.get(arc) ?? 0)),
        left,
      );
      for (const { arc, isForward } of path) {
        counts.set(arc, (counts.get(arc) ?? 0) + (isForward ? moved : -moved));
        used.add(arc);
      }
      left -= moved;
    }
  }
  return used;
}

/** Beyond this many audits of a cell, needless blanks are left as they are. */
const mostAudits = 5000;

/** Shows blanked cells again, largest first, as long as every small cell stays protected. */
function showNeedless(
  blanked: Set<CellArc>,
  complement: readonly CellArc[],
  small: readonly CellArc[],
  threshold: number,
): void {
  const isProtected = (arc: CellArc): boolean => auditCell([...blanked], arc, threshold).isProtected;
  const held = small.filter(isProtected);
  if (complement.length * held.length > mostAudits) return;
  for (const arc of complement.toSorted((left, right) => right.count - left.count)) {
    blanked.delete(arc);
    if (!held.every(isProtected)) blanked.add(arc);
  }
}
