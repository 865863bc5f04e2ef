/** Every number that a finding's JSON holds, however deep; texts and dates are no numbers. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

const significant = (value: number, digits: number): string =>
  new Intl.NumberFormat("en", { maximumSignificantDigits: digits, minimumSignificantDigits: 1 }).format(value);

const decimals = (value: number, digits: number): string =>
  new Intl.NumberFormat("en", { maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);

/**
 * The ways in which a page may write a number of its finding: whole, rounded to two or three digits, as a share in
 * hundred, or for so many people.
 */
export function waysToWrite(value: number): readonly string[] {
  const scales = [1, 100, 1000, 10_000, 100_000];
  return scales.flatMap((scale) => {
    const scaled = Math.abs(value * scale);
    return [scaled, ...outward(scaled)].flatMap(written);
  });
}

/** An end of a range may be rounded away from its middle: to the next number of so many digits below or above. */
function outward(value: number): readonly number[] {
  if (value === 0 || !Number.isFinite(value)) return [];
  const places = [0, 1, 2].map((digits) => 10 ** digits);
  const lead = [2, 3].map((digits) => 10 ** (digits - 1 - Math.floor(Math.log10(value))));
  return [...places, ...lead].flatMap((unit) => [Math.floor(value * unit) / unit, Math.ceil(value * unit) / unit]);
}

/** A number in the forms a page uses. */
function written(scaled: number): readonly string[] {
  return [0, 1, 2, 3]
    .map((digits) => decimals(scaled, digits))
    .concat([1, 2, 3, 4].map((digits) => significant(scaled, digits)))
    .concat([scaled.toFixed(1), scaled.toFixed(2), scaled.toPrecision(2)]);
}

/** Numbers as a reader sees them in a text. */
export const numbersInText = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\d[\d,]*(?:\.\d+)?/g), ([number]) => number.replace(/,$/, ""));
