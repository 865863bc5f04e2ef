import type { CellArc } from "./table-network.ts";

/** A step along a cell: forward raises its count, backward lowers it. */
export type ExchangeStep = { readonly arc: CellArc; readonly isForward: boolean };

/** Between which nodes of a table's network counts are to be exchanged, and along which cells. */
export type ExchangeSearch = {
  readonly from: number;
  readonly to: number;
  /** A cell that may not be used. */
  readonly except: CellArc;
  /** Counts as they stand, by cell. */
  readonly counts: ReadonlyMap<CellArc, number>;
  /** Counts that are lowered must have at least this much. */
  readonly least: number;
  /** What it costs to use a cell, 0 or more; Infinity if it may not be. */
  readonly price: (arc: CellArc) => number;
};

/**
 * The cells along which a count can be made good at least cost: a shortest path over cells that are raised or lowered.
 * Not for negative prices.
 *
 * Source: Bellman (1958), Quarterly of Applied Mathematics 16, 87–90; at most one round a node, and usually a handful.
 *
 * @returns undefined if there is no way
 * @example cheapestExchange([], { from: 0, to: 1, except: { row: 0, column: 0, from: 0, to: 1, count: 1 }, counts: new Map(), least: 1, price: () => 1 })
 *   // undefined
 */
export function cheapestExchange(
  network: readonly CellArc[],
  { from, to, except, counts, least, price }: ExchangeSearch,
): readonly ExchangeStep[] | undefined {
  const steps = network
    .filter((arc) => arc !== except && Number.isFinite(price(arc)))
    .flatMap((arc) => {
      const forward = { arc, isForward: true, tail: arc.from, head: arc.to, price: price(arc) };
      const backward = { arc, isForward: false, tail: arc.to, head: arc.from, price: price(arc) };
      return (counts.get(arc) ?? 0) >= least ? [forward, backward] : [forward];
    });
  const reached = new Map<number, { readonly price: number; readonly step?: (typeof steps)[number] }>([
    [from, { price: 0 }],
  ]);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const step of steps) {
      const before = reached.get(step.tail);
      if (before === undefined) continue;
      const total = before.price + step.price;
      if (total >= (reached.get(step.head)?.price ?? Number.POSITIVE_INFINITY)) continue;
      reached.set(step.head, { price: total, step });
      isChanged = true;
    }
  }
  if (!reached.has(to)) return undefined;
  const path: ExchangeStep[] = [];
  for (let step = reached.get(to)?.step; step !== undefined; step = reached.get(step.tail)?.step) path.unshift(step);
  return path;
}
