import { codeLists } from "@evenhand/standard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedAgeBand, readAge, readYearsOfService } from "./number-bands.ts";

describe("readAge", () => {
  for (const [age, band] of [
    ["1", "0-17"],
    ["17", "0-17"],
    ["18", "18-24"],
    ["24", "18-24"],
    ["25", "25-34"],
    ["34.0", "25-34"],
    ["44.9", "35-44"],
    [" 45 ", "45-54"],
    ["64", "55-64"],
    ["65", "65+"],
    ["120", "65+"],
  ] as const) {
    test(`${age} is in ${band}`, () => expect(readAge(age)).toEqual({ token: band }));
  }

  for (const [age, issue] of [
    ["121", "impossible-age"],
    ["999", "impossible-age"],
    ["-1", "impossible-age"],
    ["0", "age-zero"],
    ["0.0", "age-zero"],
    ["thirty", "not-a-number"],
    ["20-30", "not-a-number"],
    ["1e2", "not-a-number"],
    ["", "not-a-number"],
  ] as const) {
    test(`“${age}” is missing, and said to be: ${issue}`, () =>
      expect(readAge(age)).toEqual({ token: "?unmappable", issue }));
  }

  test("every text is a code of the standard, or missing with an issue", () => {
    const bands = new Set<string>(codeLists.age_band.codes.map(({ code }) => code));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (text) => {
        const { token, issue } = readAge(text);
        expect(issue === undefined ? bands.has(token) : token === "?unmappable").toBe(true);
      }),
    );
  });
});

test("a release merges minors into one band and leaves the other bands alone", () => {
  expect(["0-9", "10-14", "15-17", "0-10", "11-17"].map(publishedAgeBand)).toEqual(Array(5).fill("0-17"));
  expect(["0-17", "18-24", "65+", "?refused"].map(publishedAgeBand)).toEqual(["0-17", "18-24", "65+", "?refused"]);
});

describe("readYearsOfService", () => {
  for (const [years, band] of [
    ["0", "0-1"],
    ["1.9", "0-1"],
    ["2", "2-5"],
    ["5", "2-5"],
    ["6", "6-10"],
    ["20", "11-20"],
    ["21", "21+"],
  ] as const) {
    test(`${years} years are in ${band}`, () => expect(readYearsOfService(years)).toEqual({ token: band }));
  }

  test("what cannot be years of service is missing, and said to be", () => {
    for (const text of ["-3", "2016", "new", ""]) {
      expect(readYearsOfService(text)).toEqual({ token: "?unmappable", issue: "not-a-number" });
    }
  });
});
