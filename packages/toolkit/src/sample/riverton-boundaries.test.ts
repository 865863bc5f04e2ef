import { expect, test } from "vitest";
import { rivertonBoundaries } from "./riverton-boundaries.ts";
import city from "./riverton-city.json" with { type: "json" };

type Feature = {
  readonly properties: { readonly neighborhood: string; readonly district: string };
  readonly geometry: {
    readonly type: string;
    readonly coordinates: readonly (readonly (readonly [number, number])[])[];
  };
};
const { features, description } = JSON.parse(rivertonBoundaries()) as { features: Feature[]; description: string };
const rings = features.map(({ geometry }) => geometry.coordinates[0] ?? []);

const twiceArea = (ring: readonly (readonly [number, number])[]) =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [x0 = 0, y0 = 0] = ring[index] ?? [];
    return sum + x0 * y - x * y0;
  }, 0);

test("there are 14 closed, counterclockwise neighborhoods, named as in the records", () => {
  expect(features.map(({ properties }) => properties.neighborhood).sort()).toEqual(
    Object.keys(city.neighborhoodWeights).sort(),
  );
  expect(description).toContain("FICTIONAL");
  for (const ring of rings) {
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(ring.length).toBeGreaterThan(15);
    expect(twiceArea(ring)).toBeGreaterThan(0);
  }
});

test("neighborhoods do not overlap: each directed edge occurs once, streets once each way", () => {
  const edges = rings.flatMap((ring) => ring.slice(1).map((end, index) => `${ring[index]}>${end}`));
  expect(new Set(edges).size).toBe(edges.length);
  const shared = edges.filter((edge) => edges.includes(edge.split(">").toReversed().join(">")));
  // 20 streets between two corners, in four pieces each.
  expect(shared.length).toBe(2 * 20 * 4);
});

test("edges cross nowhere", () => {
  const segments = [
    ...new Set(
      rings.flatMap((ring) =>
        ring.slice(1).map((end, index) => [ring[index] ?? end, end].map(String).sort().join(" ")),
      ),
    ),
  ].map((text) => text.split(" ").map((point) => point.split(",").map(Number)));
  const side = (a: number[], b: number[], c: number[]) =>
    Math.sign(
      ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) -
        ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0)),
    );
  const crossing = segments.flatMap(([a = [], b = []], index) =>
    segments
      .slice(index + 1)
      .filter(([c = [], d = []]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0),
  );
  expect(crossing).toEqual([]);
});
