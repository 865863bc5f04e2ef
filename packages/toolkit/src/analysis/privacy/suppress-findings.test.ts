import type { Finding } from "@evenhand/standard";
import { expect, test } from "vitest";
import { suppressFindings } from "./suppress-findings.ts";

const finding = (rest: Partial<Finding>): Finding => ({
  id: "on-whom/race/people",
  question: "on-whom",
  measure: "race",
  unit: "people",
  dimension: { field: "person.race_ethnicity", codeList: "race_ethnicity" },
  rows: [],
  denominator: 0,
  total: 0,
  missing: [],
  method: "share-of-known",
  release: { place: "riverton", date: "2026-11-23", hash: "0" },
  caveats: [],
  shown: "full",
  ...rest,
});
const race = finding({
  rows: [
    { key: "black", count: 60, share: 0.6 },
    { key: "white", count: 35, share: 0.35 },
    { key: "asian", count: 5, share: 0.05 },
  ],
  lead: "black",
  numerator: 60,
  denominator: 100,
  total: 100,
});

test("blanks the small count and one more, so that the total does not give it away", () => {
  const [blanked] = suppressFindings([race], 11);
  const hidden = blanked?.rows.filter(({ note }) => note === "suppressed-small-count") ?? [];
  expect(hidden.map(({ key }) => key)).toEqual(["white", "asian"]);
  expect(hidden.every((row) => row.count === undefined && row.share === undefined)).toBe(true);
  expect(blanked).toMatchObject({ numerator: 60, shown: "full", caveats: ["suppressed-small-count"] });
});

test("a group blanked once is blanked wherever race is told", () => {
  const rates = finding({
    id: "rates/race-per-population/people",
    question: "rates",
    rows: [
      { key: "black", count: 60, compared: { ratio: { value: 3 }, direction: "higher" } },
      { key: "white", count: 35, compared: { direction: "none" } },
    ],
    lead: "black",
    numerator: 60,
    comparison: { reference: "white", per: 1000, level: 0.95 },
  });
  const [, blanked] = suppressFindings([race, rates], 11);
  expect(blanked?.rows[1]).toEqual({ key: "white", note: "suppressed-small-count" });
  expect(blanked).toMatchObject({ shown: "counts", reason: "suppressed-small-count" });
  expect(blanked?.rows[0]).toEqual({ key: "black", count: 60 });
});

test("leaves findings without small counts as they are", () => {
  const large = finding({
    rows: [
      { key: "black", count: 60 },
      { key: "white", count: 40 },
    ],
  });
  expect(suppressFindings([large], 11)).toEqual([large]);
  expect(() => suppressFindings([large], 1)).toThrow("invalid threshold");
});
