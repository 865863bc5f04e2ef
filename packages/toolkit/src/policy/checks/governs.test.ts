import { expect, test } from "vitest";
import { findPhrases } from "./find-phrases.ts";
import { governs } from "./governs.ts";
import type { Mark } from "./mark.ts";

const mark = (phrase: string, text: string): Mark => {
  const [found] = findPhrases([phrase], text);
  if (found === undefined) throw new RangeError(`invalid phrase; not in the text: ${phrase}`);
  return found;
};

const reads = (text: string, hedge: string, act: string): boolean =>
  governs(mark(hedge, text), mark(act, text), { text, leadEnd: 0 });

test("a vague word in the same part of the sentence speaks of the act", () => {
  expect(reads("Officers shall render aid if feasible.", "if feasible", "render aid")).toBe(true);
});

test("one beyond a semicolon with a duty of its own does not", () => {
  const text = "Officers shall render aid; supervisors shall, when practical, come to the scene.";
  expect(reads(text, "when practical", "render aid")).toBe(false);
});

test("unless that duty is the same one said again", () => {
  expect(reads("Officers shall render aid; they shall do so if feasible.", "if feasible", "render aid")).toBe(true);
});
