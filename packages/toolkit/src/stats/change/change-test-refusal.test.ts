import { expect, test } from "vitest";
import { changeTestRefusal } from "./change-test-refusal.ts";

test("each minimum is enough, one less is not", () => {
  const enough = { periodsBefore: 12, periodsAfter: 6, eventsBefore: 10, expectedAfter: 10, clusters: 10 };
  expect(changeTestRefusal(enough)).toBeUndefined();
  expect(changeTestRefusal({})).toBeUndefined();
  const reasons = {
    periodsBefore: "too_few_units",
    periodsAfter: "too_few_units",
    eventsBefore: "too_few_events",
    expectedAfter: "too_few_events",
    clusters: "too_few_clusters",
  } as const;
  for (const name of ["periodsBefore", "periodsAfter", "eventsBefore", "expectedAfter", "clusters"] as const)
    expect(changeTestRefusal({ ...enough, [name]: enough[name] - 1 })).toMatchObject({ reason: reasons[name] });
});

test("what is not a count is refused", () => {
  expect(() => changeTestRefusal({ clusters: Number.NaN })).toThrow("invalid clusters; must not be negative: NaN");
});
