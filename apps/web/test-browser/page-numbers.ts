/** Every number that a finding's JSON holds, however deep; texts and dates are no numbers. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

/** A number with as few decimals as it needs, thousands apart: what `Intl` writes in English, and much quicker. */
function grouped(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}

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
  const places = [0, 1, 2, 3, 4].map((digits) => 10 ** digits);
  const lead = [2, 3].map((digits) => 10 ** (digits - 1 - Math.floor(Math.log10(value))));
  return [...places, ...lead].flatMap((unit) => [Math.floor(value * unit) / unit, Math.ceil(value * unit) / unit]);
}

/** A number in the forms a page uses: to so many decimals, to so many digits, and with zeros kept. */
const written = (scaled: number): readonly string[] => [
  ...[0, 1, 2, 3, 4].map((digits) => grouped(Number(scaled.toFixed(digits)))),
  ...[1, 2, 3, 4].map((digits) => grouped(Number(scaled.toPrecision(digits)))),
  scaled.toFixed(1),
  scaled.toFixed(2),
  scaled.toPrecision(2),
];

/** Numbers as a reader sees them in a text. */
export const numbersInText = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\d[\d,]*(?:\.\d+)?/g), ([number]) => number.replace(/,$/, ""));

type Row = {
  readonly key: string;
  readonly key2?: string;
  readonly count?: number;
  readonly compared?: { readonly exposure?: number };
};
type Counted = {
  readonly rows: readonly Row[];
  readonly numerator?: number;
  readonly denominator: number;
  readonly total: number;
  readonly missing: readonly { readonly count: number }[];
  readonly interval?: { readonly low: number; readonly high: number };
  readonly values?: Readonly<Record<string, number | string>>;
};

/**
 * Numbers that a sentence may give and that follow from its finding in one step: sums of rows, the sum or difference of two
 * of its own numbers, their share of all, by how much a ratio lies off 1, and how many rows there are.
 */
export function numbersFollowing(finding: Counted): readonly number[] {
  const { rows, numerator = 0, denominator, total, missing, interval, values = {} } = finding;
  const sum = (some: readonly Row[]): number => some.reduce((all, { count = 0 }) => all + count, 0);
  const grouped = [Map.groupBy(rows, ({ key }) => key), Map.groupBy(rows, ({ key2 = "" }) => key2)];
  const exposed = rows.reduce((all, { compared }) => all + (compared?.exposure ?? 0), 0);
  const sums = [sum(rows), exposed, ...grouped.flatMap((groups) => Array.from(groups.values(), sum))];
  const own = [
    ...[numerator, denominator, total, missing.reduce((all, { count }) => all + count, 0)],
    ...(interval === undefined ? [] : [interval.low, interval.high]),
    ...numbersIn(Object.values(values)),
  ];
  const pairs = own.flatMap((one) => own.flatMap((other) => [one + other, one - other]));
  const shares = [...sums, ...own].flatMap((part) => [part / denominator, part / total, 1 - part / total]);
  const changes = own.map((ratio) => 1 - ratio);
  return [...sums, ...pairs, ...shares, ...changes, rows.length, ...grouped.map(({ size }) => size)].filter(
    Number.isFinite,
  );
}
