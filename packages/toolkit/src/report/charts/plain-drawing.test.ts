import { expect, test } from "vitest";
import { plainDrawing } from "./plain-drawing.ts";

test("lengths in em become pixels of the letters they stand beside", () => {
  expect(
    plainDrawing(
      '<svg font-size="10"><g font-size="20"><text y="0.5em">a</text></g><text x="1" dy="1em">b</text></svg>',
    ),
  ).toBe('<svg font-size="10"><g font-size="20"><text y="10">a</text></g><text x="1" dy="10">b</text></svg>');
});

test("each line of a text stands at its own height", () => {
  expect(
    plainDrawing(
      '<svg font-size="10"><text><tspan x="0" y="-0.5em">a</tspan><tspan x="0" dy="1.2em">b</tspan></text></svg>',
    ),
  ).toBe('<svg font-size="10"><text><tspan x="0" y="-5">a</tspan><tspan y="7" x="0">b</tspan></text></svg>');
});

test("an outline under letters becomes a copy of them, drawn first", () => {
  const drawn = plainDrawing(
    '<svg><g paint-order="stroke" stroke="white" stroke-width="5" fill="black"><text>a</text></g></svg>',
  );
  expect(drawn).toBe(
    '<svg><g aria-hidden="true" stroke="white" stroke-width="5" fill="black"><text>a</text></g><g fill="black"><text>a</text></g></svg>',
  );
});

test("names that XML tells apart by their case stay as they are", () => {
  const drawing = '<svg viewBox="0 0 1 1"><pattern patternUnits="userSpaceOnUse" /></svg>';
  expect(plainDrawing(drawing)).toBe(drawing);
});
