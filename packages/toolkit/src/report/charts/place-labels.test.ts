import fc from "fast-check";
import { expect, test } from "vitest";
import { placeLabels } from "./place-labels.ts";

const frame = { left: 20, right: 300, top: 10, bottom: 200 };

test("labels cover neither one another nor the edge", () => {
  const label = fc.record({
    x: fc.integer({ min: 20, max: 300 }),
    y: fc.integer({ min: 10, max: 200 }),
    width: fc.integer({ min: 10, max: 160 }),
    height: fc.constantFrom(16, 32, 48),
    text: fc.constant("a"),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
      const placed = placeLabels(labels, frame);
      for (const [index, a] of placed.entries()) {
        expect(a.left >= frame.left && a.left + a.width <= frame.right).toBe(true);
        for (const b of placed.slice(index + 1)) {
          const isBeside = a.left + a.width <= b.left || b.left + b.width <= a.left;
          expect(isBeside || Math.abs(a.middle - b.middle) >= (a.height + b.height) / 2).toBe(true);
        }
      }
    }),
  );
});

test("a label alone stands right of its point, and left where there is no room", () => {
  const label = { y: 100, text: "a", width: 50, height: 16 };
  expect(placeLabels([{ ...label, x: 100 }], frame)[0]).toMatchObject({ left: 109, middle: 100 });
  expect(placeLabels([{ ...label, x: 290 }], frame)[0]).toMatchObject({ left: 231, middle: 100 });
});
