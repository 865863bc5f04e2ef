import fc from "fast-check";
import { expect, test } from "vitest";
import { randomBinomial, randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { katzInterval } from "../shares/katz-interval.ts";
import { twoByTwoChiSquare } from "../shares/two-by-two-chi-square.ts";
import { cochranMantelHaenszelTest } from "./cochran-mantel-haenszel-test.ts";
import { mantelHaenszelOddsRatio } from "./mantel-haenszel-odds-ratio.ts";
import { mantelHaenszelRateRatio } from "./mantel-haenszel-rate-ratio.ts";
import { mantelHaenszelRiskDifference } from "./mantel-haenszel-risk-difference.ts";
import { mantelHaenszelRiskRatio } from "./mantel-haenszel-risk-ratio.ts";
import type { RiskStratum } from "./stratum.ts";

const answered = <Answer>(answer: Answer): Exclude<Answer, { readonly reason: unknown }> => {
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer as Exclude<Answer, { readonly reason: unknown }>;
};

// Doll & Hill's British doctors, deaths by smoking and age; Stata's manual, [R] epitab, `ir … , by(agecat)`: crude
// 1.719823, combined 1.424682 (1.154703 to 1.757784), homogeneity chi2(4) = 10.41, p = 0.0340.
test("the rate ratio agrees with the British doctors", () => {
  const table = [
    [32, 52407, 2, 18790],
    [104, 43248, 12, 10673],
    [206, 28612, 28, 5710],
    [186, 12663, 28, 2585],
    [102, 5317, 31, 1462],
  ] as const;
  const strata = table.map(([count1, exposure1, count0, exposure0]) => ({ count1, exposure1, count0, exposure0 }));
  const answer = answered(mantelHaenszelRateRatio(strata));
  expect(answer.ratio.toFixed(6)).toBe("1.424682");
  expect(answer.interval.low.toFixed(6)).toBe("1.154703");
  expect(answer.interval.high.toFixed(6)).toBe("1.757784");
  expect(answer.crudeRatio.toFixed(6)).toBe("1.719823");
  expect(answer.heterogeneity.q.toFixed(2)).toBe("10.41");
  expect(answer.heterogeneity.degrees).toBe(4);
  expect(answer.heterogeneity.p?.toFixed(4)).toBe("0.0340");
  expect(answer.stratumRatios.map((ratio) => ratio?.toFixed(2))).toEqual(["5.74", "2.14", "1.47", "1.36", "0.90"]);
});

// University Group Diabetes Program, deaths under tolbutamide and placebo by age; Rothman, Greenland & Lash (2008),
// Modern Epidemiology, 3rd ed., chapter 15: risk ratio 1.33, risk difference 0.035 (0.0349), odds ratio 1.40.
test("the risk ratio, difference and odds ratio agree with the diabetes trial", () => {
  const strata = [
    { count1: 8, total1: 106, count0: 5, total0: 120 },
    { count1: 22, total1: 98, count0: 16, total0: 85 },
  ];
  expect(answered(mantelHaenszelRiskRatio(strata)).ratio.toFixed(2)).toBe("1.33");
  expect(answered(mantelHaenszelRiskDifference(strata)).difference.toFixed(3)).toBe("0.035");
  expect(answered(mantelHaenszelOddsRatio(strata)).oddsRatio.toFixed(2)).toBe("1.40");
});

// Berkeley admissions, women and men by department (Bickel, Hammel & O'Connell 1975, Science 187, 398–404), in R 4.2.2
// mantelhaen.test(UCBAdmissions, correct = FALSE): 1.5246067, p 0.2169237, 0.9046968 (0.7719074 to 1.0603298).
test("the odds ratio and the test agree with R on the Berkeley admissions", () => {
  const table = [
    [512, 825, 89, 108],
    [353, 560, 17, 25],
    [120, 325, 202, 593],
    [138, 417, 131, 375],
    [53, 191, 94, 393],
    [22, 373, 24, 341],
  ] as const;
  const strata = table.map(([count1, total1, count0, total0]) => ({ count1, total1, count0, total0 }));
  const odds = answered(mantelHaenszelOddsRatio(strata));
  expect(odds.oddsRatio).toBeCloseTo(0.9046968283, 9);
  expect(odds.interval.low).toBeCloseTo(0.7719073618, 9);
  expect(odds.interval.high).toBeCloseTo(1.0603297644, 9);
  const chi = answered(cochranMantelHaenszelTest(strata));
  expect(chi.chiSquare).toBeCloseTo(1.5246067, 6);
  expect(chi.p).toBeCloseTo(0.2169237, 6);
});

const stratum = fc.tuple(fc.integer({ min: 2, max: 2000 }), fc.integer({ min: 2, max: 2000 }), fc.nat(), fc.nat()).map(
  ([total1, total0, a, b]): RiskStratum => ({
    count1: 1 + (a % (total1 - 1)),
    total1,
    count0: 1 + (b % (total0 - 1)),
    total0,
  }),
);

test("one stratum is the crude comparison", () =>
  fc.assert(
    fc.property(stratum, (only) => {
      const first = { count: only.count1, total: only.total1 };
      const reference = { count: only.count0, total: only.total0 };
      const risk = answered(mantelHaenszelRiskRatio([only]));
      const katz = answered(katzInterval(first, reference));
      expect(risk.ratio / risk.crudeRatio).toBeCloseTo(1, 10);
      expect(risk.interval.low / katz.low).toBeCloseTo(1, 9);
      expect(risk.heterogeneity).toMatchObject({ degrees: 0, p: undefined });
      const chi = answered(cochranMantelHaenszelTest([only]));
      const corrected = answered(twoByTwoChiSquare(first, reference, { correction: "n-minus-1" }));
      expect(chi.chiSquare).toBeCloseTo(corrected.chiSquare, 6);
      const gap = answered(mantelHaenszelRiskDifference([only]));
      expect(gap.difference).toBeCloseTo(only.count1 / only.total1 - only.count0 / only.total0, 10);
    }),
  ));

test("the order of strata and empty strata change nothing", () =>
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 2, maxLength: 8 }), (strata) => {
      const there = answered(mantelHaenszelRiskRatio(strata));
      const back = answered(mantelHaenszelRiskRatio([...strata].reverse()));
      const padded = answered(mantelHaenszelRiskRatio([...strata, { count1: 0, total1: 0, count0: 3, total0: 9 }]));
      expect(back.ratio / there.ratio).toBeCloseTo(1, 10);
      expect(back.heterogeneity.q).toBeCloseTo(there.heterogeneity.q, 5);
      expect(padded.interval.low / there.interval.low).toBeCloseTo(1, 10);
    }),
  ));

