import type { Interval, Language, Years } from "@evenhand/standard";
import { type ComparedFormats, comparedFormats } from "./compared-formats.ts";
import { localeByLanguage } from "./locale.ts";

/** Numbers, dates and lists as a reader of one language expects them. */
export type Formats = ComparedFormats & {
  readonly plural: (count: number) => string;
  readonly number: (count: number) => string;
  /** A mean or other number that is not a count, to one decimal; to two where one would make it 1 that is not. */
  readonly decimal: (value: number) => string;
  /** A share (0–1) as a whole percent; see {@link percentBounds} for the edges. */
  readonly percent: (share: number) => string;
  /** A share beside another: as {@link Formats.percent}, with one decimal below 10%; may lie outside 0–1. */
  readonly comparedPercent: (share: number) => string;
  /** A tick of a share axis: exact, with as few decimals as it needs. */
  readonly axisPercent: (share: number) => string;
  /** An interval of shares, rounded outwards: never narrower than it is. */
  readonly percentRange: (range: Interval) => { readonly low: string; readonly high: string };
  /** `2019-04` → "April 2019". */
  readonly month: (month: string) => string;
  /** `2019-04` → "Apr 2019". */
  readonly shortMonth: (month: string) => string;
  /** `2019-04-30` → "April 30, 2019". */
  readonly date: (day: string) => string;
  /** "2019" or "2019–2021". */
  readonly span: (years: Years) => string;
  readonly list: (items: readonly string[]) => string;
  /** Order of two texts in this language. */
  readonly compare: (a: string, b: string) => number;
};

const sentence: Readonly<Record<Language, { readonly under: string; readonly over: string }>> = {
  en: { under: "less than", over: "more than" },
  es: { under: "menos de", over: "más de" },
};

/**
 * Whole percent for a share, so that it does not overstate: "less than 1%" instead of 0% for what did happen, "more
 * than 99%" instead of 100% for what did not always happen. Anything else is rounded to the nearest whole percent,
 * whatever the number of records: a reader needs no more, and the table beside the sentence has the counts.
 *
 * @param share 0–1
 * @returns the whole percent, and whether the true share lies under or over it
 * @example wholePercent(0.004) // { percent: 1, side: "under" }
 */
export function wholePercent(share: number): { readonly percent: number; readonly side?: "under" | "over" } {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`invalid share; not in [0, 1]: ${share}`);
  const exact = share * 100;
  if (exact > 0 && exact < 0.5) return { percent: 1, side: "under" };
  if (exact < 100 && exact >= 99.5) return { percent: 99, side: "over" };
  return { percent: Math.round(exact) };
}

/**
 * A range of shares as whole percents, rounded outwards, so that the range shown always holds the true one.
 *
 * @example outwardPercents({ low: 0.4968, high: 0.6107 }) // { low: 49, high: 62 }
 */
export function outwardPercents(range: Interval): Interval {
  // 1e-9 keeps 0.29 * 100 = 28.999999999999996 from falling to 28.
  return { low: Math.floor(range.low * 100 + 1e-9), high: Math.ceil(range.high * 100 - 1e-9) };
}

/** Whether one decimal would write a number as 1 that is not. */
const isNearlyOne = (value: number): boolean => value !== 1 && value > 0.95 && value < 1.05;

/** The habits of one language, from `Intl`. */
export function formats(language: Language): Formats {
  const locale = localeByLanguage[language];
  const rules = new Intl.PluralRules(locale);
  const whole = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const twoDecimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const tick = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const small = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const time = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  };
  const monthLong = time({ month: "long", year: "numeric" });
  const monthShort = time({ month: "short", year: "numeric" });
  const collator = new Intl.Collator(locale);
  const percentText = (percent: number) => share.format(percent / 100);

  const percent = (value: number): string => {
    const { percent, side } = wholePercent(value);
    return side ? `${sentence[language][side]} ${percentText(percent)}` : percentText(percent);
  };

  return {
    ...comparedFormats(language),
    plural: (count) => rules.select(count),
    number: (count) => whole.format(count),
    decimal: (value) => (isNearlyOne(value) ? twoDecimals : oneDecimal).format(value),
    percent,
    comparedPercent: (value) => {
      if (value > 0 && value < 0.0005) return `${sentence[language].under} ${small.format(0.001)}`;
      if (value !== 0 && Math.abs(value) < 0.0995) return small.format(value);
      return value >= 0 && value <= 1 ? percent(value) : share.format(value);
    },
    axisPercent: (value) => tick.format(value),
    percentRange: (range) => {
      const outward = outwardPercents(range);
      return { low: percentText(outward.low), high: percentText(outward.high) };
    },
    month: (month) => monthLong(`${month}-01`),
    shortMonth: (month) => monthShort(`${month}-01`),
    date: time({ dateStyle: "long" }),
    span: (years) => (years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`),
    list: (items) => list.format(items),
    compare: collator.compare,
  };
}
