import { describe, expect, test } from "vitest";
import { randomNormal } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { connectedUnits } from "./connected-units.ts";
import type { OfficerIncident } from "./stereotype-arrangements.ts";
import { stereotypeFit } from "./stereotype-fit.ts";
import { stereotypeLikelihood } from "./stereotype-likelihood.ts";

const scores = [0, 1, 2];
const fitted = (incidents: readonly OfficerIncident[], officers: number, priorDeviation = 1) => {
  const found = stereotypeFit(incidents, { officers, scores, priorDeviation });
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

/** Incidents of three officers whose levels follow the model, each with a danger of its own. */
function simulate(propensities: readonly number[], incidents: number, seed: number): readonly OfficerIncident[] {
  const random = seededRandom(seed);
  return Array.from({ length: incidents }, () => {
    const officers = new Set<number>();
    while (officers.size < 3) officers.add(Math.floor(random() * propensities.length));
    const danger = randomNormal(random);
    const levels = [...officers].map((officer) => {
      const weights = scores.map((score) => Math.exp(score * (danger + (propensities[officer] ?? 0))));
      let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
      const level = weights.findIndex((weight) => {
        left -= weight;
        return left <= 0;
      });
      return Math.max(0, level);
    });
    return { officers: [...officers], levels };
  });
}

describe("stereotypeFit", () => {
  const random = seededRandom(41);
  const truth = Array.from({ length: 30 }, () => randomNormal(random));
  const incidents = simulate(truth, 1500, 42);
  const found = fitted(incidents, 30);

  test("is where the posterior is highest", () => {
    const at = found.officers.map(({ propensity }) => propensity);
    const kernel = (propensities: readonly number[]) =>
      stereotypeLikelihood(incidents, { propensities, scores }).logLikelihood -
      propensities.reduce((sum, value) => sum + value ** 2 / 2, 0);
    expect(found.logPosteriorKernel).toBeCloseTo(kernel(at), 9);
    for (const officer of [0, 7, 29])
      for (const step of [-0.01, 0.01])
        expect(kernel(at.with(officer, (at[officer] ?? 0) + step))).toBeLessThan(found.logPosteriorKernel);
  });

  test("recovers the propensities that were put in, within its deviations", () => {
    const centre = truth.reduce((sum, value) => sum + value, 0) / truth.length;
    const within = found.officers.filter(
      ({ propensity, deviation }, officer) => Math.abs(propensity - ((truth[officer] ?? 0) - centre)) < 2 * deviation,
    );
    expect(within.length).toBeGreaterThanOrEqual(27);
  });

  test("does not depend on the order of incidents or the numbering of officers", () => {
    const renumbered = incidents
      .toReversed()
      .map(({ officers, levels }) => ({ officers: officers.map((officer) => 29 - officer), levels }));
    const again = fitted(renumbered, 30);
    found.officers.forEach(({ propensity, deviation }, officer) => {
      expect(again.officers[29 - officer]?.propensity).toBeCloseTo(propensity, 7);
      expect(again.officers[29 - officer]?.deviation).toBeCloseTo(deviation, 7);
    });
  });

  test("keeps apart those who never met, and leaves the prior where nothing was learned", () => {
    const { officers } = fitted(
      [
        { officers: [0, 1], levels: [2, 0] },
        { officers: [2, 3], levels: [0, 1] },
        { officers: [0, 4], levels: [1, 1] },
      ],
      6,
      2,
    );
    expect(officers.map(({ network }) => network)).toEqual([0, 0, 2, 2, 4, 5]);
    expect(officers[4]).toEqual({ propensity: 0, deviation: 2, network: 4 });
    expect(officers[0]?.propensity).toBeCloseTo(-(officers[1]?.propensity ?? 0), 9);
    expect(officers[3]?.propensity).toBeGreaterThan(0);
    expect(officers[0]?.deviation).toBeLessThan(2);
  });

  test("refuses impossible arguments", () => {
    expect(() => fitted([], 2, 0)).toThrow("invalid priorDeviation");
    expect(() => fitted([{ officers: [0, 5], levels: [0, 1] }], 2)).toThrow("invalid place");
    expect(() => fitted([{ officers: [0, 1], levels: [0, 3] }], 2)).toThrow("invalid level");
    expect(fitted([], 0)).toEqual({ officers: [], logPosteriorKernel: 0 });
  });
});

test("connectedUnits follows chains of meetings", () => {
  expect(
    connectedUnits(6, [
      [1, 2],
      [2, 5],
      [3, 4],
    ]),
  ).toEqual([0, 1, 1, 3, 3, 1]);
  expect(connectedUnits(2, [])).toEqual([0, 1]);
  expect(() => connectedUnits(2, [[0, 2]])).toThrow("invalid place");
});
