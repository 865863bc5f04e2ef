import { expect, test } from "vitest";
import { mendRecognized, mendRecognizedMarker } from "./mend-recognized.ts";

const misread: readonly (readonly [string, string])[] = [
  ["Waming", "Warning"],
  ["altematives", "alternatives"],
  ["bamier.", "barrier."],
  ["(govemment)", "(government)"],
  ["anest", "arrest"],
  ["ora", "or a"],
  ["oran", "or an"],
  ["ofthe", "of the"],
];

test.each(misread)("%s was %s", (seen, meant) => expect(mendRecognized(seen)).toBe(meant));

test.each([
  "Hamer",
  "officer",
  "modern",
  "form",
  "TASER",
  "Urbana",
  "1.0",
  "300.4",
  "shall",
  "arm",
  "•",
  "ILCS",
  "Bartlett",
])("%s stays", (word) => expect(mendRecognized(word)).toBe(word));

test.each([
  ["9:", "Use", "9."],
  ["C;", "Officers", "C."],
  ["12,", "The", "12."],
  ["9:", "30", "9:"],
  ["9:", "and", "9:"],
  ["No:", "Officer", "No:"],
  ["300:", "Force", "300:"],
])("a line that begins %s %s begins with %s", (first, next, meant) =>
  expect(mendRecognizedMarker(first, next)).toBe(meant),
);
