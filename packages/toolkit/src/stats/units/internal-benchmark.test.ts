import { describe, expect, test } from "vitest";
import { randomBinomial, randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { type BenchmarkCell, internalBenchmark } from "./internal-benchmark.ts";

const benchmark = (cells: readonly BenchmarkCell[]) => {
  const found = internalBenchmark(cells);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

describe("internalBenchmark", () => {
  test("with one cell is the plain comparison of two shares", () => {
    const found = benchmark([{ contacts: 80, events: 12, peerContacts: 400, peerEvents: 30 }]);
    const error = Math.sqrt((0.15 * 0.85) / 80 + (0.075 * 0.925) / 400);
    expect(found.difference).toBeCloseTo(0.075, 14);
    expect(found.score).toBeCloseTo(0.075 / error, 12);
    expect(found.peerEffectiveSize).toBeCloseTo(400, 10);
    expect(found.expectedEvents).toBeCloseTo(6, 12);
  });

  test("leaves out, and reports, contacts without peers", () => {
    const covered = { contacts: 30, events: 3, peerContacts: 300, peerEvents: 24 };
    const found = benchmark([covered, { contacts: 10, events: 9, peerContacts: 0, peerEvents: 0 }]);
    expect(found.coverage).toBe(0.75);
    expect(found).toMatchObject({ ...benchmark([covered]), coverage: 0.75 });
  });

  test("a colleague in other places at other hours is not an outlier", () => {
    const night = { contacts: 90, events: 18, peerContacts: 900, peerEvents: 180 };
    const day = { contacts: 10, events: 0, peerContacts: 9000, peerEvents: 90 };
    const found = benchmark([night, day]);
    expect(found.share).toBeCloseTo(0.18, 12);
    expect(found.peerShare).toBeCloseTo(0.181, 12);
  });

  test("does not depend on the order of cells, nor on cells where the officer had no contact", () => {
    const cells = [
      { contacts: 20, events: 3, peerContacts: 200, peerEvents: 11 },
      { contacts: 50, events: 1, peerContacts: 150, peerEvents: 9 },
    ];
    const found = benchmark(cells);
    const more = benchmark([{ contacts: 0, events: 0, peerContacts: 70, peerEvents: 60 }, ...cells.toReversed()]);
    for (const key of ["share", "peerShare", "standardError", "score", "peerEffectiveSize"] as const)
      expect(more[key]).toBeCloseTo(found[key] ?? 0, 10);
  });

  test("scores of officers like their peers exceed 1.96 about one time in twenty", () => {
    const random = seededRandom(31);
    let extreme = 0;
    for (let officer = 0; officer < 2000; officer++) {
      const cells = [0.1, 0.2, 0.35].map((share) => {
        const contacts = 40 + randomPoisson(60, random);
        return {
          contacts,
          events: randomBinomial({ trials: contacts, chance: share }, random),
          peerContacts: 800,
          peerEvents: randomBinomial({ trials: 800, chance: share }, random),
        };
      });
      if (Math.abs(benchmark(cells).score ?? 0) > 1.959964) extreme += 1;
    }
    expect(extreme / 2000).toBeGreaterThan(0.035);
    expect(extreme / 2000).toBeLessThan(0.07);
  });

  test("gives no score where nobody varies, and refuses what cannot be compared", () => {
    const quiet = { contacts: 5, events: 0, peerContacts: 9, peerEvents: 0 };
    expect(benchmark([quiet])).not.toHaveProperty("score");
    expect(internalBenchmark([])).toEqual({ reason: "no_exposure" });
    expect(internalBenchmark([{ ...quiet, peerContacts: 0 }])).toMatchObject({ reason: "no_overlap" });
    expect(() => benchmark([{ ...quiet, events: 6 }])).toThrow("invalid events; not in [0, 5]: 6");
    expect(() => benchmark([{ ...quiet, peerEvents: 10 }])).toThrow("invalid peerEvents; not in [0, 9]: 10");
  });
});
