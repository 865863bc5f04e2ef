import type { Ring } from "./boundaries.ts";

type Point = readonly number[];

function distance([x = 0, y = 0]: Point, [ax = 0, ay = 0]: Point, [bx = 0, by = 0]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx ** 2 + dy ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/**
 * A line with fewer points that nowhere strays further than `tolerance` from the given one (Douglas & Peucker 1973,
 * Cartographica 10(2), 112–122). Not for measuring areas: neighbours are simplified apart and may leave slivers below
 * the tolerance.
 */
export function simplifyRing(ring: Ring, tolerance: number): Ring {
  const keep = new Set([0, ring.length - 1]);
  const spans: [number, number][] = [[0, ring.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let furthest = -1;
    let most = tolerance;
    for (let index = from + 1; index < to; index++) {
      const away = distance(ring[index] ?? [], ring[from] ?? [], ring[to] ?? []);
      if (away > most) [furthest, most] = [index, away];
    }
    if (furthest < 0) continue;
    keep.add(furthest);
    spans.push([from, furthest], [furthest, to]);
  }
  return ring.filter((_, index) => keep.has(index));
}
