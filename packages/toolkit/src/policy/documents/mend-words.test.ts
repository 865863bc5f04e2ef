import { describe, expect, test } from "vitest";
import { closeSpacedLetters, joinLines, mendSpaces, vocabularyOf } from "./mend-words.ts";

const words = vocabularyOf([
  "self-defense is allowed",
  "the officers shall report",
  "reasonableness is judged",
  "prohibited",
]);

describe("gaps inside words", () => {
  test.each([
    ["is pro hib ited in", "is prohibited in"],
    ["an offi cer shall", "an officer shall"],
    ["The Depart ment shall", "The Department shall"],
    ["must inter vene.", "must intervene."],
  ])("%s", (torn, mended) => expect(mendSpaces(torn, words)).toBe(mended));

  test.each([
    "in to the car",
    "with in",
    "may be used",
    "an other",
    "on to a",
    "less lethal",
    "not with standing",
    "any one or some time",
  ])("%s stays", (text) => expect(mendSpaces(text, words)).toBe(text));
});

describe("lines joined", () => {
  test.each([
    ["the offi-", "cer shall", "the officer shall"],
    ["objective reason-", "ableness is", "objective reasonableness is"],
    ["in self-", "defense or", "in self-defense or"],
    ["use of non-", "deadly force", "use of non-deadly force"],
    ["the Critical Decision-", "Making Model", "the Critical Decision-Making Model"],
    ["de-", "escalation is", "de-escalation is"],
    ["and/", "or force", "and/or force"],
    ["shall report", "the force", "shall report the force"],
    ["under 720 ILCS 5/7-", "5 an officer", "under 720 ILCS 5/7-5 an officer"],
    ["hand\u00ad", "cuffs", "handcuffs"],
  ])("%s | %s", (first, second, joined) => expect(joinLines(first, second, words)).toBe(joined));
});

test("letters set apart are one word", () => {
  expect(closeSpacedLetters("P U R P O S E:")).toBe("PURPOSE:");
  expect(closeSpacedLetters("A B test")).toBe("A B test");
});
