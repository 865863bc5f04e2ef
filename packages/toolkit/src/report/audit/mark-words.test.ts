import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markWords } from "./mark-words.ts";

const none = { hedges: [], exceptions: [] };

describe("markWords", () => {
  test("marks whole words where they stand", () => {
    expect(
      markWords("Officers should, if feasible, stop.", { hedges: ["should", "if feasible"], exceptions: [] }),
    ).toEqual([
      { text: "Officers " },
      { text: "should", kind: "hedge" },
      { text: ", " },
      { text: "if feasible", kind: "hedge" },
      { text: ", stop." },
    ]);
    expect(markWords("The mayor may.", { hedges: ["may"], exceptions: [] })).toEqual([
      { text: "The mayor " },
      { text: "may", kind: "hedge" },
      { text: "." },
    ]);
  });

  test("an exception goes before a vague word in it, a longer mark before a shorter", () => {
    const marks = { hedges: ["reasonable", "when reasonable"], exceptions: ["unless reasonable"] };
    expect(markWords("No, unless reasonable, and when reasonable.", marks).filter(({ kind }) => kind)).toEqual([
      { text: "unless reasonable", kind: "exception" },
      { text: "when reasonable", kind: "hedge" },
    ]);
  });

  test("nothing to mark leaves the quotation whole", () => {
    expect(markWords("Officers shall stop.", none)).toEqual([{ text: "Officers shall stop." }]);
    expect(markWords("Stop.", { hedges: ["", "should"], exceptions: [] })).toEqual([{ text: "Stop." }]);
    expect(markWords("", none)).toEqual([]);
  });

  test("the stretches joined are always the quotation, and every mark is one of the words", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", ",") });
    const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", " ") }), { maxLength: 4 });
    fc.assert(
      fc.property(text, words, words, (quoted, hedges, exceptions) => {
        const stretches = markWords(quoted, { hedges, exceptions });
        expect(stretches.map((one) => one.text).join("")).toBe(quoted);
        for (const { text: marked, kind } of stretches)
          if (kind !== undefined) expect(kind === "hedge" ? hedges : exceptions).toContain(marked);
      }),
    );
  });
});
