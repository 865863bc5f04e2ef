import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCsv } from "../../../../standard/scripts/parse-csv.ts";
import { findRecordsLaw, recordsLaws } from "./records-law.ts";

// After a change of the CSV, run: npx vitest run -u packages/toolkit/src/report/letter/records-law.test.ts
test("records-laws.json is in step with records-laws.csv", async () => {
  const csv = parseCsv(readFileSync(new URL("./records-laws.csv", import.meta.url), "utf8"));
  expect(csv.length).toBeGreaterThan(50);
  await expect(`${JSON.stringify(csv, null, 2)}\n`).toMatchFileSnapshot("./records-laws.json");
});

test("there is one row for each state, the District of Columbia and the federal law", () => {
  expect(recordsLaws).toHaveLength(52);
  expect(new Set(recordsLaws.map(({ code }) => code)).size).toBe(52);
  for (const { code, law, citation, response } of recordsLaws) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(law.length * citation.length * response.length, code).toBeGreaterThan(0);
  }
});

test("a verified row names where and when it was read; no row is verified without", () => {
  const verified = recordsLaws.filter(({ isVerified }) => isVerified);
  expect(verified.length).toBeGreaterThan(5);
  for (const { code, source, readOn, note } of verified) {
    expect(source, code).toMatch(/^https?:\/\//);
    expect(readOn, code).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(note, code).not.toBe("");
  }
});

test("a law is found by postal code or name, and none is made up", () => {
  expect(findRecordsLaw("mn")?.state).toBe("Minnesota");
  expect(findRecordsLaw(" New York ")?.code).toBe("NY");
  expect(findRecordsLaw("Ontario")).toBeUndefined();
});
