import { expect, test } from "vitest";
import { readHeader } from "./header-words.ts";

// Headers as published, and what they say.
const published = [
  ["CitCondTyp", "condition type", "person"],
  ["SUBJECT_RACT", "race", "person"],
  ["INCIDENT_UNIQUE)IDENTIFIER", "incident unique id", ""],
  ["OFF_HOSPIT", "hospital", "officer"],
  ["OCCURRED_D", "occurred date", ""],
  ["residentRace", "race", "person"],
  ["forcetype", "force type", ""],
  ["# of Officers", "number", "officer"],
  ["Force Against MOS", "force against", "officer"],
  ["CURRENT_BAxx", "current badge", ""],
] as const;

for (const [header, words, role] of published) {
  test(`“${header}” says ${words}`, () => {
    const read = readHeader(header);
    expect(read.words.join(" ")).toBe(words);
    expect(read.roles.join(" ")).toBe(role);
  });
}

test("a number at the end is told apart from the words, a repeated header’s is not", () => {
  expect(readHeader("Weapon Used 3").number).toBe(3);
  expect(readHeader("REASON_FOR_FORCE (2)").number).toBeUndefined();
});
