import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCell } from "./split-cell.ts";

const knows =
  (...words: readonly string[]) =>
  (text: string) =>
    words.includes(text);

describe("splitCell", () => {
  test("splits at the delimiter and trims", () => {
    expect(splitCell("Black, White ,Asian", ",", knows())).toEqual(["Black", "White", "Asian"]);
    expect(splitCell("W;W", "; ", knows("W"))).toEqual(["W", "W"]);
  });

  // New Jersey's list of resistance.
  test("keeps a known value that contains the delimiter", () => {
    const tension = "Resistive tension (stiffening, tightening muscles)";
    expect(splitCell(`${tension},Fled`, ",", knows(tension, "Fled"))).toEqual([tension, "Fled"]);
    expect(splitCell(tension, ",", knows(tension))).toEqual([tension]);
  });

  test("the longest known run wins", () => {
    expect(splitCell("a, b, c", ",", knows("a", "a, b", "a, b, c"))).toEqual(["a, b, c"]);
    expect(splitCell("a, b, d", ",", knows("a", "a, b"))).toEqual(["a, b", "d"]);
  });

  test("a blank element is a person with nothing recorded", () => {
    expect(splitCell("Black,,White", ",", knows("Black", "White"))).toEqual(["Black", "", "White"]);
    expect(splitCell(",", ",", knows())).toEqual(["", ""]);
  });

  const words = fc.array(fc.stringMatching(/^[a-z]{0,4}$/), { minLength: 1, maxLength: 12 });

  test("without known lists, as many elements as pieces, in order", () => {
    fc.assert(
      fc.property(words, (list) => {
        expect(splitCell(list.join(","), ",", () => false)).toEqual(list);
      }),
    );
  });

  test("whatever is known, no text is lost", () => {
    const known = fc.func(fc.boolean());
    fc.assert(
      fc.property(words, known, (list, isKnown) => {
        expect(splitCell(list.join(","), ",", (text) => isKnown(text) === true).join(",")).toBe(list.join(","));
      }),
    );
  });
});
