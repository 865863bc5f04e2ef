import { expect, test } from "vitest";
import { rateLimit } from "./rate-limit.ts";

test("as many as a minute's share at once, then one as each becomes free", () => {
  const limit = rateLimit(60);
  const waits = Array.from({ length: 61 }, () => limit.take("192.0.2.1", 0));
  expect(waits.slice(0, 60)).toEqual(Array(60).fill(0));
  expect(waits[60]).toBe(1);
  expect(limit.take("192.0.2.1", 999)).toBe(1);
  expect(limit.take("192.0.2.1", 1001)).toBe(0);
  expect(limit.take("192.0.2.1", 1002)).toBe(1);
});

test("a slower rate says how long to wait, and a rest fills the bucket no higher than full", () => {
  const limit = rateLimit(2);
  for (const wait of [0, 0, 30]) expect(limit.take("192.0.2.1", 0)).toBe(wait);
  for (const wait of [0, 0, 30]) expect(limit.take("192.0.2.1", 10 * 60_000)).toBe(wait);
});

test("addresses do not share, but one IPv6 network does", () => {
  const limit = rateLimit(1);
  expect([limit.take("192.0.2.1", 0), limit.take("192.0.2.2", 0), limit.take("::ffff:192.0.2.1", 0)]).toEqual([
    0, 0, 60,
  ]);
  expect([limit.take("2001:db8:1:2::1", 0), limit.take("2001:db8:1:2:3::9", 0)]).toEqual([0, 60]);
  expect(limit.take("2001:db8:1:3::1", 0)).toBe(0);
});

test("a waiting address that asks again is not made to wait longer", () => {
  const limit = rateLimit(1);
  limit.take("192.0.2.1", 0);
  for (let now = 0; now < 60_000; now += 1000) expect(limit.take("192.0.2.1", now)).toBeGreaterThan(0);
  expect(limit.take("192.0.2.1", 60_001)).toBe(0);
});

test("any number of addresses need only so much memory", () => {
  const limit = rateLimit(1);
  for (let index = 0; index < 50_000; index++)
    limit.take(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, index);
  expect(limit.size()).toBe(20_000);
});

test("0 sets no limit", () => {
  const limit = rateLimit(0);
  expect(Array.from({ length: 1000 }, () => limit.take("192.0.2.1", 0)).every((wait) => wait === 0)).toBe(true);
  expect(limit.size()).toBe(0);
});
