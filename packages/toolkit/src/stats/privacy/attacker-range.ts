import type { Interval } from "@evenhand/standard";
import type { CellArc } from "./table-network.ts";

/** A step along a suppressed cell: forward raises its count, backward lowers it. */
type Step = { readonly arc: CellArc; readonly isForward: boolean };

/**
 * Everything that the published numbers allow one suppressed cell to be: the least and the most over all tables of
 * whole numbers from 0 with the same published numbers. Exact: a change of the cell must be made good along cycles of
 * suppressed cells, so its room is a maximum flow, which whole numbers attain. The attacker is taken to know that the
 * cells are counts, and nothing else.
 *
 * Source: Cox (1995), JASA 90, 1453–1462; flows by Edmonds & Karp (1972), Journal of the ACM 19, 248–264.
 *
 * @param suppressed all suppressed cells and unpublished totals, from {@link tableNetwork}
 * @param cell one of them
 * @returns a range that holds the true count; `high` is Infinity if nothing published bounds the cell
 * @example attackerRange([{ row: 0, column: 0, count: 3, from: 2, to: 3 }], { row: 0, column: 0, count: 3, from: 2, to: 3 })
 *   // { low: 3, high: 3 }
 */
export function attackerRange(suppressed: readonly CellArc[], cell: CellArc): Interval {
  const others = suppressed.filter((arc) => arc.row !== cell.row || arc.column !== cell.column);
  const steps = stepsByNode(others);
  const up = largestFlow(steps, cell.to, cell.from, Number.POSITIVE_INFINITY);
  const down = largestFlow(steps, cell.from, cell.to, cell.count);
  return { low: cell.count - down, high: cell.count + up };
}

function stepsByNode(arcs: readonly CellArc[]): ReadonlyMap<number, readonly Step[]> {
  const steps = new Map<number, Step[]>();
  const add = (node: number, step: Step): void => {
    const list = steps.get(node);
    if (list === undefined) steps.set(node, [step]);
    else list.push(step);
  };
  for (const arc of arcs) {
    add(arc.from, { arc, isForward: true });
    add(arc.to, { arc, isForward: false });
  }
  return steps;
}

function largestFlow(steps: ReadonlyMap<number, readonly Step[]>, from: number, to: number, most: number): number {
  // Counts can be raised without end and lowered to 0, so they hold all there is to know of the flow so far.
  const counts = new Map<CellArc, number>();
  const countOf = (arc: CellArc): number => counts.get(arc) ?? arc.count;
  let flow = 0;
  while (flow < most) {
    const path = shortestPath(steps, from, to, countOf);
    if (path === undefined) break;
    const amount = path.reduce(
      (least, { arc, isForward }) => (isForward ? least : Math.min(least, countOf(arc))),
      most - flow,
    );
    if (amount === Number.POSITIVE_INFINITY) return amount;
    for (const { arc, isForward } of path) counts.set(arc, countOf(arc) + (isForward ? amount : -amount));
    flow += amount;
  }
  return flow;
}

function shortestPath(
  steps: ReadonlyMap<number, readonly Step[]>,
  from: number,
  to: number,
  countOf: (arc: CellArc) => number,
): readonly Step[] | undefined {
  const arrivals = new Map<number, Step | undefined>([[from, undefined]]);
  const queue = [from];
  for (const node of queue) {
    if (arrivals.has(to)) break;
    for (const step of steps.get(node) ?? []) {
      const next = step.isForward ? step.arc.to : step.arc.from;
      if (arrivals.has(next) || (!step.isForward && countOf(step.arc) === 0)) continue;
      arrivals.set(next, step);
      queue.push(next);
    }
  }
  if (!arrivals.has(to)) return undefined;
  const path: Step[] = [];
  for (let step = arrivals.get(to); step !== undefined; ) {
    path.push(step);
    step = arrivals.get(step.isForward ? step.arc.from : step.arc.to);
  }
  return path;
}
