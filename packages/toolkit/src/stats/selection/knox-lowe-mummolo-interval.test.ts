import { expect, test } from "vitest";
import { randomBinomial } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { knoxLoweMummoloBounds } from "./knox-lowe-mummolo-bounds.ts";
import { type KnoxLoweMummoloInterval, knoxLoweMummoloInterval } from "./knox-lowe-mummolo-interval.ts";

const found = (...input: Parameters<typeof knoxLoweMummoloInterval>): KnoxLoweMummoloInterval => {
  const answer = knoxLoweMummoloInterval(...input);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

// Newcombe (1998), Statistics in Medicine 17, 873–890, Table II (a), method 10: 56/70 and 48/80.
test("is Newcombe's interval when no encounter is discretionary", () => {
  const { bounds, amongGroup } = found([{ group: { count: 56, total: 70 }, reference: { count: 48, total: 80 } }], 0);
  expect(bounds?.low.toFixed(4)).toBe("0.0524");
  expect(bounds?.high.toFixed(4)).toBe("0.3339");
  expect(amongGroup).toEqual(bounds);
});

test("shows chance where there was no outcome at all", () => {
  const none = [{ group: { count: 0, total: 40 }, reference: { count: 0, total: 50 } }];
  const { bounds } = found(none, 0.3);
  expect(bounds?.low).toBeLessThan(-0.03);
  expect(bounds?.high).toBeGreaterThan(0.03);
  expect(found(none, 1).bounds).toBeUndefined();
});

test("holds the true bounds in at least 93 of 100 samples, with few outcomes and with many", () => {
  const random = seededRandom(42);
  const settings = [
    { y1: 0.05, y0: 0.03, n1: 60, n0: 80, rho: 0.3 },
    { y1: 0.24, y0: 0.19, n1: 400, n0: 60, rho: 0.32 },
    { y1: 0.5, y0: 0.4, n1: 40, n0: 40, rho: 0.6 },
  ];
  for (const { y1, y0, n1, n0, rho } of settings) {
    const truth = knoxLoweMummoloBounds({ groupShare: y1, referenceShare: y0, groupPart: n1 / (n1 + n0) }, rho);
    let covered = { bounds: 0, amongGroup: 0 };
    const samples = 1000;
    for (let sample = 0; sample < samples; sample++) {
      const group = { count: randomBinomial({ trials: n1, chance: y1 }, random), total: n1 };
      const reference = { count: randomBinomial({ trials: n0, chance: y0 }, random), total: n0 };
      const { bounds, amongGroup } = found([{ group, reference }], rho);
      const [low, high] = [truth.bounds?.low ?? 0, truth.bounds?.high ?? 0];
      covered = {
        bounds: covered.bounds + Number((bounds?.low ?? 0) <= low && high <= (bounds?.high ?? 0)),
        amongGroup:
          covered.amongGroup + Number(amongGroup.low <= truth.amongGroup && truth.amongGroup <= amongGroup.high),
      };
    }
    expect(covered.bounds / samples).toBeGreaterThanOrEqual(0.93);
    expect(covered.amongGroup / samples).toBeGreaterThanOrEqual(0.93);
  }
});

test("no stratum with both groups is refused", () => {
  expect(knoxLoweMummoloInterval([], 0.2)).toEqual({ reason: "no_overlap" });
  const counts = [{ group: { count: 1, total: 4 }, reference: { count: 1, total: 4 } }];
  expect(() => knoxLoweMummoloInterval(counts, 0.2, { level: 0 })).toThrow(RangeError);
});
