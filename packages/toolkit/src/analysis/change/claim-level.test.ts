import { expect, test } from "vitest";
import { claimLevel } from "./claim-level.ts";

test("each step needs the one below", () => {
  expect(claimLevel({ direction: "cannot-tell", isRecordingSteady: true, isDateSpecial: true })).toBe(1);
  expect(claimLevel({ direction: "about-the-same", isRecordingSteady: true })).toBe(1);
  expect(claimLevel({ direction: "lower", isRecordingSteady: false, isDateSpecial: true })).toBe(2);
  expect(claimLevel({ direction: "lower", isRecordingSteady: true })).toBe(3);
  expect(
    claimLevel({ direction: "lower", isRecordingSteady: true, isDateSpecial: false, standsOutAmongAgencies: true }),
  ).toBe(3);
  expect(
    claimLevel({ direction: "higher", isRecordingSteady: true, isDateSpecial: true, areComparisonsSteady: false }),
  ).toBe(3);
  expect(claimLevel({ direction: "higher", isRecordingSteady: true, areComparisonsSteady: true })).toBe(4);
  expect(
    claimLevel({ direction: "lower", isRecordingSteady: true, isDateSpecial: true, standsOutAmongAgencies: true }),
  ).toBe(5);
});
