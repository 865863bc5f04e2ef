import { expect, test } from "vitest";
import { agreement } from "./agreement.ts";

test("counts and shares of a table worked by hand", () => {
  const cells = [
    ...Array.from({ length: 6 }, () => ({ reading: true, label: true })),
    ...Array.from({ length: 2 }, () => ({ reading: true, label: false })),
    ...Array.from({ length: 4 }, () => ({ reading: false, label: true })),
    ...Array.from({ length: 8 }, () => ({ reading: false, label: false })),
  ];
  const found = agreement(cells);
  expect(found).toMatchObject({
    count: 20,
    bothPresent: 6,
    onlyReading: 2,
    onlyCoders: 4,
    bothAbsent: 8,
    accuracy: 0.7,
    precision: 0.75,
    recall: 0.6,
  });
  expect(found.balancedAccuracy).toBeCloseTo(0.7, 12);
});

test("no share where nothing was there", () => {
  expect(agreement([{ reading: false, label: false }])).toMatchObject({
    accuracy: 1,
    precision: undefined,
    recall: undefined,
    balancedAccuracy: undefined,
  });
});
