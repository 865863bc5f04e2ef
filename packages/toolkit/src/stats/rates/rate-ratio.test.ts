import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { exactRateRatioInterval, exactRateRatioPValue } from "./exact-rate-ratio.ts";
import { midPRateRatioInterval, midPRateRatioPValue } from "./mid-p-rate-ratio.ts";
import { rateRatio, rateRatioEstimate } from "./rate-ratio.ts";
import { rateRatioPosterior } from "./rate-ratio-posterior.ts";
import { scoreRateRatioInterval, scoreRateRatioPValue } from "./score-rate-ratio.ts";
import { waldRateRatioInterval } from "./wald-rate-ratio.ts";

/** The answer of a calculation that must not be refused. */
function answered<Answer>(answer: Answer): Exclude<Answer, { reason: unknown }> {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.reason}`);
  return answer as Exclude<Answer, { reason: unknown }>;
}

const intervals = [exactRateRatioInterval, midPRateRatioInterval, scoreRateRatioInterval, waldRateRatioInterval];
const pValues = [exactRateRatioPValue, midPRateRatioPValue, scoreRateRatioPValue];
const events = fc.record({ count: fc.integer({ min: 1, max: 400 }), exposure: fc.integer({ min: 1, max: 1e7 }) });

// Rothman (2002), Epidemiology: An Introduction, chapter 7: breast cancer after fluoroscopy for tuberculosis.
test("Rothman's rate ratio of 41 in 28,010 and 15 in 19,017 woman-years is 1.86 (1.03–3.35)", () => {
  const [exposed, unexposed] = [
    { count: 41, exposure: 28010 },
    { count: 15, exposure: 19017 },
  ] as const;
  const wald = answered(waldRateRatioInterval(exposed, unexposed));
  expect(answered(rateRatioEstimate(exposed, unexposed)).toFixed(2)).toBe("1.86");
  expect([wald.low.toFixed(2), wald.high.toFixed(2)]).toEqual(["1.03", "3.35"]);
});

// R 4.2.2, help page of poisson.test: coal miners' causes of death.
test("the exact interval is that of R's poisson.test", () => {
  const interval = answered(exactRateRatioInterval({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 }));
  expect(interval.low).toBeCloseTo(0.8584264, 6);
  expect(interval.high).toBeCloseTo(4.277266, 5);
});

// Mapping Police Violence, California 2013–2020: 11.7809 and 3.1301 per million a year, ratio 3.7637.
test("California's ratio is 3.7637, by the score interval because both counts are above 50", () => {
  const found = answered(rateRatio({ count: 204, exposure: 2_164_519 * 8 }, { count: 368, exposure: 14_695_836 * 8 }));
  expect(found.ratio).toBeCloseTo(3.7637, 4);
  expect(found.method).toBe("score");
});

test("comparing the other way round turns ratio and limits over, by every method", () => {
  fc.assert(
    fc.property(events, events, (group, reference) => {
      for (const find of intervals) {
        const [one, other] = [answered(find(group, reference)), answered(find(reference, group))];
        expect(Math.abs(one.low * other.high - 1)).toBeLessThan(1e-8);
        expect(Math.abs(one.high * other.low - 1)).toBeLessThan(1e-8);
      }
      for (const find of pValues) {
        expect(Math.abs(answered(find(group, reference)) - answered(find(reference, group)))).toBeLessThan(1e-9);
      }
    }),
    { numRuns: 40 },
  );
});

test("the exact interval contains the mid-p interval, which contains the ratio", () => {
  fc.assert(
    fc.property(events, events, fc.constantFrom(0.8, 0.95, 0.999), (group, reference, level) => {
      const exact = answered(exactRateRatioInterval(group, reference, { level }));
      const mid = answered(midPRateRatioInterval(group, reference, { level }));
      const ratio = answered(rateRatioEstimate(group, reference));
      expect(exact.low < mid.low && mid.low < ratio && ratio < mid.high && mid.high < exact.high).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("an interval excludes 1 exactly when its p value is below α", () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 1, max: 400 }), (group, count) => {
      const reference = { count, exposure: group.exposure };
      const pairs = [0, 1, 2].map((index) => ({ find: intervals[index], test: pValues[index] }));
      for (const { find, test } of pairs) {
        if (find === undefined || test === undefined) continue;
        const { low, high } = answered(find(group, reference));
        const p = answered(test(group, reference));
        if (Math.abs(p - 0.05) > 1e-9) expect(low > 1 || high < 1).toBe(p < 0.05);
      }
    }),
    { numRuns: 60 },
  );
});

test("score limits lie where the score statistic is z", () => {
  const [group, reference] = [
    { count: 60, exposure: 700 },
    { count: 90, exposure: 2000 },
  ] as const;
  const { low, high } = answered(scoreRateRatioInterval(group, reference));
  for (const ratio of [low, high]) {
    const p = (ratio * group.exposure) / (ratio * group.exposure + reference.exposure);
    expect(Math.abs((60 - 150 * p) / Math.sqrt(150 * p * (1 - p)))).toBeCloseTo(1.959963984540054, 10);
  }
});

test("scaling both exposures changes nothing", () => {
  const one = rateRatio({ count: 9, exposure: 100 }, { count: 14, exposure: 300 });
  expect(rateRatio({ count: 9, exposure: 100 * 1024 }, { count: 14, exposure: 300 * 1024 })).toEqual(one);
});

test("the method is mid-p if either count is below 50", () => {
  const at = (count: number) => ({ count, exposure: 10 });
  expect(rateRatio(at(49), at(500))).toMatchObject({ method: "mid-p" });
  expect(rateRatio(at(500), at(49))).toMatchObject({ method: "mid-p" });
  expect(rateRatio(at(50), at(50))).toMatchObject({ method: "score", ratio: 1, p: 1 });
});

test("counts of 0 leave one side open, or everything", () => {
  const none = { count: 0, exposure: 500 };
  const some = { count: 6, exposure: 800 };
  expect(rateRatio(none, some)).toMatchObject({ ratio: 0, interval: { low: 0 } });
  expect(rateRatio(some, none)).toMatchObject({
    ratio: Number.POSITIVE_INFINITY,
    interval: { high: Number.POSITIVE_INFINITY },
  });
  expect(rateRatio(none, none)).toEqual({ reason: "no_events" });
  expect(exactRateRatioInterval(none, none)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
  expect(exactRateRatioPValue(none, none)).toBe(1);
  expect(scoreRateRatioPValue(none, none)).toEqual({ reason: "no_events" });
  expect(waldRateRatioInterval(none, some)).toEqual({ reason: "zero_cell" });
});

test("what cannot be compared is refused", () => {
  const good = { count: 1, exposure: 1 };
  const bad = { count: 1, exposure: 0 };
  const answers = [rateRatio(good, bad), rateRatioEstimate(bad, good), rateRatioPosterior(good, bad)];
  for (const answer of [...answers, ...intervals.map((find) => find(good, bad)), ...pValues.map((p) => p(good, bad))]) {
    expect(answer).toEqual({ reason: "no_exposure" });
  }
  expect(rateRatio({ count: -1, exposure: 1 }, good)).toEqual({ reason: "negative_input" });
  expect(() => rateRatio({ count: 1.2, exposure: 1 }, good)).toThrow("invalid count; must be a whole number: 1.2");
  expect(() => rateRatio(good, good, { level: 1 })).toThrow("invalid level; not in (0, 1): 1");
});

test("the posterior turns over too, and for large counts agrees with the score interval", () => {
  const [group, reference] = [
    { count: 30, exposure: 80 },
    { count: 12, exposure: 70 },
  ] as const;
  const [one, other] = [answered(rateRatioPosterior(group, reference)), answered(rateRatioPosterior(reference, group))];
  expect(one.median * other.median).toBeCloseTo(1, 10);
  expect(one.interval.low * other.interval.high).toBeCloseTo(1, 10);
  expect(one.probabilityAboveOne + other.probabilityAboveOne).toBeCloseTo(1, 10);
  const large = [
    { count: 1e6, exposure: 1e8 },
    { count: 2e6, exposure: 3e8 },
  ] as const;
  const score = answered(scoreRateRatioInterval(...large));
  expect(answered(rateRatioPosterior(...large)).interval.low).toBeCloseTo(score.low, 6);
});
