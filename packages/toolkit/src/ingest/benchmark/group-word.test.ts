import { codeLists } from "@evenhand/standard";
import { describe, expect, it, test } from "vitest";
import { readGroupWord } from "./group-word.ts";

const codes: readonly (readonly [word: string, code: string])[] = [
  ["White alone", "white"],
  ["Not Hispanic or Latino: Black or African American alone", "black"],
  ["Black, non-Hispanic", "black"],
  ["White (NH)", "white"],
  ["Hispanic or Latino (of any race)", "hispanic_latino"],
  ["Black Hispanic", "hispanic_latino"],
  ["HispLat", "hispanic_latino"],
  ["Native Hawaiian and Other Pacific Islander alone", "native_hawaiian_pacific_islander"],
  ["American Indian and Alaska Native alone", "american_indian_alaska_native"],
  ["Asian/Pacific Islander", "asian_pacific_islander_legacy"],
  ["Two or more races:", "multiracial"],
  ["Some other race alone", "other_unspecified"],
  ["Negra", "black"],
];

describe("readGroupWord", () => {
  for (const [word, code] of codes)
    test(`“${word}” is ${code}`, () => expect(readGroupWord(word)).toMatchObject({ means: "group", code }));

  test("knows every code and title of the standard", () => {
    for (const { code, title, titleEs } of codeLists.race_ethnicity.codes)
      for (const word of [code, title, titleEs]) expect(readGroupWord(word), word).toMatchObject({ code });
  });

  it("tells who is left out of a group", () => {
    const hispanic = (word: string) => (readGroupWord(word) as { hispanic?: string }).hispanic;
    expect(["White", "White non-Hispanic", "Hispanic", "White alone, not Hispanic or Latino"].map(hispanic)).toEqual([
      "unsaid",
      "left-out",
      "only",
      "left-out",
    ]);
  });

  it("tells totals, sums and people without a known group", () => {
    expect(readGroupWord("Total population")).toEqual({ means: "total" });
    expect(readGroupWord("Not Hispanic or Latino:")).toEqual({ means: "not-hispanic" });
    expect(readGroupWord("Unknown")).toEqual({ means: "no-group", reason: "unknown" });
  });

  it("never guesses a word it does not know", () => {
    for (const word of ["", "Martian", "Group 7", "W/B"]) expect(readGroupWord(word)).toBeUndefined();
  });
});
