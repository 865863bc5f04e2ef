import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { probabilisticIndex } from "./probabilistic-index.ts";

const levels = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
  minLength: 2,
  maxLength: 6,
});

// R 4.2.2: wilcox.test for z and p; var() of the row and column means of all pairs for the interval.
test("agrees with R", () => {
  const answer = probabilisticIndex([60, 25, 5], [40, 30, 12]);
  if (isRefusal(answer) || answer.interval === undefined) throw new Error("refused");
  expect(answer.index).toBeCloseTo(0.400406504065, 11);
  expect(answer.z).toBeCloseTo(-2.56818558692, 10);
  expect(answer.p).toBeCloseTo(0.010223240664, 11);
  expect(answer.interval.low).toBeCloseTo(0.328481616619, 10);
  expect(answer.interval.high).toBeCloseTo(0.476895780845, 10);
});

test("is the share of all pairs, and turns round with the groups and with the levels", () =>
  fc.assert(
    fc.property(levels, (pairs) => {
      const first = [...pairs.map(([count]) => count), 1];
      const reference = [1, ...pairs.map(([, count]) => count)];
      const answer = probabilisticIndex(first, reference);
      const back = probabilisticIndex(reference, first);
      const reversed = probabilisticIndex([...first].reverse(), [...reference].reverse());
      if (isRefusal(answer) || isRefusal(back) || isRefusal(reversed)) throw new Error("refused");
      let wins = 0;
      for (const [level, count] of first.entries())
        for (const [other, otherCount] of reference.entries())
          wins += count * otherCount * (level > other ? 1 : level === other ? 0.5 : 0);
      expect(answer.pairs).toBeCloseTo(wins, 6);
      expect(back.index).toBeCloseTo(1 - answer.index, 12);
      expect(reversed.index).toBeCloseTo(1 - answer.index, 12);
      expect(back.z ?? 0).toBeCloseTo(-(answer.z ?? 0), 9);
      if (answer.interval !== undefined) {
        expect(answer.interval.low).toBeLessThanOrEqual(answer.index);
        expect(answer.interval.high).toBeGreaterThanOrEqual(answer.index);
      }
    }),
  ));

test("says nothing where nothing can be said", () => {
  expect(probabilisticIndex([0, 0], [1, 2])).toEqual({ reason: "no_events" });
  expect(probabilisticIndex([4, 0], [5, 0])).toMatchObject({
    index: 0.5,
    z: undefined,
    p: undefined,
    interval: undefined,
  });
  expect(() => probabilisticIndex([1], [1, 2])).toThrow("must have 1 levels: 2");
});

test("over 2,000 seeded draws the interval covers 95% within Monte-Carlo error", () => {
  const random = seededRandom(3);
  const draw = (size: number, shares: readonly [number, number]): readonly number[] => {
    const counts = [0, 0, 0];
    for (let person = 0; person < size; person++) {
      const place = random();
      const level = place < shares[0] ? 0 : place < shares[1] ? 1 : 2;
      counts[level] = (counts[level] ?? 0) + 1;
    }
    return counts;
  };
  // P(Y₁ > Y₀) + ½P(Y₁ = Y₀) for levels (0.4, 0.4, 0.2) against (0.6, 0.3, 0.1).
  const truth = 0.4 * 0.6 + 0.2 * 0.9 + (0.4 * 0.6 + 0.4 * 0.3 + 0.2 * 0.1) / 2;
  let covered = 0;
  const draws = 2000;
  for (let count = 0; count < draws; count++) {
    const answer = probabilisticIndex(draw(120, [0.4, 0.8]), draw(160, [0.6, 0.9]));
    if (isRefusal(answer) || answer.interval === undefined) throw new Error("refused");
    if (answer.interval.low <= truth && truth <= answer.interval.high) covered += 1;
  }
  expect(Math.abs(covered / draws - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / draws));
});
