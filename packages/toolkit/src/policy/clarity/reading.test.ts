import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countSyllables } from "./count-syllables.ts";
import { daleChallScore } from "./dale-chall-score.ts";
import { fleschKincaidGrade } from "./flesch-kincaid-grade.ts";
import { everydayWordCount, isEverydayWord } from "./is-everyday-word.ts";
import known from "./known-syllables.json" with { type: "json" };
import { smogGrade } from "./smog-grade.ts";
import { wordsOf } from "./words-of.ts";

describe("syllables", () => {
  const wrongIn = (words: Readonly<Record<string, readonly number[]>>): string[] =>
    Object.entries(words).flatMap(([word, counts]) =>
      counts.includes(countSyllables(word)) ? [] : [`${word}: ${countSyllables(word)}, not ${counts}`],
    );

  test("words of policies: at least 98 in 100 as the dictionary has them", () => {
    const wrong = wrongIn(known.policyWords);
    expect(wrong.length / Object.keys(known.policyWords).length, wrong.join("; ")).toBeLessThan(0.02);
  });

  test("common words it was not written by: at least 95 in 100", () => {
    const wrong = wrongIn(known.otherWords);
    expect(wrong.length / Object.keys(known.otherWords).length, wrong.join("; ")).toBeLessThan(0.05);
  });

  test.each([
    ["officers", 3],
    ["reasonableness", 5],
    ["de-escalation", 5],
    ["him/herself", 3],
    ["officer's", 3],
    ["safely", 2],
    ["created", 3],
    ["DNR", 3],
    ["employees", 3],
    ["used", 1],
    ["needed", 2],
    ["medically", 3],
    ["the", 1],
  ])("%s has %i", (word, count) => expect(countSyllables(word)).toBe(count));

  test("every word has at least one, and two joined by a hyphen have what they have apart", () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(countSyllables(one)).toBeGreaterThanOrEqual(1);
        expect(countSyllables(`${one}-${other}`)).toBe(countSyllables(one) + countSyllables(other));
      }),
    );
  });
});

describe("grades", () => {
  // Worked examples of the encyclopedia article "Flesch–Kincaid readability tests": one sentence, 13 words, 24
  // syllables, grade 11.3; and six words of one syllable.
  const platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
  test("the platypus: grade 11.3", () => {
    const words = wordsOf(platypus);
    const syllables = words.map(countSyllables).reduce((sum, count) => sum + count, 0);
    expect([words.length, syllables]).toEqual([13, 24]);
    expect(fleschKincaidGrade({ words: 13, sentences: 1, syllables }).toFixed(1)).toBe("11.3");
  });

  test("the cat: below the first grade", () => {
    const words = wordsOf("The cat sat on the mat.");
    expect(
      fleschKincaidGrade({ words: words.length, sentences: 1, syllables: words.map(countSyllables).length }).toFixed(2),
    ).toBe("-1.45");
  });

  // McLaughlin (1969): the mental rule is 3 + the root of the nearest square, which his regression must stay close to.
  test.each([16, 25, 36, 49, 64, 81, 100, 121, 144])(
    "SMOG: %i long words in 30 sentences, within half a grade of 3 + root",
    (longWords) => {
      expect(Math.abs((smogGrade({ longWords, sentences: 30 }) ?? 0) - (3 + Math.sqrt(longWords)))).toBeLessThan(0.7);
    },
  );

  test("SMOG is not guessed from fewer than thirty sentences, and is the same for twice the text", () => {
    expect(smogGrade({ longWords: 10, sentences: 29 })).toBeUndefined();
    expect(smogGrade({ longWords: 98, sentences: 60 })).toBeCloseTo(
      smogGrade({ longWords: 49, sentences: 30 }) ?? 0,
      12,
    );
    expect(smogGrade({ longWords: 0, sentences: 30 })).toBe(3.1291);
  });

  test("Dale and Chall's formula adds 3.6365 only above five percent", () => {
    expect(daleChallScore({ words: 100, sentences: 5, unfamiliar: 5 })).toBeCloseTo(0.1579 * 5 + 0.0496 * 20, 12);
    expect(daleChallScore({ words: 100, sentences: 5, unfamiliar: 6 })).toBeCloseTo(
      0.1579 * 6 + 0.0496 * 20 + 3.6365,
      12,
    );
  });

  test("longer sentences and longer words never read easier", () => {
    const counts = fc.record({
      words: fc.integer({ min: 2, max: 5000 }),
      sentences: fc.integer({ min: 1, max: 200 }),
      more: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(counts, ({ words, sentences, more }) => {
        const grade = fleschKincaidGrade({ words, sentences, syllables: words + more });
        expect(grade).toBeGreaterThan(fleschKincaidGrade({ words, sentences, syllables: words }));
        expect(grade).toBeGreaterThan(fleschKincaidGrade({ words, sentences: sentences + 1, syllables: words + more }));
      }),
    );
  });

  test("no words, no sentences: thrown back", () => {
    expect(() => fleschKincaidGrade({ words: 0, sentences: 1, syllables: 0 })).toThrow(
      "invalid words; must be above 0: 0",
    );
    expect(() => daleChallScore({ words: 3, sentences: 1, unfamiliar: 4 })).toThrow(
      "invalid unfamiliar; not in [0, 3]: 4",
    );
    expect(() => smogGrade({ longWords: -1, sentences: 30 })).toThrow(RangeError);
  });
});

test("everyday words with their endings are known, words of the trade are not", () => {
  expect(everydayWordCount).toBeGreaterThan(1300);
  for (const word of ["officers", "stopped", "tried", "making", "safest", "Officer’s", "three", "gun-shot"])
    expect(isEverydayWord(word), word).toBe(true);
  for (const word of ["imminent", "utilize", "feasible", "apprehension", "commensurate"])
    expect(isEverydayWord(word), word).toBe(false);
});
