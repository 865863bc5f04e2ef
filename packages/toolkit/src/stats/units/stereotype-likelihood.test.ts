import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stereotypeArrangements } from "./stereotype-arrangements.ts";
import { stereotypeLikelihood } from "./stereotype-likelihood.ts";
import { stereotypeMoments } from "./stereotype-moments.ts";

const scores = [0, 1, 1.5, 2];

/** Every distinct order of a list. */
function arrangements(levels: readonly number[]): readonly (readonly number[])[] {
  if (levels.length === 0) return [[]];
  return [...new Set(levels)].flatMap((first) => {
    const place = levels.indexOf(first);
    return arrangements(levels.toSpliced(place, 1)).map((rest) => [first, ...rest]);
  });
}

function weigh(propensities: readonly number[], order: readonly number[]): number {
  return Math.exp(order.reduce((sum, level, place) => sum + (scores[level] ?? 0) * (propensities[place] ?? 0), 0));
}

const incident = fc.integer({ min: 1, max: 6 }).chain((officers) =>
  fc.record({
    propensities: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: officers, maxLength: officers }),
    levels: fc.array(fc.nat(3), { minLength: officers, maxLength: officers }),
  }),
);
const scored = (levels: readonly number[]) => levels.map((level) => scores[level] ?? 0);

describe("stereotypeLikelihood", () => {
  test("its denominator is the sum over every distinct way to hand out the levels", () => {
    fc.assert(
      fc.property(incident, ({ propensities, levels }) => {
        const officers = levels.map((_, place) => place);
        const found = stereotypeLikelihood([{ officers, levels }], { propensities, scores });
        const sum = arrangements(levels).reduce((total, order) => total + weigh(propensities, order), 0);
        expect(found.logDenominators[0]).toBeCloseTo(Math.log(sum), 10);
        expect(found.logLikelihood).toBeCloseTo(Math.log(weigh(propensities, levels) / sum), 9);
      }),
    );
  });

  test("does not change when all present are shifted alike, or listed in another order", () => {
    fc.assert(
      fc.property(incident, fc.double({ min: -5, max: 5, noNaN: true }), ({ propensities, levels }, shift) => {
        const officers = levels.map((_, place) => place);
        const found = stereotypeLikelihood([{ officers, levels }], { propensities, scores }).logLikelihood;
        const shifted = propensities.map((value) => value + shift);
        const reversed = { officers: officers.toReversed(), levels: levels.toReversed() };
        expect(
          stereotypeLikelihood([{ officers, levels }], { propensities: shifted, scores }).logLikelihood,
        ).toBeCloseTo(found, 9);
        expect(stereotypeLikelihood([reversed], { propensities, scores }).logLikelihood).toBeCloseTo(found, 9);
      }),
    );
  });

  test("stays finite at extreme propensities", () => {
    const model = { propensities: [300, -300, 5], scores };
    const found = stereotypeLikelihood([{ officers: [0, 1, 2], levels: [1, 3, 0] }], model);
    expect(found.logLikelihood).toBeCloseTo(-905, 9);
  });

  test("twenty officers at an incident take a moment, two hundred at four levels are refused", () => {
    const levels = Array.from({ length: 20 }, (_, place) => place % 4);
    const [sum] = stereotypeLikelihood([{ officers: levels.map((_, place) => place), levels }], {
      propensities: levels.map(() => 0),
      scores,
    }).logDenominators;
    // 20!/(5!)⁴ ways.
    expect(sum).toBeCloseTo(Math.log(11_732_745_024), 8);
    const crowd = Array.from({ length: 200 }, (_, place) => place % 4);
    expect(() => stereotypeArrangements(crowd, crowd)).toThrow("must not exceed 4000000 states");
  });

  test("refuses an officer twice, an unknown officer and a level without score", () => {
    const model = { propensities: [0, 0], scores };
    expect(() => stereotypeLikelihood([{ officers: [0, 0], levels: [1, 2] }], model)).toThrow("invalid officers");
    expect(() => stereotypeLikelihood([{ officers: [0, 2], levels: [1, 2] }], model)).toThrow("invalid officer;");
    expect(() => stereotypeLikelihood([{ officers: [0, 1], levels: [1, 4] }], model)).toThrow("invalid level;");
    expect(() => stereotypeLikelihood([{ officers: [0, 1], levels: [1] }], model)).toThrow("invalid levels;");
  });
});

test("stereotypeMoments are those of the enumerated arrangements", () => {
  fc.assert(
    fc.property(incident, ({ propensities, levels }) => {
      const { means, covariances } = stereotypeMoments(propensities, scored(levels));
      const orders = arrangements(levels).map((order) => ({
        order: scored(order),
        weight: weigh(propensities, order),
      }));
      const total = orders.reduce((sum, { weight }) => sum + weight, 0);
      const mean = (of: (order: readonly number[]) => number) =>
        orders.reduce((sum, { order, weight }) => sum + of(order) * weight, 0) / total;
      for (const one of levels.keys()) {
        expect(means[one]).toBeCloseTo(
          mean((order) => order[one] ?? 0),
          9,
        );
        for (const other of levels.keys()) {
          const product = mean((order) => (order[one] ?? 0) * (order[other] ?? 0));
          expect(covariances[one]?.[other]).toBeCloseTo(product - (means[one] ?? 0) * (means[other] ?? 0), 8);
        }
      }
    }),
  );
});
