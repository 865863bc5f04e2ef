import { expect, test } from "vitest";
import { displacementValues } from "./displacement.ts";

const counts = [
  { key: "frisk", before: 100, after: 46 },
  { key: "drive", before: 50, after: 60 },
  { key: "walk", before: 150, after: 180 },
];
const calm = { mix: 1, total: 1 };

test("the target, all others, and both together with an interval of √(sum of all counts)", () => {
  const values = displacementValues(counts, { target: ["frisk"], control: [], dispersion: calm });
  expect(values).toMatchObject({ targetBefore: 100, targetAfter: 46, othersBefore: 200, othersAfter: 240 });
  // (46 − 100) + (240 − 200) = −14; √(100 + 46 + 200 + 240) = 24.21
  expect(values.displacement).toBe(-14);
  expect(values.displacementLow).toBeCloseTo(-14 - 1.96 * 24.2074, 2);
  expect(values.displacementHigh).toBeCloseTo(-14 + 1.96 * 24.2074, 2);
});

test("a dispersion widens the interval by its root", () => {
  const values = displacementValues(counts, { target: ["frisk"], control: [], dispersion: { mix: 1.5, total: 4 } });
  expect(values.displacementHigh).toBeCloseTo(-14 + 2 * 1.96 * 24.2074, 2);
});

test("unaffected values are subtracted only where they are on the target's scale", () => {
  const near = displacementValues(counts, { target: ["frisk"], control: ["drive"], dispersion: calm });
  // (46 − 100) − (60 − 50) + (180 − 150) = −34
  expect(near).toMatchObject({ displacement: -34, othersBefore: 200, controlBefore: 50, controlAfter: 60 });
  const far = displacementValues([...counts, { key: "rare", before: 4, after: 9 }], {
    target: ["frisk"],
    control: ["rare"],
    dispersion: calm,
  });
  expect(far).toMatchObject({ displacement: -9 });
  expect(far).not.toHaveProperty("controlBefore");
});

test("without a target in the table, or without anything else, there is no displacement", () => {
  expect(displacementValues(counts, { target: ["other"], control: [], dispersion: calm })).toEqual({});
  expect(displacementValues(counts.slice(0, 1), { target: ["frisk"], control: [], dispersion: calm })).toEqual({});
});
