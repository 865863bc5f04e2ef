import { describe, expect, test } from "vitest";
import { lineMarker, romanValue } from "./line-marker.ts";

describe("the marker of a line", () => {
  test.each([
    ["300.4 DEADLY FORCE", "300.4", "decimal", 4],
    ["300.4.1 Vehicles", "300.4.1", "decimal", 1],
    ["4.02(B)(1) Reports", "4.02(B)(1)", "decimal", 1],
    ["(b) An officer may", "(b)", "lower", 2],
    ["A. Officers shall", "A.", "upper", 1],
    ["IV. REPORTING", "IV.", "upper-roman", 4],
    ["iii. the third", "iii.", "lower-roman", 3],
    ["12) the twelfth", "12)", "number", 12],
    ["• a bullet", "•", "bullet", 1],
    ["a). Ensuring that", "a).", "lower", 1],
  ] as const)("%s", (line, label, style, value) => expect(lineMarker(line)).toMatchObject({ label, style, value }));

  test.each([
    "An officer may",
    "Graham v. Connor",
    "2019 was a year",
    "10/12/2019 was the day",
    "self-defense",
    "force (b) and",
  ])("%s has none", (line) => expect(lineMarker(line)).toBeUndefined());

  test("the words begin after it", () => {
    const line = "(b)   An officer may";
    expect(line.slice(lineMarker(line)?.length)).toBe("An officer may");
  });

  test("Roman numbers", () => expect(["i", "iv", "ix", "xiv", "xxxviii"].map(romanValue)).toEqual([1, 4, 9, 14, 38]));
});
