import { expect, it } from "vitest";
import { rateUnit } from "./rate-unit.ts";

it("tells rates as numbers of at least 1", () => {
  expect(rateUnit([0.0031, 0.0094])).toBe(1000);
  expect(rateUnit([0.02, 0])).toBe(100);
  expect(rateUnit([1.178e-5, 3.13e-6])).toBe(1_000_000);
  expect(rateUnit([0])).toBe(100);
});
