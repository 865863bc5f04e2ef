import { expect, test } from "vitest";
import { coefficientEstimate } from "./coefficient-estimate.ts";

const fit = { columns: ["one", "g", "twice"], coefficients: [0.2, 0.5, null], standardErrors: [0.1, 0.25, null] };

// R: qnorm(.975), qt(.95, 9), 2 * pt(-2, 9).
test("uses the normal, or Student's t where degrees are given", () => {
  expect(coefficientEstimate(fit, "g")).toMatchObject({
    interval: { low: expect.closeTo(0.5 - 1.959963985 * 0.25, 8), high: expect.closeTo(0.5 + 1.959963985 * 0.25, 8) },
    p: expect.closeTo(0.0455002639, 9),
  });
  expect(coefficientEstimate(fit, "g", { degrees: 9, level: 0.9 })).toMatchObject({
    interval: { low: expect.closeTo(0.5 - 1.833112933 * 0.25, 8), high: expect.closeTo(0.5 + 1.833112933 * 0.25, 8) },
    p: expect.closeTo(0.0765528238, 9),
  });
});

test("takes other errors, and refuses aliased columns and single clusters", () => {
  expect(coefficientEstimate(fit, "g", { errors: { standardErrors: [1, 2, null] } })).toMatchObject({
    standardError: 2,
  });
  expect(coefficientEstimate(fit, "twice")).toEqual({ reason: "aliased", detail: "twice" });
  expect(coefficientEstimate(fit, "g", { degrees: 0 })).toEqual({ reason: "too_few_clusters", detail: "1" });
  expect(() => coefficientEstimate(fit, "nothing")).toThrow("invalid column; not in the fit: nothing");
});
