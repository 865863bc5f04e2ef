import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { missingnessTest } from "./missingness-test.ts";

// R 4.2.2: chisq.test(rbind(c(10, 40, 12), c(190, 260, 238)), correct = FALSE).
test("agrees with R's chi-square test", () => {
  const result = missingnessTest([
    { missing: 10, total: 200 },
    { missing: 40, total: 300 },
    { missing: 12, total: 250 },
  ]);
  expect(result?.chiSquare).toBeCloseTo(16.932, 3);
  expect(result?.degrees).toBe(2);
  expect(result?.p).toBeCloseTo(0.0002105, 7);
});

test("is undefined when nothing is missing or groups are too small to say", () => {
  expect(
    missingnessTest([
      { missing: 0, total: 10 },
      { missing: 0, total: 20 },
    ]),
  ).toBeUndefined();
  expect(
    missingnessTest([
      { missing: 0, total: 12 },
      { missing: 2, total: 15 },
    ]),
  ).toBeUndefined();
  expect(missingnessTest([{ missing: 5, total: 50 }])).toBeUndefined();
});

test("more missing than records is refused", () => {
  expect(() => missingnessTest([{ missing: 2, total: 1 }])).toThrow("invalid missing; not in [0, 1]: 2");
});

const oracle = new URL("../../../../../shared/methods/oracles/missingness_test.json", import.meta.url);
describe.skipIf(!existsSync(oracle))("the missingness_test oracle (skipped where the shared folder is absent)", () => {
  const cases = existsSync(oracle) ? JSON.parse(readFileSync(oracle, "utf8")).cases : [];
  for (const { id, input, expected } of cases) {
    test(id, () => {
      const result = missingnessTest(
        input.missing.map((missing: number, index: number) => ({ missing, total: input.n[index] })),
      );
      const isSparse = expected.p_fisher !== null;
      if (isSparse) return expect(result).toBeUndefined();
      expect(result?.chiSquare).toBeCloseTo(expected.chisq, 6);
      expect(result?.p).toBeCloseTo(expected.p, 9);
      expect(result?.cramerV).toBeCloseTo(expected.cramer_v_bc, 6);
    });
  }
});
