import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { waldTest } from "./wald-test.ts";

const size = fc.double({ min: -5, max: 5, noNaN: true });

test("independent estimates add up their squared scores", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(size, fc.double({ min: 0.1, max: 3, noNaN: true })), { minLength: 1, maxLength: 8 }),
      (all) => {
        const covariance = all.map(([, error], row) => all.map((_, column) => (row === column ? error ** 2 : 0)));
        const test = waldTest(
          all.map(([estimate]) => estimate),
          covariance,
        );
        if (isRefusal(test)) throw new Error(test.reason);
        expect(test.degrees).toBe(all.length);
        expect(test.chiSquare).toBeCloseTo(
          all.reduce((sum, [estimate, error]) => sum + (estimate / error) ** 2, 0),
          6,
        );
      },
    ),
  );
});

// R: b <- c(1, 2); V <- matrix(c(2, 1, 1, 3), 2); b %*% solve(V, b) = 1.4, pchisq(1.4, 2, lower.tail = FALSE) = 0.4965853.
test("correlated estimates", () => {
  const test = waldTest(
    [1, 2],
    [
      [2, 1],
      [1, 3],
    ],
  );
  expect(test).toMatchObject({ degrees: 2 });
  if (isRefusal(test)) throw new Error(test.reason);
  expect(test.chiSquare).toBeCloseTo(1.4, 12);
  expect(test.p).toBeCloseTo(0.4965853, 7);
});

test("a covariance without an inverse, or of another size, is refused", () => {
  expect(
    waldTest(
      [1, 1],
      [
        [1, 1],
        [1, 1],
      ],
    ),
  ).toMatchObject({ reason: "aliased" });
  expect(() =>
    waldTest(
      [1],
      [
        [1, 0],
        [0, 1],
      ],
    ),
  ).toThrow(RangeError);
  expect(() => waldTest([], [])).toThrow("invalid estimates; must be at least one: 0");
});
