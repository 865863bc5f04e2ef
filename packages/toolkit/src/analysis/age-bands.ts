import { findCode } from "@evenhand/standard";

/**
 * Whether some age bands share an age, such as `15-17` and `0-17`: then rows of different files are not comparable.
 * Source: code list `age_band` of the standard.
 */
export function ageBandsOverlap(bands: readonly string[]): boolean {
  const ranges = bands
    .map((band) => findCode("age_band", band))
    .filter((code) => code !== undefined)
    .map((code) => ({ low: code.low ?? 0, high: code.high ?? Number.POSITIVE_INFINITY }))
    .sort((left, right) => left.low - right.low);
  return ranges.some((range, index) => index > 0 && range.low <= (ranges[index - 1]?.high ?? -1));
}
