import { describe, expect, it } from "vitest";
import { caveatMeanings } from "../caveat.ts";
import { climbLadder, type LadderMeasures } from "./climb-ladder.ts";
import ladder from "./ladder.json" with { type: "json" };

const whole: LadderMeasures = { total: 400, known: 400, recordable: 400, missingShare: 0, answers: 4, coverage: 1 };
const withMissing = (missingShare: number): LadderMeasures => ({
  ...whole,
  known: 400 * (1 - missingShare),
  missingShare,
});

describe("climbLadder", () => {
  it.each([
    [whole, "full", undefined],
    [withMissing(0.05), "full", undefined],
    [withMissing(0.06), "range", "many-missing"],
    [withMissing(0.61), "counts", "mostly-missing"],
    [{ ...withMissing(0.06), answers: 1 }, "counts", "one-answer-only"],
    [{ ...whole, known: 9 }, "counts", "few-records"],
    [{ ...whole, coverage: 0.79 }, "range", "coverage-below-80"],
    [{ ...whole, coverage: 0.59 }, "range", "coverage-below-60"],
    [{ ...whole, coverage: 0.39 }, "cannot-say", "coverage-below-40"],
    [{ ...whole, coverage: 0.4 }, "range", "coverage-below-60"],
    [{ ...whole, known: 0, missingShare: 1 }, "cannot-say", "nothing-known"],
    [{ ...whole, known: 0, recordable: 0, missingShare: 1 }, "cannot-say", "not-recorded"],
    [{ ...whole, total: 0, known: 0, recordable: 0 }, "cannot-say", "no-records"],
  ] as const)("%j → %s", (measures, shown, reason) => {
    expect(climbLadder(measures)).toMatchObject(reason === undefined ? { shown } : { shown, reason });
  });

  it("says beside a figure what limits it", () => {
    expect(climbLadder(withMissing(0.21)).caveats).toEqual(["range-first"]);
    expect(climbLadder(withMissing(0.31)).caveats).toEqual(["range-first", "no-group-comparison"]);
    expect(climbLadder({ ...whole, coverage: 0.7 }).caveats).toEqual(["counts-not-totals"]);
  });

  it("never shows more when more is missing", () => {
    const order = ["full", "range", "counts", "cannot-say"];
    const steps = Array.from({ length: 101 }, (_, index) => order.indexOf(climbLadder(withMissing(index / 100)).shown));
    expect(steps).toEqual(steps.toSorted((left, right) => left - right));
  });

  it("gives every step a caveat that is explained", () => {
    for (const { id } of [...ladder.rules, ...ladder.caveats]) expect(Object.keys(caveatMeanings)).toContain(id);
  });
});
