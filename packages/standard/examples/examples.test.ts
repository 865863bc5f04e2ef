import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type RuleId, ruleIds } from "../src/validation/record-issue.ts";
import { validateRecords } from "../src/validation/validate-records.ts";

type Example = {
  readonly about: string;
  readonly mode: "new" | "import";
  readonly breaks?: RuleId;
  readonly records: unknown;
};

const today = "2026-11-01";

function readExamples(folder: "valid" | "invalid"): readonly (readonly [string, Example])[] {
  const root = new URL(`${folder}/`, import.meta.url);
  return readdirSync(root).map((name) => [name, JSON.parse(readFileSync(new URL(name, root), "utf8")) as Example]);
}

const valid = readExamples("valid");
const invalid = readExamples("invalid");

test("there are examples of both kinds, all said to be fictional", () => {
  expect(valid.length).toBeGreaterThanOrEqual(4);
  for (const [, { about }] of [...valid, ...invalid]) expect(about).toMatch(/^Fictional/);
});

test.each(valid)("valid/%s has no issue", (_, { mode, records }) => {
  expect(validateRecords(records, { mode, today })).toEqual([]);
});

test.each(invalid)("invalid/%s breaks the rule it names and no other", (_, { mode, breaks, records }) => {
  const issues = validateRecords(records, { mode, today });
  expect(new Set(issues.map(({ rule }) => rule))).toEqual(new Set([breaks]));
  for (const { message, record } of issues) {
    expect(record).not.toBe("");
    expect(message).toMatch(/[A-Z].+\.$/);
  }
});

test.each(ruleIds)("rule %s has an example that breaks it", (rule) => {
  expect(invalid.map(([, { breaks }]) => breaks)).toContain(rule);
});

describe("an imported record", () => {
  test("is refused as a new one", () => {
    const imported = valid.find(([name]) => name === "imported-legacy.json")?.[1];
    const rules = validateRecords(imported?.records, { mode: "new", today }).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(["legacy-code", "incident-is-complete"]));
  });
});

test("the README explains every rule", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const rule of ruleIds) expect(readme).toContain(`| \`${rule}\` |`);
});
