import { expect, test } from "vitest";
import { parseCorrections } from "./corrections.ts";

test("corrections come newest first, in the languages they were written in", () => {
  const found = parseCorrections([
    { date: "2025-01-01", what: "Old." },
    { date: "2026-01-01", what: "New.", what_es: "Nueva.", release: "2026-01-01-abc", findings: ["a/b/c"] },
  ]);
  expect(found).toEqual([
    { date: "2026-01-01", what: { en: "New.", es: "Nueva." }, release: "2026-01-01-abc", findings: ["a/b/c"] },
    { date: "2025-01-01", what: { en: "Old." }, findings: [] },
  ]);
});

test.each([
  [{ date: "2026-01-01" }],
  [{ what: "No date." }],
  [{ date: "yesterday", what: "Badly dated." }],
  [{ date: "2026-01-01", what: "A finding that is no text.", findings: [1] }],
  [null],
  ["words"],
])("a correction that cannot be read is not lost in silence: %j", (one) => {
  expect(() => parseCorrections([one])).toThrow(/invalid correction/);
});

test("what is no list is not taken for an empty one", () => {
  expect(() => parseCorrections({})).toThrow(/must be a list/);
});
