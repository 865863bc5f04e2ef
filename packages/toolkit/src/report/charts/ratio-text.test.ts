import fc from "fast-check";
import { expect, test } from "vitest";
import { openWords } from "../words/words.ts";
import { estimateText, ratioRangeText } from "./ratio-text.ts";

const en = openWords("en");

test("a range as shown holds the range as it is, and stays on its own side of 1", () => {
  expect(ratioRangeText({ low: 1.04, high: 1.36 }, en)).toMatch(/^1\.04–1\.(36|4)$/);
  expect(ratioRangeText({ low: 4.6, high: 4.6 }, en)).toBe("4.6");
  const value = fc.double({ min: 0.001, max: 500, noNaN: true });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [from, to] = ratioRangeText({ low, high }, en).split("–");
      expect(Number(from)).toBeLessThanOrEqual(low * (1 + 1e-6));
      expect(Number(to ?? from)).toBeGreaterThanOrEqual(high * (1 - 1e-6));
    }),
  );
});

test("an interval without an end says so, in both languages", () => {
  const interval = { low: 0.204, high: Number.POSITIVE_INFINITY };
  expect(estimateText({ value: 1.1, interval }, en)).toBe("1.1 (0.20 or more)");
  expect(estimateText({ value: 1.1, interval }, openWords("es"))).toBe("1.1 (0.20 o más)");
  expect(estimateText({ value: 2.9 }, en)).toBe("2.9");
  expect(estimateText({ value: Number.POSITIVE_INFINITY, interval }, en)).toBe("0.20 or more");
});
