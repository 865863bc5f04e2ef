import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { expectedGroupCounts, surnameGeographyPosterior } from "./surname-geography-posterior.ts";

const totals = [200_000, 60_000, 30_000, 90_000];
const area = [120, 800, 40, 300].map((inArea, index) => ({ inArea, inAll: totals[index] ?? 0 }));

// Bayes' rule in R 4.2.2.
test("agrees with Bayes' rule by hand", () => {
  const found = surnameGeographyPosterior([0.55, 0.3, 0.05, 0.1], area);
  const expected = [0.0697674418604651, 0.845665961945032, 0.0140944326990839, 0.0704721634954193];
  expect(Array.isArray(found)).toBe(true);
  expected.forEach((probability, index) => {
    expect((found as readonly number[])[index]).toBeCloseTo(probability, 13);
  });
});

const people = fc.array(
  fc.record({
    share: fc.double({ min: 0.001, max: 1, noNaN: true }),
    inArea: fc.nat(1000),
    elsewhere: fc.nat(100_000),
  }),
  { minLength: 1, maxLength: 7 },
);

test("probabilities sum to 1, whatever the scale of the surname shares, and an even surname list gives P(area | group)", () => {
  fc.assert(
    fc.property(people, (groups) => {
      const populations = groups.map(({ inArea, elsewhere }) => ({ inArea, inAll: inArea + elsewhere }));
      const found = surnameGeographyPosterior(
        groups.map(({ share }) => share),
        populations,
      );
      if (isRefusal(found)) {
        expect(populations.every(({ inArea }) => inArea === 0)).toBe(true);
        return;
      }
      expect(found.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 12);
      const halved = surnameGeographyPosterior(
        groups.map(({ share }) => share / 2),
        populations,
      );
      found.forEach((probability, index) => {
        expect((halved as readonly number[])[index]).toBeCloseTo(probability, 12);
      });
    }),
  );
});

test("without a surname it is the area's mix, and a surname list equal to the whole population changes nothing", () => {
  const mix = surnameGeographyPosterior(undefined, area) as readonly number[];
  expect(mix[1]).toBeCloseTo(800 / 1260, 14);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const neutral = surnameGeographyPosterior(
    totals.map((total) => total / all),
    area,
  ) as readonly number[];
  mix.forEach((probability, index) => {
    expect(neutral[index]).toBeCloseTo(probability, 13);
  });
});

test("nobody who fits, and more people in the area than in all, are refused", () => {
  expect(
    surnameGeographyPosterior(
      [1, 0],
      [
        { inArea: 0, inAll: 5 },
        { inArea: 3, inAll: 5 },
      ],
    ),
  ).toMatchObject({
    reason: "no_overlap",
  });
  expect(surnameGeographyPosterior(undefined, [{ inArea: 6, inAll: 5 }])).toMatchObject({
    reason: "count_exceeds_total",
  });
  expect(() => surnameGeographyPosterior([1], area)).toThrow("invalid surnameShares; one for each population: 1, 4");
});

test("expected counts add up the probabilities of all people", () => {
  expect(expectedGroupCounts([])).toEqual([]);
  expect(() => expectedGroupCounts([[1], [0.5, 0.5]])).toThrow(RangeError);
});
