/**
 * One JSON record as cells: nested objects become `outer.inner`, lists stay JSON text, null is a blank. A feature of a
 * map service gives its attributes and, when it is a point, where it is; other shapes are left out.
 *
 * Source: RFC 7946 (GeoJSON); Esri feature objects.
 *
 * @returns undefined when the value is no object
 * @example flattenRecord({ a: { b: "1" }, c: [2] }) // Map { "a.b" → "1", "c" → "[2]" }
 */
export function flattenRecord(value: unknown): Map<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const cells = new Map<string, string>();
  const { geometry, properties, attributes } = value;
  const fields =
    isObject(properties) && value.type === "Feature" ? properties : isObject(attributes) ? attributes : undefined;
  if (!fields) {
    addFields(cells, "", value);
    return cells;
  }
  addFields(cells, "", fields);
  for (const [name, place] of point(geometry)) if (!cells.has(name)) cells.set(name, cellText(place));
  return cells;
}

/** Parses one JSON text with numbers kept as they are written: `1.0` stays `1.0`, long ids lose no digit. */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, reviveExactly as (key: string, value: unknown) => unknown);
}

const reviveExactly = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === "number" ? new NumberText(context?.source ?? String(value)) : value;

/** A number as the file writes it. */
class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function addFields(cells: Map<string, string>, prefix: string, fields: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (isObject(value)) addFields(cells, `${prefix}${name}.`, value);
    else cells.set(`${prefix}${name}`, cellText(value));
  }
}

function point(geometry: unknown): [string, unknown][] {
  if (!isObject(geometry)) return [];
  if (geometry.type === "Point" && Array.isArray(geometry.coordinates)) {
    const [longitude, latitude] = geometry.coordinates;
    return [
      ["geometry.longitude", longitude],
      ["geometry.latitude", latitude],
    ];
  }
  return "x" in geometry && "y" in geometry
    ? [
        ["geometry.x", geometry.x],
        ["geometry.y", geometry.y],
      ]
    : [];
}

/** Text of a value that is no object; a list as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return value instanceof NumberText ? value.text : jsonText(value);
}

function jsonText(value: unknown): string {
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}:${jsonText(inner)}`)
    .join(",")}}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof NumberText);
