import type { Interval } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { poissonLogProbability } from "../functions/poisson-probability.ts";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { exactRateRatioInterval } from "./exact-rate-ratio.ts";
import { midPRateRatioInterval } from "./mid-p-rate-ratio.ts";
import { poissonMidPInterval } from "./poisson-mid-p-interval.ts";
import { rateDifference } from "./rate-difference.ts";
import { rateInterval } from "./rate-interval.ts";
import { rateRatio } from "./rate-ratio.ts";
import { rateRatioPosterior } from "./rate-ratio-posterior.ts";
import { scoreRateRatioInterval } from "./score-rate-ratio.ts";

const draws = 4000;
const level = 0.95;
const standardError = Math.sqrt((level * (1 - level)) / draws);

type Counts = readonly [number, number];

/** Share of seeded draws of two counts whose interval holds the truth; each pair of counts is calculated once. */
function coverage(means: Counts, find: (counts: Counts) => Interval | Refusal, truth: number): number {
  const random = seededRandom(20_260);
  const known = new Map<string, boolean>();
  let held = 0;
  for (let draw = 0; draw < draws; draw++) {
    const counts: Counts = [randomPoisson(means[0], random), randomPoisson(means[1], random)];
    const key = counts.join();
    if (!known.has(key)) {
      const interval = find(counts);
      known.set(key, isRefusal(interval) || (interval.low <= truth && truth <= interval.high));
    }
    held += known.get(key) ? 1 : 0;
  }
  return held / draws;
}

const pair = ([x, y]: Counts) =>
  [
    { count: x, exposure: 10 },
    { count: y, exposure: 40 },
  ] as const;

describe.each([{ means: [3, 8] as const }, { means: [12, 12] as const }, { means: [60, 90] as const }])(
  "with expected counts $means",
  ({ means }) => {
    const truth = (means[0] / means[1]) * 4;

    test("the exact ratio interval holds the truth at least as often as it says", () => {
      const share = coverage(means, (counts) => exactRateRatioInterval(...pair(counts)), truth);
      expect(share).toBeGreaterThan(level - 3 * standardError);
    });

    test("mid-p and the default hold it in about the share they say, never under 93%", () => {
      const ownInterval = (counts: Counts) => {
        const found = rateRatio(...pair(counts));
        return isRefusal(found) ? found : found.interval;
      };
      for (const find of [(counts: Counts) => midPRateRatioInterval(...pair(counts)), ownInterval]) {
        const share = coverage(means, find, truth);
        expect(share).toBeGreaterThan(0.935 - 3 * standardError);
        expect(share).toBeLessThan(0.985);
      }
    });

    test("the exact rate interval and the difference hold the truth at least as often as they say", () => {
      const rate = coverage(means, ([x]) => rateInterval(x, 10), means[0] / 10);
      expect(rate).toBeGreaterThan(level - 3 * standardError);
      const difference = ([x, y]: Counts) => {
        const found = rateDifference(...pair([x, y]));
        return isRefusal(found) ? found : found.interval;
      };
      const share = coverage(means, difference, means[0] / 10 - means[1] / 40);
      expect(share).toBeGreaterThan(level - 4 * standardError);
    });
  },
);

test("score and posterior intervals hold the truth within Monte-Carlo error from 50 events on", () => {
  const means = [60, 90] as const;
  const truth = (means[0] / means[1]) * 4;
  const posterior = (counts: Counts) => {
    const found = rateRatioPosterior(...pair(counts));
    return isRefusal(found) ? found : found.interval;
  };
  for (const find of [(counts: Counts) => scoreRateRatioInterval(...pair(counts)), posterior]) {
    expect(Math.abs(coverage(means, find, truth) - level)).toBeLessThan(4 * standardError);
  }
});

test("the mid-p rate interval holds means from 2 to 30 in 95% on average, though single ones in less", () => {
  const intervals = Array.from({ length: 90 }, (_, count) => poissonMidPInterval(count));
  const means = Array.from({ length: 281 }, (_, index) => 2 + index / 10);
  const shares = means.map((mean) =>
    intervals.reduce((sum, { low, high }, count) => {
      const isHeld = low <= mean && mean <= high;
      return sum + (isHeld ? Math.exp(poissonLogProbability(count, mean)) : 0);
    }, 0),
  );
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.95, 2);
  expect(Math.min(...shares)).toBeGreaterThan(0.91);
});
