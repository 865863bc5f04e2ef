/** A ring of longitude and latitude, in degrees. */
export type Ring = readonly (readonly number[])[];

/** Areas as GeoJSON (RFC 7946): polygons with properties, one of which names the area as the records do. */
export type Boundaries = {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly properties: Readonly<Record<string, unknown>> | null;
    readonly geometry:
      | { readonly type: "Polygon"; readonly coordinates: readonly Ring[] }
      | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] }
      | null;
  }[];
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isPoint = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 2 && value.every((number) => Number.isFinite(number));
const isRings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((ring) => Array.isArray(ring) && ring.every(isPoint));

function isArea(value: unknown): boolean {
  if (!isRecord(value) || value.type !== "Feature") return false;
  const { geometry } = value;
  if (geometry === null) return true;
  if (!isRecord(geometry)) return false;
  if (geometry.type === "Polygon") return isRings(geometry.coordinates);
  return geometry.type === "MultiPolygon" && Array.isArray(geometry.coordinates) && geometry.coordinates.every(isRings);
}

/**
 * Checks that a value read from a file is GeoJSON areas.
 * Throws a RangeError `invalid boundaries; …` when it is not.
 */
export function readBoundaries(value: unknown): Boundaries {
  if (!isRecord(value) || value.type !== "FeatureCollection" || !Array.isArray(value.features)) {
    throw new RangeError("invalid boundaries; must be a GeoJSON FeatureCollection");
  }
  const wrong = value.features.findIndex((feature) => !isArea(feature));
  if (wrong >= 0) throw new RangeError(`invalid boundaries; feature ${wrong} must be a Polygon or MultiPolygon`);
  return value as Boundaries;
}

const plain = (value: unknown) => String(value).trim().toLocaleLowerCase().replaceAll(/\s+/g, " ");

/**
 * The area each feature stands for: the property that names most of the given areas is the one that is read.
 *
 * @returns key of the area by index of the feature; a feature that names none is absent
 */
export function areaByFeature(boundaries: Boundaries, keys: readonly string[]): ReadonlyMap<number, string> {
  const keyByName = new Map(keys.map((key) => [plain(key), key]));
  const properties = new Set(boundaries.features.flatMap(({ properties: all }) => Object.keys(all ?? {})));
  const matches = [...properties].map((property) => {
    const found = boundaries.features.flatMap((feature, index): [number, string][] => {
      const key = keyByName.get(plain(feature.properties?.[property]));
      return key === undefined ? [] : [[index, key]];
    });
    return new Map(found);
  });
  const score = (match: ReadonlyMap<number, string>) => new Set(match.values()).size;
  return matches.reduce((best, match) => (score(match) > score(best) ? match : best), new Map<number, string>());
}
