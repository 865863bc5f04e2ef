import { findCode } from "@evenhand/standard";

/** Bands that a release shows; narrower bands of a file are folded into the one they lie in. */
export const releaseAgeBands: readonly { readonly code: string; readonly low: number; readonly high: number }[] = [
  { code: "0-17", low: 0, high: 17 },
  { code: "18-24", low: 18, high: 24 },
  { code: "25-34", low: 25, high: 34 },
  { code: "35-44", low: 35, high: 44 },
  { code: "45-54", low: 45, high: 54 },
  { code: "55-64", low: 55, high: 64 },
  { code: "65+", low: 65, high: 120 },
];

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** First and last year of age that a published band means; undefined when the text is no band. */
function ageRange(value: string): readonly [number, number] | undefined {
  // A spreadsheet makes the date 17-Oct of the band 10-17.
  const damaged = /^(\d{1,2})-([a-z]{3})$/u.exec(value) ?? /^([a-z]{3})-(\d{1,2})$/u.exec(value);
  if (damaged) {
    const [, one = "", two = ""] = damaged;
    const month = months.indexOf(/[a-z]/u.test(one) ? one : two) + 1;
    const other = Number(/[a-z]/u.test(one) ? two : one);
    return month > 0 && other > month ? [month, other] : undefined;
  }
  const closed = /^(\d{1,3})\s*(?:-|–|_|to)\s*(\d{1,3})$/u.exec(value);
  if (closed) return [Number(closed[1]), Number(closed[2])];
  const open = /^(?:over |>\s*)?(\d{1,3})\s*(?:\+|plus|and older|and over)?$/u.exec(value);
  if (open && !/^\d+$/u.test(value)) return [Number(open[1]) + (/^(?:over|>)/u.test(value) ? 1 : 0), 120];
  const under = /^(?:under |<\s*)(\d{1,3})$/u.exec(value) ?? /^(\d{1,3}) and (?:younger|under)$/u.exec(value);
  if (under) return [0, Number(under[1]) - (/^(?:under|<)/u.test(value) ? 1 : 0)];
  if (/^(?:juvenile|juv|minor|child)$/u.test(value)) return [0, 17];
  if (/^adult$/u.test(value)) return [18, 120];
  return undefined;
}

/**
 * Code of `age_band` for a published band (`26_30`, `under 18`, `65+`, `juvenile`, `17-Oct`): the same band where the
 * list has it, else the release band it lies in. Undefined for a band that crosses release bands, and for plain ages.
 * Source of the forms: openpolicedata@7a070d4 `_converters.py`, California URSUS.
 * @example ageBandOf("26_30") // "26-30"
 */
export function ageBandOf(value: string): string | undefined {
  const range = ageRange(value);
  if (!range) return undefined;
  const [low, high] = range;
  if (low > high || high > 130) return undefined;
  const same = high >= 120 ? `${low}+` : `${low}-${high}`;
  if (findCode("age_band", same)) return same;
  return releaseAgeBands.find((band) => low >= band.low && Math.min(high, 120) <= band.high)?.code;
}
