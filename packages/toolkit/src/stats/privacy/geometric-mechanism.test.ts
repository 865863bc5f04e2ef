import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../functions/seeded-random.ts";
import { geometricMechanism, geometricNoise, geometricProbability, otherMechanisms } from "./geometric-mechanism.ts";

const losses = fc.record({
  epsilon: fc.double({ min: 0.05, max: 20, noNaN: true }),
  sensitivity: fc.integer({ min: 1, max: 5 }),
});

/** Probabilities of −reach … reach. */
function table(loss: { epsilon: number; sensitivity: number }) {
  const reach = Math.ceil((45 * loss.sensitivity) / loss.epsilon);
  return Array.from({ length: 2 * reach + 1 }, (_, index) => ({
    noise: index - reach,
    probability: geometricProbability(index - reach, loss),
  }));
}

test("probabilities sum to 1 with the stated spread, and the half width is the smallest that holds 95%", () => {
  fc.assert(
    fc.property(losses, (loss) => {
      const rows = table(loss);
      const sum = (part: typeof rows) => part.reduce((total, { probability }) => total + probability, 0);
      const { standardDeviation, halfWidth } = geometricMechanism(loss);
      const variance = rows.reduce((total, { noise, probability }) => total + noise ** 2 * probability, 0);
      expect(sum(rows)).toBeCloseTo(1, 10);
      expect(standardDeviation / Math.sqrt(variance)).toBeCloseTo(1, 8);
      expect(sum(rows.filter(({ noise }) => Math.abs(noise) <= halfWidth))).toBeGreaterThanOrEqual(0.95 - 1e-9);
      if (halfWidth > 0) expect(sum(rows.filter(({ noise }) => Math.abs(noise) < halfWidth))).toBeLessThan(0.95);
    }),
    { numRuns: 50 },
  );
});

test("one person changes no probability by more than the factor exp(ε)", () => {
  fc.assert(
    fc.property(losses, fc.integer({ min: -25, max: 25 }), (loss, noise) => {
      const ratio = geometricProbability(noise, loss) / geometricProbability(noise + loss.sensitivity, loss);
      expect(Math.abs(Math.log(ratio))).toBeLessThanOrEqual(loss.epsilon * (1 + 1e-9));
    }),
  );
});

test("drawn noise has the mechanism's distribution", () => {
  const random = seededRandom(11);
  const loss = { epsilon: 0.5 };
  const draws = Array.from({ length: 20_000 }, () => geometricNoise([random(), random()], loss));
  for (const noise of [-2, -1, 0, 1, 2]) {
    const expected = geometricProbability(noise, loss);
    const share = draws.filter((drawn) => drawn === noise).length / draws.length;
    // Five standard errors.
    expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / draws.length));
  }
});

// Closed form in R 4.2.2.
test("agrees with R, also for losses so small that a is nearly 1", () => {
  expect(geometricMechanism({ epsilon: 0.1 })).toMatchObject({ halfWidth: 30 });
  expect(geometricMechanism({ epsilon: 10 })).toMatchObject({ halfWidth: 0 });
  expect(geometricMechanism({ epsilon: 1e-9 }).standardDeviation / (Math.SQRT2 * 1e9)).toBeCloseTo(1, 8);
  expect(otherMechanisms({ epsilon: 0.1 }).laplaceHalfWidth).toBeCloseTo(29.9573227355399, 10);
});

test("a loss that is not positive is refused", () => {
  expect(() => geometricMechanism({ epsilon: 0 })).toThrow("invalid epsilon; must be a positive number: 0");
  expect(() => geometricNoise([1, 0], { epsilon: 1 })).toThrow("invalid uniform number; not in [0, 1): 1");
  expect(() => geometricProbability(0.5, { epsilon: 1 })).toThrow("invalid noise; must be a whole number: 0.5");
});
