import { countSyllables } from "@evenhand/toolkit/policy/clarity/count-syllables";
import { fleschKincaidGrade } from "@evenhand/toolkit/policy/clarity/flesch-kincaid-grade";
import { wordsOf } from "@evenhand/toolkit/policy/clarity/words-of";
import { describe, expect, test } from "vitest";
import methods from "../../../../../packages/toolkit/src/analysis/methods.json" with { type: "json" };
import { guideDocuments, methodDocuments } from "./documents.ts";
import { guideIds } from "./pages/learn-pages.ts";

const counted = (found: readonly string[] | null) => [...(found ?? [])].sort();

/** What a translation keeps: form, numbers, code, signs of formulas, and where its links lead. */
function shape(text: string) {
  const prose = text.replace(/```[\s\S]*?```/g, "").replace(/\]\([^)]*\)/g, "]");
  return {
    headings: text.match(/^#+(?= )/gm),
    blocks: text.split(/\n{2,}/).length,
    items: text.match(/^(?:- |\d+\. |\|)/gm)?.length ?? 0,
    numbers: counted(prose.match(/\d+(?:[.,:]\d+)*/g)),
    code: counted(text.match(/`[^`\n]+`|```[\s\S]*?```/g)),
    signs: counted(prose.match(/[×·√Σ≤≥±⌊⌋½αβδφρθτλ²₀₁₂⁻^=<>/]|\*(?=\s=)/g)),
    links: counted(Array.from(text.matchAll(/\]\(([^)]*)\)/g), ([, target = ""]) => target.replace("/es/", "/"))),
  };
}

describe.each(["method", "guide"] as const)("%s documents", (kind) => {
  const { en, es } = kind === "method" ? methodDocuments : guideDocuments;

  test("every document is in both languages", () => {
    expect([...en.keys()].length).toBeGreaterThan(6);
    expect([...es.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  test.each([...en.keys()])(
    "%s: the Spanish text has the form, numbers, formulas and links of the English one",
    (id) => {
      expect(shape(es.get(id) ?? "")).toEqual(shape(en.get(id) ?? ""));
      expect(es.get(id)).not.toBe(en.get(id));
    },
  );
});

test("no document has a place that is still to be filled in", () => {
  const texts = [methodDocuments, guideDocuments].flatMap(({ en, es }) => [...en, ...es]);
  expect(texts.filter(([, text]) => /^[A-Z_]{5,}$/m.test(text)).map(([id]) => id)).toEqual([]);
});

test("every method that findings name has its page", () => {
  expect(Object.keys(methods).filter((id) => !methodDocuments.en.has(id))).toEqual([]);
});

test("the list of guides is the guides that are there", () => {
  expect([...guideIds].toSorted()).toEqual([...guideDocuments.en.keys()].toSorted());
});

describe("the English guides are short and plain", () => {
  test.each(guideIds)("%s", (id) => {
    const text = (guideDocuments.en.get(id) ?? "").replace(/[*_`]|\]\([^)]*\)|\[/g, "");
    const lines = text.split("\n").map((line) => line.replace(/^#+ |^- |^\d+\. /, "").trim());
    const sentences = lines.flatMap((line) => line.split(/(?<=[.?!])\s+/)).filter((one) => wordsOf(one).length > 0);
    const words = sentences.flatMap((one) => wordsOf(one));
    const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
    const grade = fleschKincaidGrade({ words: words.length, sentences: sentences.length, syllables });
    expect(words.length).toBeGreaterThanOrEqual(300);
    expect(words.length).toBeLessThanOrEqual(700);
    expect(grade).toBeLessThanOrEqual(8);
  });
});
