import fc from "fast-check";
import { expect, it } from "vitest";
import { directionOf } from "./direction.ts";

it("words a difference only when interval and adjusted p value agree", () => {
  expect(directionOf({ low: 1.1, high: 9.2 }, 0.03)).toBe("higher");
  expect(directionOf({ low: 0.2, high: 0.9 }, 0.01)).toBe("lower");
  expect(directionOf({ low: 1.02, high: 1.9 }, 0.08)).toBe("cannot-tell");
});

it("says about the same only of a narrow interval around 1", () => {
  expect(directionOf({ low: 0.93, high: 1.1 }, 0.6)).toBe("about-the-same");
  expect(directionOf({ low: 0.6, high: 2.3 }, 0.9)).toBe("cannot-tell");
  expect(directionOf({ low: 0.5, high: Number.POSITIVE_INFINITY }, 1)).toBe("cannot-tell");
});

it("never words a ratio whose interval holds 1 as a difference", () => {
  const around1 = fc.record({
    low: fc.double({ min: 0, max: 1, noNaN: true }),
    high: fc.double({ min: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(around1, fc.double({ min: 0, max: 1, noNaN: true }), (interval, p) =>
      ["about-the-same", "cannot-tell"].includes(directionOf(interval, p)),
    ),
  );
});
