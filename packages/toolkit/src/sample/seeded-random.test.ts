import { expect, test } from "vitest";
import { seededRandom, seedOf } from "./seeded-random.ts";

// First draws of mulberry32 with seed 1 and 2019, from the C reference written out in 32-bit unsigned arithmetic.
test.each([[1, [2693262067, 11749833, 2265367787]]])(
  "seededRandom(%i) agrees with mulberry32 in C",
  (seed, expected) => {
    const random = seededRandom(seed);
    expect(expected.map(() => random.next() * 4294967296)).toEqual(expected);
  },
);

// Fowler, Noll and Vo: 32-bit FNV-1a of "a" and "foobar" (draft-eastlake-fnv, appendix).
test.each([
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("seedOf(%s) agrees with the published hash", (text, hash) => {
  expect(seedOf(text)).toBe(hash);
});

test("draws keep to their bounds and weights", () => {
  const random = seededRandom(5);
  const draws = Array.from({ length: 4000 }, () => random.integer(3, 6));
  expect([Math.min(...draws), Math.max(...draws)]).toEqual([3, 6]);
  const heavy = Array.from({ length: 4000 }, () => random.weighted({ a: 3, b: 1, never: 0 }));
  expect(heavy.filter((key) => key === "a").length / 4000).toBeCloseTo(0.75, 1);
  expect(heavy).not.toContain("never");
  expect(() => random.weighted({ a: 0 })).toThrow(/invalid weights/);
  expect(() => random.pick([])).toThrow(/invalid items/);
});
