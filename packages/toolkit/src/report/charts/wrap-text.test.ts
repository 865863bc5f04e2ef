import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, wrapText } from "./wrap-text.ts";

test("wrapText breaks between words and loses none", () => {
  const text = fc
    .array(fc.string({ minLength: 1 }).map((word) => word.replaceAll(" ", "_")))
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 300 }), (all, room) => {
      const lines = wrapText(all, room, 13);
      expect(lines.join(" ")).toBe(all);
      for (const line of lines) if (line.includes(" ")) expect(textWidth(line, 13)).toBeLessThanOrEqual(room);
    }),
  );
});
