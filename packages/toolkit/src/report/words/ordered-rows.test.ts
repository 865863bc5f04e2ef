import { expect, test } from "vitest";
import { rivertonFinding, shareRows } from "../fixtures/riverton-findings.ts";
import { orderedRows } from "./ordered-rows.ts";
import { openWords } from "./words.ts";

const keys = (codeList: string, counts: Readonly<Record<string, number>>, language: "en" | "es") => {
  const finding = rivertonFinding({
    question: "on-whom",
    measure: "any",
    unit: "people",
    dimension: { field: "person.any", codeList },
    rows: shareRows(counts, 0),
    denominator: 1,
    total: 1,
  });
  return orderedRows(finding, openWords(language)).map(({ key }) => key);
};

test("ages run from young to old, whatever their counts", () => {
  expect(keys("age_band", { "25-34": 9, "65+": 8, "0-17": 7, "18-24": 1 }, "en")).toEqual([
    "0-17",
    "18-24",
    "25-34",
    "65+",
  ]);
});

test("race groups stand by the alphabet of the language, the unclear ones last", () => {
  const counts = { other_unspecified: 9, white: 8, black: 7, asian: 1 };
  expect(keys("race_ethnicity", counts, "en")).toEqual(["asian", "black", "white", "other_unspecified"]);
  expect(keys("race_ethnicity", counts, "es")).toEqual(["asian", "white", "black", "other_unspecified"]);
});

test("other rows keep the finding's order", () => {
  expect(keys("force_family", { firearm: 1, canine: 9 }, "en")).toEqual(["firearm", "canine"]);
});
