import { describe, expect, test } from "vitest";
import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal } from "../refusal.ts";
import { type BenchmarkContacts, weightedInternalBenchmark } from "./weighted-internal-benchmark.ts";

const place = Array.from({ length: 240 }, (_, contact) => ((contact * 37) % 101) / 101);
const night = place.map((_, contact) => (contact % 7 < 3 ? 1 : 0));
const own = place.map((value, contact) => ((contact * 53) % 97) / 97 < 0.15 + 0.35 * value);
const event = place.map((value, contact) => {
  const chance = 0.1 + 0.25 * value + 0.1 * (night[contact] ?? 0) + (own[contact] ? 0.1 : 0);
  return ((contact * 29) % 89) / 89 < chance;
});
const ones = place.map(() => 1);
const design = designMatrix([
  { name: "all", values: ones },
  { name: "place", values: place },
  { name: "night", values: night },
]);
const benchmark = (contacts: BenchmarkContacts) => {
  const found = weightedInternalBenchmark(contacts);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

describe("weightedInternalBenchmark", () => {
  // R 4.2.2: glm(own ~ x, binomial), glm(event ~ x + own, quasibinomial, weights) and sandwich::vcovHC(type = "HC0").
  test("agrees with R", () => {
    const found = benchmark({ own, event, design });
    expect(found.share).toBeCloseTo(0.371428571428571, 12);
    expect(found.peerShare).toBeCloseTo(0.293652105918336, 9);
    expect(found.logOddsRatio).toBeCloseTo(0.355331639412765, 8);
    expect(found.standardError).toBeCloseTo(0.312318349457451, 8);
    expect(found.score).toBeCloseTo(1.137722583479437, 7);
    expect(found.peerEffectiveSize).toBeCloseTo(145.80885822668813, 6);
    expect(found.largestImbalance).toBeCloseTo(0.00508479704133, 8);
  });

  test("weights the peers of one cell alike, and takes out what the cells explain", () => {
    const cells = designMatrix([
      { name: "all", values: ones },
      { name: "night", values: night },
    ]);
    const found = benchmark({ own, event, design: cells });
    const count = (isOwn: boolean, atNight: number, withEvent = false) =>
      own.filter((value, contact) => value === isOwn && night[contact] === atNight && (!withEvent || event[contact]))
        .length;
    const owned = count(true, 0) + count(true, 1);
    const expected = [0, 1].reduce(
      (sum, cell) => sum + ((count(true, cell) / owned) * count(false, cell, true)) / count(false, cell),
      0,
    );
    expect(found.peerShare).toBeCloseTo(expected, 9);
    expect(found.largestImbalance).toBeLessThan(1e-9);
  });

  test("refuses where features tell the officer's contacts apart, and impossible arguments", () => {
    const apart = designMatrix([
      { name: "all", values: ones },
      { name: "own beat", values: own.map(Number) },
    ]);
    expect(weightedInternalBenchmark({ own, event, design: apart })).toMatchObject({ reason: "no_overlap" });
    const quiet = own.map((isOwn, contact) => !isOwn && event[contact] === true);
    expect(weightedInternalBenchmark({ own, event: quiet, design })).toMatchObject({ reason: "separated" });
    expect(() => benchmark({ own: [true], event, design })).toThrow("invalid own; must have 240 values: 1");
    expect(() => benchmark({ own: own.map(() => true), event, design })).toThrow("must hold contacts of the officer");
  });
});
