import type { Finding } from "@evenhand/standard";
import * as Plot from "@observablehq/plot";
import { measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { areaByFeature, type Boundaries, type Ring } from "./boundaries.ts";
import { type ChartWidth, chartSizes } from "./chart-size.ts";
import { chartSvg, hatch, ink } from "./chart-svg.ts";
import { simplifyRing } from "./simplify-ring.ts";

/** A class of the map: areas with at least `low` and at most `high` records, and how strongly they are filled. */
export type MapClass = { readonly low: number; readonly high: number; readonly opacity: number };

const opacities = [0.15, 0.4, 0.7, 1];

/** At most four classes of about as many areas each; equal counts are always in one class. */
export function mapClasses(counts: readonly number[]): readonly MapClass[] {
  const sorted = [...new Set(counts)].toSorted((a, b) => a - b);
  const size = Math.ceil(sorted.length / opacities.length);
  const groups = opacities
    .map((_, index) => sorted.slice(index * size, (index + 1) * size))
    .filter(({ length }) => length);
  return groups.map((group, index) => ({
    low: group[0] ?? 0,
    high: group.at(-1) ?? 0,
    opacity: opacities[opacities.length - groups.length + index] ?? 1,
  }));
}

/** A map of counts by area, and what its caption needs; undefined when no boundary bears the name of an area. */
export type AreaMap = { readonly svg: string; readonly classes: readonly MapClass[]; readonly matched: number };

/** Draws areas, darker for more records; areas without a record are hatched, since nothing recorded is not zero. */
export function areaMap(
  finding: Finding,
  boundaries: Boundaries,
  width: ChartWidth,
  words: Words,
): AreaMap | undefined {
  const keys = finding.rows.map(({ key }) => key);
  const areas = areaByFeature(boundaries, keys);
  const matched = new Set(areas.values()).size;
  if (matched === 0) return undefined;
  const countByKey = new Map(finding.rows.map(({ key, count }) => [key, count]));
  const shapes = flatShapes(boundaries).map((geometry, index) => {
    const key = areas.get(index);
    return {
      type: "Feature" as const,
      properties: { count: key === undefined ? undefined : countByKey.get(key) },
      geometry,
    };
  });
  const counts = shapes.flatMap(({ properties: { count } }) => (count === undefined ? [] : [count]));
  const classes = mapClasses(counts);
  const opacity = (count: number) => classes.find(({ low, high }) => low <= count && count <= high)?.opacity ?? 0;
  const units = words.say(`say.units.${finding.unit}`);
  const title = measureText("title", finding, words);
  const years = finding.years ? words.span(finding.years) : words.say("chart.years.none");
  const items = finding.rows
    .slice(0, 5)
    .map(({ key, count }) => words.say("chart.item", { label: key, value: count ?? "" }));
  const name = {
    id: `${finding.id}/map`,
    width,
    title: words.say("chart.map.title", { title, units, years }),
    description: words.say("chart.map.desc", { units, items: items.join("; ") }),
  };
  const [known, unknown] = [true, false].map((has) =>
    shapes.filter(({ properties: { count } }) => (count !== undefined) === has),
  );
  const outline = { stroke: ink.axis, strokeWidth: 0.7 };
  const svg = chartSvg(name, {
    height: chartSizes[width].width * Math.min(width === "wide" ? 0.7 : 1.1, Math.max(0.5, proportion(shapes))),
    projection: { type: "reflect-y", domain: { type: "FeatureCollection", features: shapes } as never },
    marks: [
      Plot.geo(unknown as never, { fill: hatch(name), ...outline }),
      Plot.geo(known as never, {
        fill: ink.observed,
        fillOpacity: ({ properties: { count } }: (typeof shapes)[0]) => opacity(count ?? 0),
        ...outline,
      }),
    ],
    opacity: { type: "identity" },
  });
  return { svg, classes, matched };
}

type Shape = { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] };

const points = (shapes: readonly Shape[]) => shapes.flatMap(({ coordinates }) => coordinates.flat(2));

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function proportion(shapes: readonly { readonly geometry: Shape }[]): number {
  const all = points(shapes.map(({ geometry }) => geometry));
  const [left, right] = extent(all.map(([x = 0]) => x));
  const [low, high] = extent(all.map(([, y = 0]) => y));
  return (high - low) / (right - left || 1);
}

/**
 * Flat shapes in degrees of latitude: longitudes are shortened by the cosine of the middle latitude, good for a city or a
 * state; simplified to half a pixel of the wide chart.
 */
function flatShapes(boundaries: Boundaries): readonly Shape[] {
  const shapes = boundaries.features.map(({ geometry }): Shape => {
    if (geometry === null) return { type: "MultiPolygon", coordinates: [] };
    return {
      type: "MultiPolygon",
      coordinates: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
    };
  });
  const [south, north] = extent(points(shapes).map(([, y = 0]) => y));
  const [west, east] = extent(points(shapes).map(([x = 0]) => x));
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const tolerance = (Math.max(north - south, (east - west) * shorten) / chartSizes.wide.width) * 0.5;
  const flat = (ring: Ring): Ring =>
    simplifyRing(
      ring.map(([x = 0, y = 0]) => [x * shorten, y]),
      tolerance,
    );
  return shapes.map(({ type, coordinates }) => ({
    type,
    coordinates: coordinates.map((polygon) => polygon.map(flat).filter(({ length }) => length > 3)),
  }));
}
