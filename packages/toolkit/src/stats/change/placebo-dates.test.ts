import { expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { type PlaceboDates, type PlaceboOptions, placeboDates } from "./placebo-dates.ts";
import { segmentedRegression } from "./segmented-regression.ts";

const random = seededRandom(3);
const level = Array.from({ length: 60 }, () => randomPoisson(12, random));
const dropped = level.map((count, index) => (index >= 39 ? Math.floor(count / 3) : count));

test("the real date uses the whole series, placebos the part before it", () => {
  const { z, placebos } = answered(dropped, { changeAt: 40 });
  const whole = segmentedRegression({ counts: dropped }, { changeAt: 40 });
  const before = segmentedRegression({ counts: dropped.slice(0, 39) }, { changeAt: 20 });
  if (isRefusal(whole) || isRefusal(before)) throw new Error("refused");
  expect(z).toBeCloseTo(Math.log(whole.ratio) / (whole.errors.quasiPoisson[1] ?? 0), 9);
  expect(placebos.map(({ time }) => time)).toEqual(Array.from({ length: 15 }, (_, index) => 13 + index));
  expect(placebos[7]?.z).toBeCloseTo(Math.log(before.ratio) / (before.errors.quasiPoisson[1] ?? 0), 9);
});

test("a real drop stands out from all placebos, the smallest p there is", () => {
  expect(answered(dropped, { changeAt: 40 }).p).toBe(1 / 16);
  expect(answered(level, { changeAt: 40 }).p).toBeGreaterThan(1 / 16);
});

test("p is the rank of the real date", () => {
  for (const changeAt of [30, 35, 45]) {
    const { z, placebos, p } = answered(level, { changeAt, margin: 6 });
    const atLeast = placebos.filter((placebo) => Math.abs(placebo.z ?? 0) >= Math.abs(z)).length;
    expect(p).toBeCloseTo((1 + atLeast) / (1 + placebos.length), 12);
  }
});

test("too short a time before leaves no placebo, and p is 1", () => {
  expect(answered(level, { changeAt: 20 })).toMatchObject({ placebos: [], p: 1 });
});

test("counts that do not vary, or none, give no answer", () => {
  expect(placeboDates({ counts: level.map(() => 0) }, { changeAt: 40 })).toEqual({ reason: "no_events" });
  expect(() => placeboDates({ counts: level }, { changeAt: 40, margin: 0 })).toThrow(RangeError);
});

function answered(counts: readonly number[], options: PlaceboOptions): PlaceboDates {
  const answer = placeboDates({ counts }, options);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}
