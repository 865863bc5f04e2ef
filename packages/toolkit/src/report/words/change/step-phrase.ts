import type { Interval } from "@evenhand/standard";
import type { Words } from "../words.ts";

type Rounding = (percent: number) => number;

// 1e-9 keeps 0.29 * 100 = 28.999999999999996 from falling to 28.
const down: Rounding = (percent) => Math.floor(percent + 1e-9);
const up: Rounding = (percent) => Math.ceil(percent - 1e-9);

function phrase(ratio: number, round: { readonly fall: Rounding; readonly rise: Rounding }, words: Words): string {
  if (ratio === Number.POSITIVE_INFINITY) return words.say("change.step.open");
  if (ratio === 0) return words.say("change.step.nothing");
  if (ratio === 1) return words.say("change.step.none");
  if (ratio >= 2) return words.say("change.step.times", { ratio: words.ratio(ratio) });
  const side = ratio < 1 ? "fall" : "rise";
  const percent = Math.min(round[side](Math.abs(ratio - 1) * 100), side === "fall" ? 99 : 100);
  return percent < 1
    ? words.say(`change.step.${side}.small`)
    : words.say(`change.step.${side}`, { percent: words.percent(percent / 100) });
}

/**
 * A ratio of two levels as a step: "a fall of 22%", "a rise to 2.4 times the number".
 *
 * @example stepPhrase(0.78, words) // "a fall of 22%"
 */
export const stepPhrase = (ratio: number, words: Words): string =>
  phrase(ratio, { fall: Math.round, rise: Math.round }, words);

/** The two ends of an interval of ratios as steps, rounded outwards; without `high` where there is no upper limit. */
function ends({ low, high }: Interval, words: Words): { readonly low: string; readonly high?: string } {
  const from = phrase(low, { fall: up, rise: down }, words);
  return Number.isFinite(high) ? { low: from, high: phrase(high, { fall: down, rise: up }, words) } : { low: from };
}

/** "between a fall of 35% and a rise of 8%", or, with `fits`, "from a fall of 35% to a rise of 8%". */
export function stepRange(interval: Interval, words: Words, kind: "step" | "fits" = "step"): string {
  const { low, high } = ends(interval, words);
  return high === undefined
    ? words.say(`change.${kind}.range.open`, { low })
    : words.say(`change.${kind}.range`, { low, high });
}

const fractions = [
  { part: 3 / 4, key: "75" },
  { part: 2 / 3, key: "67" },
  { part: 1 / 2, key: "50" },
  { part: 1 / 3, key: "33" },
  { part: 1 / 4, key: "25" },
  { part: 1 / 5, key: "20" },
  { part: 1 / 10, key: "10" },
] as const;

const near = 0.06;

/** How large a fall to this ratio is, to stand after "a fall of about": "three quarters", "42%". */
export function fallPhrase(ratio: number, words: Words): string {
  const fall = 1 - ratio;
  const fraction = fractions.find(({ part }) => Math.abs(fall / part - 1) <= near);
  return fraction === undefined ? words.percent(fall) : words.say(`change.fall.${fraction.key}`);
}
