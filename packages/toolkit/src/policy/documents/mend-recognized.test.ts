import { expect, test } from "vitest";
import { mendRecognized } from "./mend-recognized.ts";

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
