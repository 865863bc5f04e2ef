import city from "./riverton-city.json" with { type: "json" };
import { seededRandom, seedOf } from "./seeded-random.ts";

type Position = readonly [number, number];

const points: Readonly<Record<string, readonly number[]>> = city.points;
const ringsByName: Readonly<Record<string, readonly string[]>> = city.neighborhoods;
const kilometersPerDegree = { longitude: 85.3, latitude: 111 };

/** Riverton's neighborhoods as GeoJSON (RFC 7946), with the river as the gap between the banks. Fictional. */
export function rivertonBoundaries(): string {
  const features = Object.entries(city.districts).flatMap(([district, names]) =>
    names.map((name) => ({
      type: "Feature",
      properties: { neighborhood: name, district, place: `${city.name} (fictional)` },
      geometry: { type: "Polygon", coordinates: [ringOf(ringsByName[name] ?? [])] },
    })),
  );
  const description = `FICTIONAL: ${city.name} does not exist. ${features.length} made-up neighborhoods in the open Atlantic.`;
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  return `{"type":"FeatureCollection","name":"${city.name}","description":"${description}","features":[\n${lines}\n]}\n`;
}

/** Corners are written counterclockwise in riverton-city.json, as RFC 7946 wants outer rings. */
function ringOf(corners: readonly string[]): readonly Position[] {
  const ring = corners.flatMap((corner, index) => edgeOf(corner, corners[(index + 1) % corners.length] ?? corner));
  return [...ring, ring[0] ?? ([0, 0] as const)].map(degrees);
}

/** From one corner to just before the next. Both neighbors of an edge draw the same bends, so no slivers appear. */
function edgeOf(from: string, to: string): readonly Position[] {
  const [first = "", last = ""] = [from, to].sort();
  const random = seededRandom(seedOf(`${first}-${last}`));
  const [start, end] = [positionOf(first), positionOf(last)];
  const bends = [0.25, 0.5, 0.75].map((part): Position => {
    const offset = (random.next() - 0.5) * roughness(first, last);
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    return [start[0] + dx * part - dy * offset, start[1] + dy * part + dx * offset];
  });
  return from === first ? [start, ...bends] : [end, ...bends.toReversed()];
}

/** Banks and city limits wind; streets are nearly straight. */
function roughness(from: string, to: string): number {
  const kind = `${from[0]}${to[0]}`;
  if (kind === "ww" || kind === "ee") return 0.1;
  return /^[abf]{2}$/.test(kind) ? 0.16 : 0.03;
}

function positionOf(name: string): Position {
  const [x, y] = points[name] ?? [];
  if (x === undefined || y === undefined) throw new RangeError(`invalid corner; not in riverton-city.json: ${name}`);
  return [x, y];
}

const degrees = ([x, y]: Position): Position => [
  round(city.origin.longitude + x / kilometersPerDegree.longitude),
  round(city.origin.latitude + y / kilometersPerDegree.latitude),
];

const round = (value: number) => Math.round(value * 1e5) / 1e5;
