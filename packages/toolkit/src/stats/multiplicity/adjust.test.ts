import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../functions/seeded-random.ts";
import { adjustInOrder } from "./adjust-in-order.ts";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { benjaminiYekutieli } from "./benjamini-yekutieli.ts";
import { bonferroni } from "./bonferroni.ts";
import { hochberg } from "./hochberg.ts";
import { holmAdjust } from "./holm-adjust.ts";
import { hommel } from "./hommel.ts";

const methods = { bonferroni, holmAdjust, hochberg, hommel, benjaminiHochberg, benjaminiYekutieli };
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

// Benjamini & Hochberg (1995), section 3: fifteen comparisons of a trial of thrombolysis.
const trial = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
test("of Benjamini and Hochberg's fifteen tests Bonferroni finds three, their own method four", () => {
  expect(bonferroni(trial).filter((p) => p <= 0.05)).toHaveLength(3);
  expect(benjaminiHochberg(trial).filter((p) => p <= 0.05)).toHaveLength(4);
  expect(hochberg(trial).filter((p) => p <= 0.05)).toHaveLength(3);
});

// R 4.2.2: p.adjust(c(0.01, 0.02, 0.022, 0.09, 0.15), "hommel").
test("hommel agrees with R", () => {
  const expected = [0.04, 0.06, 0.066, 0.15, 0.15];
  hommel([0.01, 0.02, 0.022, 0.09, 0.15]).forEach((p, index) => {
    expect(p).toBeCloseTo(expected[index] ?? Number.NaN, 12);
  });
});

test.each(Object.entries(methods))(
  "%s keeps order, stays in [p, 1] and does not mind the order of its input",
  (_, adjust) => {
    fc.assert(
      fc.property(pValues, (given) => {
        const adjusted = adjust(given);
        expect(adjust(given.toReversed())).toEqual(adjusted.toReversed());
        adjusted.forEach((p, index) => {
          expect(p).toBeGreaterThanOrEqual(given[index] ?? Number.NaN);
          expect(p).toBeLessThanOrEqual(1);
          given.forEach((other, place) => {
            if (other < (given[index] ?? 0)) expect(adjusted[place] ?? 2).toBeLessThanOrEqual(p);
          });
        });
      }),
    );
  },
);

test.each(Object.entries(methods))("%s leaves nulls in place and does not count them", (_, adjust) => {
  expect(adjust([0.01, null, 0.04, 0.2])).toEqual([
    adjust([0.01, 0.04, 0.2])[0],
    null,
    ...adjust([0.01, 0.04, 0.2]).slice(1),
  ]);
  expect(adjust([])).toEqual([]);
  expect(adjust([null])).toEqual([null]);
});

test("methods that promise less find at least as much", () => {
  fc.assert(
    fc.property(pValues, (given) => {
      const [simple, holm, up, closed, rate] = [bonferroni, holmAdjust, hochberg, hommel, benjaminiHochberg].map(
        (adjust) => adjust(given),
      );
      given.forEach((_, index) => {
        const at = (list: readonly number[] | undefined) => list?.[index] ?? Number.NaN;
        expect(at(simple)).toBeGreaterThanOrEqual(at(holm));
        expect(at(holm)).toBeGreaterThanOrEqual(at(up));
        expect(at(up) * (1 + 1e-12)).toBeGreaterThanOrEqual(at(closed));
        expect(at(closed) * (1 + 1e-12)).toBeGreaterThanOrEqual(at(rate));
      });
    }),
  );
});

test("false alarms among ten true nulls stay at the level", () => {
  const random = seededRandom(3);
  const alarms = Object.fromEntries(Object.keys(methods).map((name) => [name, 0]));
  for (let draw = 0; draw < 4000; draw++) {
    const given = Array.from({ length: 10 }, random);
    for (const [name, adjust] of Object.entries(methods)) {
      if (adjust(given).some((p) => p <= 0.05)) alarms[name] = (alarms[name] ?? 0) + 1;
    }
  }
  for (const count of Object.values(alarms)) expect(count / 4000).toBeLessThan(0.05 + 3 * 0.00345);
  expect((alarms.holmAdjust ?? 0) / 4000).toBeGreaterThan(0.035);
});

test("a p value outside 0 to 1 is refused", () => {
  for (const adjust of Object.values(methods)) {
    expect(() => adjust([0.1, 1.2])).toThrow("invalid p value; not in [0, 1]: 1.2");
  }
  expect(() => adjustInOrder([Number.NaN], (ascending) => ascending)).toThrow(RangeError);
});
