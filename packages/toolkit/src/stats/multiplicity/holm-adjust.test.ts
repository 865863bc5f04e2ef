import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { holmAdjust } from "./holm-adjust.ts";

test("keeps the order of its input and never falls as p rises", () => {
  expect(holmAdjust([0.03, 0.01, 0.02])).toEqual([0.04, 0.03, 0.04]);
  expect(holmAdjust([])).toEqual([]);
});

test("a p value outside 0 to 1 is refused", () => {
  expect(() => holmAdjust([1.2])).toThrow("invalid p value; not in [0, 1]: 1.2");
});

const oracle = new URL("../../../../../shared/methods/oracles/p_adjust.json", import.meta.url);
describe.skipIf(!existsSync(oracle))("the p_adjust oracle (skipped where the shared folder is absent)", () => {
  const cases = existsSync(oracle) ? JSON.parse(readFileSync(oracle, "utf8")).cases : [];
  for (const { id, input, expected } of cases) {
    if (input.p.includes(null)) continue;
    test(id, () => {
      holmAdjust(input.p).forEach((p, index) => {
        expect(p).toBeCloseTo(expected.holm[index], 10);
      });
    });
  }
});
