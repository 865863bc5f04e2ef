import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { conditionalCount } from "./conditional-count.ts";
import { conditionalOddsRatio, exactOddsRatioInterval } from "./conditional-odds-ratio.ts";
import { haldaneOddsRatio, oddsRatio } from "./odds-ratio.ts";
import { oddsRatioAsInR } from "./odds-ratio-as-in-r.ts";
import type { Proportion } from "./two-proportion-test.ts";

const group = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, part]): Proportion => ({ total, count: Math.floor(part * total) }));

// R's help page of fisher.test, criminal twins: 0.04693661, 0.003325764 to 0.363182271.
test("gives the numbers that R prints, where R is asked for", () => {
  const twins = oddsRatioAsInR({ count: 2, total: 17 }, { count: 10, total: 13 });
  if (isRefusal(twins)) throw new Error(twins.reason);
  expect(twins.oddsRatio).toBeCloseTo(0.04693661, 8);
  expect(twins.interval.low).toBeCloseTo(0.003325764, 8);
  expect(twins.interval.high).toBeCloseTo(0.363182271, 8);
});

// R 4.2.2, uniroot(tol = 1e-14) on the same equations; fisher.test itself prints 6268.29 for the last upper limit.
const solved = [
  [36, 40, 16, 80, 34.5047370295, 10.3599410199, 152.9590820889],
  [7, 34, 1, 34, 8.329343717551, 0.973273632882, 396.99400217018],
  [41, 512, 203, 4890, 2.00950809476, 1.3815170357, 2.86484448723],
  [1, 3, 2, 900, 197.78499037198, 2.54399299377, 5719.69194807537],
] as const;

for (const [count, total, other, otherTotal, ratio, low, high] of solved)
  test(`solves the exact equations for ${count}/${total} and ${other}/${otherTotal}`, () => {
    const groups = [
      { count, total },
      { count: other, total: otherTotal },
    ] as const;
    const interval = exactOddsRatioInterval(...groups);
    if (isRefusal(interval)) throw new Error(interval.reason);
    expect(Number(conditionalOddsRatio(...groups)) / ratio).toBeCloseTo(1, 10);
    expect(interval.low / low).toBeCloseTo(1, 10);
    expect(interval.high / high).toBeCloseTo(1, 10);
  });

test("at the exact limits each tail holds half of what the level leaves", () =>
  fc.assert(
    fc.property(group, group, (first, reference) => {
      const margins = { total1: first.total, total0: reference.total, events: first.count + reference.count };
      const interval = exactOddsRatioInterval(first, reference, { level: 0.9 });
      if (isRefusal(interval)) throw new Error(interval.reason);
      const { count } = first;
      if (interval.low > 0)
        expect(conditionalCount(margins, { oddsRatio: interval.low, count }).atLeast).toBeCloseTo(0.05, 9);
      if (Number.isFinite(interval.high))
        expect(conditionalCount(margins, { oddsRatio: interval.high, count }).atMost).toBeCloseTo(0.05, 9);
    }),
    { numRuns: 60 },
  ));

test("without the whole table there is no odds ratio", () => {
  const none = { count: 0, total: 20 };
  expect(oddsRatio(none, { count: 0, total: 25 })).toEqual({ reason: "zero_cell" });
  expect(conditionalOddsRatio(none, { count: 0, total: 25 })).toMatchObject({ reason: "zero_cell" });
  expect(exactOddsRatioInterval(none, { count: 0, total: 25 })).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
  expect(haldaneOddsRatio(none, { count: 0, total: 25 })).toEqual({ reason: "no_events" });
  expect(oddsRatio({ count: 3, total: 25 }, none)).toBe(Number.POSITIVE_INFINITY);
  expect(conditionalOddsRatio(none, { count: 3, total: 25 })).toBe(0);
  expect(oddsRatioAsInR(none, { count: 0, total: 25 })).toMatchObject({ oddsRatio: undefined, interval: { low: 0 } });
});

// By hand: 2.5 · 1.5 over 0.5 · 0.5 = 15; variance 1/2.5 + 1/0.5 + 1/0.5 + 1/1.5 = 5.0666….
test("Haldane's odds ratio adds half a person to each cell", () => {
  const answer = haldaneOddsRatio({ count: 2, total: 2 }, { count: 0, total: 1 });
  if (isRefusal(answer)) throw new Error(answer.reason);
  expect(answer.oddsRatio).toBeCloseTo(15, 10);
  expect(Math.log(answer.interval.high / 15)).toBeCloseTo(1.959963984540054 * Math.sqrt(0.4 + 2 + 2 + 2 / 3), 10);
});
