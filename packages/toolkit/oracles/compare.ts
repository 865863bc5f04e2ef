/** How far an answer may be from the expected number: at most `abs + rel × |expected|`. */
export type Tolerance = { readonly rel: number; readonly abs: number };

/**
 * Where an answer departs from what an oracle expects. Every expected field must be present; further fields are
 * allowed. `null` must be null, and the word "Infinity" stands for the number.
 *
 * @returns one line per difference, none if the answer holds
 * @example differences({ rate: 0.5001 }, { rate: 0.5 }, { rel: 1e-6, abs: 0 }) // ["rate: 0.5001, expected 0.5"]
 */
export function differences(got: unknown, expected: unknown, tolerance: Tolerance, path = ""): readonly string[] {
  const wanted = expected === "Infinity" ? Number.POSITIVE_INFINITY : expected;
  if (typeof wanted === "number") return isNear(got, wanted, tolerance) ? [] : [describe(path, got, wanted)];
  if (Array.isArray(wanted)) {
    if (!isList(got)) return [describe(path, got, wanted)];
    if (got.length !== wanted.length) return [`${path}: ${got.length} values, expected ${wanted.length}`];
    return wanted.flatMap((value, index) => differences(got[index], value, tolerance, `${path}[${index}]`));
  }
  if (wanted !== null && typeof wanted === "object") {
    if (got === null || typeof got !== "object") return [describe(path, got, wanted)];
    const fields: Readonly<Record<string, unknown>> = { ...got };
    return Object.entries(wanted).flatMap(([key, value]) =>
      differences(fields[key], value, tolerance, path === "" ? key : `${path}.${key}`),
    );
  }
  return got === wanted ? [] : [describe(path, got, wanted)];
}

function isNear(got: unknown, wanted: number, { rel, abs }: Tolerance): boolean {
  if (typeof got !== "number") return false;
  if (!Number.isFinite(wanted)) return got === wanted;
  return Math.abs(got - wanted) <= abs + rel * Math.abs(wanted);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function describe(path: string, got: unknown, wanted: unknown): string {
  return `${path}: ${JSON.stringify(got) ?? String(got)}, expected ${JSON.stringify(wanted)}`;
}
