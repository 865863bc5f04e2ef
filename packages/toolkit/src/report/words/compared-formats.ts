import type { Interval, Language } from "@evenhand/standard";
import { localeByLanguage } from "./locale.ts";

/** Ratios, rates and ranges of ratios as a reader expects them. */
export type ComparedFormats = {
  /** A ratio to two digits, never rounded across 1: 8.1, 0.45, 1.02. */
  readonly ratio: (ratio: number) => string;
  /** A range of ratios, rounded outwards but never across 1; without `high` when there is no upper limit. */
  readonly ratioRange: (range: Interval) => { readonly low: string; readonly high?: string };
  /** Events per so many, to two digits. */
  readonly rate: (rate: number) => string;
};

type Rounding = (value: number) => number;

/** Decimals with which a ratio has two digits. */
const decimalsOf = (ratio: number): number => {
  const size = Math.abs(ratio);
  if (size === 0 || size >= 9.95) return 0;
  if (size < 0.095) return Math.min(6, 1 - Math.floor(Math.log10(size)));
  return size < 1 ? 2 : 1;
};

const mostDecimals = 6;

type Rounded = { readonly value: number; readonly decimals: number };

/** Rounds to the fewest decimals that leave the number on its own side of 1. */
function roundedBeside1(ratio: number, round: Rounding, least = 0): Rounded {
  for (let decimals = Math.max(least, decimalsOf(ratio)); decimals <= mostDecimals; decimals++) {
    const value = round(ratio * 10 ** decimals) / 10 ** decimals;
    if (Math.sign(value - 1) === Math.sign(ratio - 1)) return { value, decimals };
  }
  return { value: 1, decimals: 2 };
}

const down: Rounding = (value) => Math.floor(value + 1e-9);
const up: Rounding = (value) => Math.ceil(value - 1e-9);

/**
 * Rounds a range outwards; a bound that is not 1 stays on its side. Near 1 both bounds have the same decimals: 0.90 to
 * 1.15. 1e-9 keeps 2.9 from becoming 2.8.
 */
function outwards({ low, high }: Interval): readonly [Rounded, Rounded] {
  const [first, last] = [roundedBeside1(low, down), roundedBeside1(high, up)];
  if (!(low >= 0.095 && high <= 1.25) || first.decimals === last.decimals) return [first, last];
  const decimals = Math.max(first.decimals, last.decimals);
  return [roundedBeside1(low, down, decimals), roundedBeside1(high, up, decimals)];
}

/**
 * The habits of one language for numbers that compare, from `Intl`. Not for counts.
 *
 * @example comparedFormats("en").ratio(8.147) // "8.1"
 */
export function comparedFormats(language: Language): ComparedFormats {
  const formatters = Array.from({ length: mostDecimals + 1 }, (_, decimals) => {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(localeByLanguage[language], options);
  });
  // Adding 0 turns −0 into 0.
  const written = (value: number, decimals: number): string => formatters[decimals]?.format(value + 0) ?? "";
  const nearest = (ratio: number): string => {
    const { value, decimals } = roundedBeside1(ratio, Math.round);
    return written(value, decimals);
  };
  const bound = ({ value, decimals }: Rounded): string => written(value, value === 0 ? 0 : decimals);
  return {
    ratio: nearest,
    ratioRange: (range) => {
      if (!Number.isFinite(range.high)) return { low: bound(roundedBeside1(range.low, down)) };
      const [low, high] = outwards(range);
      return { low: bound(low), high: bound(high) };
    },
    rate: (rate) => written(rate, rate >= 9.95 || rate === 0 ? 0 : rate < 0.95 ? Math.min(3, decimalsOf(rate)) : 1),
  };
}
