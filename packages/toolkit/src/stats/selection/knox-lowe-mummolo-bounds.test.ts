import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { knoxLoweMummoloBounds, stratifiedKnoxLoweMummoloBounds } from "./knox-lowe-mummolo-bounds.ts";

/** People alike in all but the group: how many have what outcomes in encounters that happen either way, or to the group only. */
const populations = fc.record({
  /** Per encounter that happens either way: outcome if of the group, outcome if of the reference. */
  eitherWay: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 8 }),
  /** Per discretionary encounter: outcome if of the group; a member of the reference is not recorded, so has none. */
  discretionary: fc.array(fc.boolean(), { maxLength: 8 }),
  groupCopies: fc.integer({ min: 1, max: 5 }),
  referenceCopies: fc.integer({ min: 1, max: 5 }),
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What is recorded of a population, and the true effects, by listing every recorded encounter. */
function enumerate({
  eitherWay,
  discretionary,
  groupCopies,
  referenceCopies,
}: {
  eitherWay: [boolean, boolean][];
  discretionary: boolean[];
  groupCopies: number;
  referenceCopies: number;
}) {
  const copies = <Value>(values: readonly Value[], count: number): readonly Value[] =>
    Array.from({ length: count }, () => values).flat();
  const always = eitherWay.map(([ifGroup, ifReference]) => ({
    ifGroup: Number(ifGroup),
    ifReference: Number(ifReference),
  }));
  const onlyGroup = discretionary.map((ifGroup) => ({ ifGroup: Number(ifGroup), ifReference: 0 }));
  const recordedGroup = copies([...always, ...onlyGroup], groupCopies);
  const recordedReference = copies(always, referenceCopies);
  const effect = (people: typeof recordedGroup) => mean(people.map((one) => one.ifGroup - one.ifReference));
  return {
    stratum: {
      groupShare: mean(recordedGroup.map(({ ifGroup }) => ifGroup)),
      referenceShare: mean(recordedReference.map(({ ifReference }) => ifReference)),
      groupPart: recordedGroup.length / (recordedGroup.length + recordedReference.length),
    },
    rho: onlyGroup.length / (always.length + onlyGroup.length),
    amongGroup: effect(recordedGroup),
    overall: effect([...recordedGroup, ...recordedReference]),
    isLessSevere:
      onlyGroup.length === 0 || mean(always.map((one) => one.ifGroup)) >= mean(onlyGroup.map((one) => one.ifGroup)),
  };
}

test("holds the true effects of every population that meets the assumptions", () => {
  fc.assert(
    fc.property(populations, (population) => {
      const truth = enumerate(population);
      const found = knoxLoweMummoloBounds(truth.stratum, truth.rho);
      expect(found.amongGroup).toBeCloseTo(truth.amongGroup, 12);
      expect(truth.overall).toBeLessThanOrEqual((found.bounds?.high ?? 0) + 1e-12);
      expect(truth.overall).toBeGreaterThanOrEqual((found.lowWithoutSeverity ?? 0) - 1e-12);
      if (truth.isLessSevere) expect(truth.overall).toBeGreaterThanOrEqual((found.bounds?.low ?? 0) - 1e-12);
    }),
    { numRuns: 1000 },
  );
});

test("the ends are reached: equal severity gives the lower bound, all outcomes in either-way encounters the upper", () => {
  const equal = enumerate({
    eitherWay: [
      [true, true],
      [false, false],
    ],
    discretionary: [true, false],
    groupCopies: 1,
    referenceCopies: 3,
  });
  expect(knoxLoweMummoloBounds(equal.stratum, equal.rho).bounds?.low).toBeCloseTo(equal.overall, 12);
  const concentrated = enumerate({
    eitherWay: [
      [true, true],
      [true, false],
    ],
    discretionary: [false, false, false],
    groupCopies: 2,
    referenceCopies: 1,
  });
  expect(knoxLoweMummoloBounds(concentrated.stratum, concentrated.rho).bounds?.high).toBeCloseTo(
    concentrated.overall,
    12,
  );
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const strata = fc.record({ groupShare: share, referenceShare: share, groupPart: share });

test("without discretionary encounters everything is the naive difference", () => {
  fc.assert(
    fc.property(strata, (stratum) => {
      const { naive, amongGroup, bounds, lowWithoutSeverity } = knoxLoweMummoloBounds(stratum, 0);
      for (const value of [amongGroup, bounds?.low, bounds?.high, lowWithoutSeverity])
        expect(value).toBeCloseTo(naive, 12);
    }),
  );
});

test("more discretionary encounters never lower the effect among the group nor the lower bound", () => {
  fc.assert(
    fc.property(strata, share, share, (stratum, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map((rho) =>
        knoxLoweMummoloBounds(stratum, rho),
      );
      expect(more?.amongGroup).toBeGreaterThanOrEqual((less?.amongGroup ?? 0) - 1e-12);
      if (less?.bounds === undefined || more?.bounds === undefined) return;
      expect(more.bounds.low).toBeGreaterThanOrEqual(less.bounds.low - 1e-12);
      expect(more.bounds.high).toBeGreaterThanOrEqual(less.bounds.high - 1e-12);
      expect(less.lowWithoutSeverity).toBeLessThanOrEqual(less.bounds.low + 1e-12);
    }),
  );
});

test("if every encounter is discretionary the effect among all has no bounds", () => {
  const found = knoxLoweMummoloBounds({ groupShare: 0.2, referenceShare: 0.1, groupPart: 0.5 }, 1);
  expect(found).toEqual({ naive: 0.1, amongGroup: 0.2 });
});

test("strata are weighted by their encounters, one stratum by itself changes nothing, and one-sided strata are left out", () => {
  const counts = { group: { count: 24, total: 100 }, reference: { count: 19, total: 300 } };
  const alone = stratifiedKnoxLoweMummoloBounds([counts], 0.3);
  const direct = knoxLoweMummoloBounds({ groupShare: 0.24, referenceShare: 19 / 300, groupPart: 0.25 }, 0.3);
  expect(alone).toMatchObject({ coveredShare: 1 });
  if (isRefusal(alone)) throw new Error(alone.reason);
  expect(alone.bounds?.high).toBeCloseTo(direct.bounds?.high ?? 0, 14);
  expect(alone.amongGroup).toBeCloseTo(direct.amongGroup, 14);
  const oneSided = { group: { count: 1, total: 400 }, reference: { count: 0, total: 0 } };
  expect(stratifiedKnoxLoweMummoloBounds([counts, counts, oneSided], 0.3)).toMatchObject({ coveredShare: 800 / 1200 });
  expect(stratifiedKnoxLoweMummoloBounds([oneSided], 0.3)).toEqual({ reason: "no_overlap" });
});

test("impossible arguments are refused", () => {
  const stratum = { groupShare: 0.2, referenceShare: 0.1, groupPart: 0.5 };
  expect(() => knoxLoweMummoloBounds(stratum, 1.1)).toThrow("invalid discretionaryShare; not in [0, 1]: 1.1");
  expect(() => knoxLoweMummoloBounds({ ...stratum, groupShare: Number.NaN }, 0)).toThrow(RangeError);
});
