import { expect, test } from "vitest";
import { qrCode } from "./qr-code.ts";

test("three finder patterns of 7 by 7 stand in the corners, inside a quiet zone of 4", () => {
  const { size, path } = qrCode("https://example.org/places/riverton-xx");
  const dark = new Set(Array.from(path.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, x, y]) => `${x} ${y}`));
  const side = size - 8;
  expect((side - 17) % 4).toBe(0);
  for (const [left, top] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) {
    for (let step = 0; step < 7; step += 1) {
      expect(dark.has(`${left + step} ${top}`)).toBe(true);
      expect(dark.has(`${left} ${top + step}`)).toBe(true);
    }
    expect(dark.has(`${left + 1} ${top + 1}`)).toBe(false);
    expect(dark.has(`${left + 3} ${top + 3}`)).toBe(true);
  }
  expect([...dark].every((place) => place.split(" ").every((at) => Number(at) >= 4 && Number(at) < size - 4))).toBe(
    true,
  );
});

test("another address gives another code", () =>
  expect(qrCode("https://example.org/a").path).not.toBe(qrCode("https://example.org/b").path));