test("turning the groups round turns both ratios and swaps their limits", () =>
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
      const swapped = strata.map(({ count1, total1, count0, total0 }) => ({
        count1: count0,
        total1: total0,
        count0: count1,
        total0: total1,
      }));
      const rates = (list: readonly RiskStratum[]) =>
        list.map(({ count1, total1, count0, total0 }) => ({ count1, exposure1: total1, count0, exposure0: total0 }));
      for (const [there, back] of [
        [mantelHaenszelRiskRatio(strata), mantelHaenszelRiskRatio(swapped)],
        [mantelHaenszelRateRatio(rates(strata)), mantelHaenszelRateRatio(rates(swapped))],
      ] as const)
        expect(answered(there).interval.low * answered(back).interval.high).toBeCloseTo(1, 9);
    }),
  ));

test("says why there is no pooled ratio", () => {
  const noReference = [{ count1: 3, exposure1: 50, count0: 0, exposure0: 70 }];
  expect(mantelHaenszelRateRatio(noReference)).toEqual({ reason: "no_reference_events" });
  expect(mantelHaenszelRateRatio([{ count1: 0, exposure1: 50, count0: 2, exposure0: 70 }])).toEqual({
    reason: "no_events",
  });
  expect(mantelHaenszelRateRatio([{ count1: 1, exposure1: 50, count0: 0, exposure0: 0 }])).toEqual({
    reason: "no_overlap",
  });
  expect(mantelHaenszelRateRatio([{ count1: 1, exposure1: 0, count0: 1, exposure0: 9 }])).toMatchObject({
    reason: "no_exposure",
  });
  expect(mantelHaenszelRiskRatio([{ count1: 3, total1: 2, count0: 0, total0: 1 }])).toMatchObject({
    reason: "count_exceeds_total",
  });
  expect(mantelHaenszelRiskRatio([])).toEqual({ reason: "no_overlap" });
  expect(cochranMantelHaenszelTest([{ count1: 0, total1: 2, count0: 0, total0: 2 }])).toMatchObject({
    reason: "no_events",
  });
  expect(mantelHaenszelOddsRatio([{ count1: 0, total1: 2, count0: 1, total0: 2 }])).toEqual({ reason: "zero_cell" });
  expect(() => mantelHaenszelRateRatio([{ count1: Number.NaN, exposure1: 5, count0: 1, exposure0: 9 }])).toThrow(
    "invalid count1; must be a finite number: NaN",
  );
});

test("over 2,000 seeded draws the intervals cover 95% within Monte-Carlo error, with strata of very different risk", () => {
  const random = seededRandom(19);
  const draws = 2000;
  const covered = { risk: 0, rate: 0, difference: 0 };
  const risks = [0.05, 0.15, 0.4];
  for (let draw = 0; draw < draws; draw++) {
    const risk = risks.map((chance, index) => ({
      count1: randomBinomial({ trials: 150, chance: chance * 1.5 }, random),
      total1: 150,
      count0: randomBinomial({ trials: 200 + 50 * index, chance }, random),
      total0: 200 + 50 * index,
    }));
    const shifted = risk.map((each, index) => ({
      ...each,
      count1: randomBinomial({ trials: 150, chance: (risks[index] ?? 0) + 0.1 }, random),
    }));
    const rate = risks.map((each) => ({
      count1: randomPoisson(each * 300, random),
      exposure1: 150,
      count0: randomPoisson(each * 400, random),
      exposure0: 400,
    }));
    const holds = ({ interval }: { interval: { low: number; high: number } }, truth: number): number =>
      interval.low <= truth && truth <= interval.high ? 1 : 0;
    covered.risk += holds(answered(mantelHaenszelRiskRatio(risk)), 1.5);
    covered.rate += holds(answered(mantelHaenszelRateRatio(rate)), 2);
    covered.difference += holds(answered(mantelHaenszelRiskDifference(shifted)), 0.1);
  }
  const error = 3 * Math.sqrt((0.95 * 0.05) / draws);
  for (const count of Object.values(covered)) expect(Math.abs(count / draws - 0.95)).toBeLessThan(error);
});
