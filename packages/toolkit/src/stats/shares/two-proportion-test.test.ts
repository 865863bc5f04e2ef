import fc from "fast-check";
import { expect, test } from "vitest";
import { twoProportionTest } from "./two-proportion-test.ts";

// R 4.2.2: prop.test(c(15, 30), c(100, 100), correct = FALSE): X-squared = 6.4516, p-value = 0.01109.
test("agrees with R's prop.test without correction", () => {
  const result = twoProportionTest({ count: 15, total: 100 }, { count: 30, total: 100 });
  expect((result?.z ?? 0) ** 2).toBeCloseTo(6.4516, 4);
  expect(result?.p).toBeCloseTo(0.01109, 5);
});

test("is undefined where an expected count is below 5", () => {
  expect(twoProportionTest({ count: 0, total: 10 }, { count: 9, total: 10 })).toBeUndefined();
  expect(twoProportionTest({ count: 0, total: 100 }, { count: 0, total: 100 })).toBeUndefined();
});

test("swapping the two only turns the sign", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 95 }), fc.integer({ min: 5, max: 95 }), (left, right) => {
      const one = twoProportionTest({ count: left, total: 100 }, { count: right, total: 100 });
      const other = twoProportionTest({ count: right, total: 100 }, { count: left, total: 100 });
      expect(one?.z).toBeCloseTo(-(other?.z ?? 0), 12);
      expect(one?.p).toBeCloseTo(other?.p ?? -1, 12);
    }),
  );
});

test("a count beyond its total is refused", () => {
  expect(() => twoProportionTest({ count: 2, total: 1 }, { count: 0, total: 1 })).toThrow(
    "invalid count; not in [0, 1]: 2",
  );
});
