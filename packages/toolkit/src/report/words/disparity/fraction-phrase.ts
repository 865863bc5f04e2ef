import type { Words } from "../words.ts";

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
const justUnder = 0.95;

/**
 * A ratio below 1 in plain words, to stand before what it is a part of: "about half", "about 43% of". A named fraction
 * only within 6 in 100 of it.
 */
export function fractionPhrase(ratio: number, words: Words): string {
  if (ratio > justUnder) return words.say("disparity.fraction.near");
  const fraction = fractions.find(({ part }) => Math.abs(ratio / part - 1) <= near);
  if (fraction !== undefined) return words.say(`disparity.fraction.${fraction.key}`);
  return words.say("disparity.fraction", { percent: words.comparedPercent(ratio) });
}
