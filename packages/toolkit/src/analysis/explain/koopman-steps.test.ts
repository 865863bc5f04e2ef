import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../stats/refusal.ts";
import { koopmanInterval } from "../../stats/shares/koopman-interval.ts";
import { koopmanSteps } from "./koopman-steps.ts";
import { evaluate } from "./testing/evaluate.ts";

const proportion = fc
  .integer({ min: 2, max: 2000 })
  .chain((total) => fc.record({ count: fc.integer({ min: 1, max: total - 1 }), total: fc.constant(total) }));

test("put in as the ratio, each end of Koopman's interval has a score of 1.96, by the printed arithmetic", () => {
  fc.assert(
    fc.property(proportion, proportion, (first, reference) => {
      const interval = koopmanInterval(first, reference);
      if (isRefusal(interval)) return;
      const steps = koopmanSteps({
        row: { key: "black" },
        count: first.count,
        exposure: first.total,
        other: { count: reference.count, exposure: reference.total },
        compared: { ratio: { value: 1, interval }, direction: "none" },
      });
      expect(steps.map(({ label }) => label)).toEqual(["fitted-low", "score-low", "fitted-high", "score-high"]);
      for (const { label, expression, value } of steps) {
        expect(evaluate(expression)).toBeCloseTo(value, 7);
        if (label.startsWith("score")) expect(Math.abs(value)).toBeCloseTo(1.959963984540054, 6);
      }
    }),
    { numRuns: 200 },
  );
});

test("an end at 0 or without limit has no score to check", () => {
  const steps = koopmanSteps({
    row: { key: "black" },
    count: 0,
    exposure: 20,
    other: { count: 0, exposure: 20 },
    compared: { ratio: { value: 1, interval: { low: 0, high: Number.POSITIVE_INFINITY } }, direction: "none" },
  });
  expect(steps).toEqual([]);
});
