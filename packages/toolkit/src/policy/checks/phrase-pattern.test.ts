import { expect, test } from "vitest";
import { findPhrases } from "./find-phrases.ts";
import { phrasePattern } from "./phrase-pattern.ts";

const found = [
  { phrase: "choke hold*", text: "Choke-holds and chokeholds", words: ["Choke-holds", "chokeholds"] },
  { phrase: "interven*", text: "must intervene; intervention", words: ["intervene", "intervention"] },
  { phrase: "neck", text: "a necklace", words: [] },
  {
    phrase: "(shoot|fire) at [a] [moving] vehicle",
    text: "Never shoot at a moving vehicle, nor fire at vehicle 9",
    words: ["shoot at a moving vehicle", "fire at vehicle"],
  },
  { phrase: "force ...2 necessary", text: "the force that is necessary", words: ["force that is necessary"] },
  { phrase: "force ...1 necessary", text: "the force that is necessary", words: [] },
  { phrase: "force ... necessary", text: "Use force. It is necessary", words: [] },
  { phrase: "officer's", text: "the officer’s duty", words: ["officer’s"] },
];

for (const { phrase, text, words } of found)
  test(`“${phrase}” in “${text}”`, () => {
    expect(findPhrases([phrase], text).map(({ text: words }) => words)).toEqual(words);
  });

test("marks stand where they say", () => {
  const text = "Officers shall not use choke holds or any neck restraint.";
  for (const mark of findPhrases(["choke hold*", "neck restraint*", "shall not"], text))
    expect(text.slice(mark.start, mark.end)).toBe(mark.text);
});

test("signs that mean nothing in a phrase are refused", () => {
  expect(() => phrasePattern(["force (shall )?be"])).toThrow(RangeError);
  expect(() => phrasePattern(["force [...3] be"])).toThrow("invalid phrase");
});
