import { describe, expect, test } from "vitest";
import { keptPictures } from "./kept-pictures.ts";

/** A drawer that counts how often it draws. */
function drawer(bytes: number) {
  let drawn = 0;
  return {
    draw: async () => {
      drawn += 1;
      return new Uint8Array(bytes);
    },
    times: () => drawn,
  };
}

describe("pictures that were drawn before", () => {
  test("a second reader gets the same bytes without a second drawing", async () => {
    const pictures = keptPictures(1000);
    const { draw, times } = drawer(100);
    const first = await pictures.get("a", draw);
    expect(await pictures.get("a", draw)).toBe(first);
    expect([times(), pictures.size()]).toEqual([1, 100]);
  });

  test("readers who ask at the same time wait for one drawing", async () => {
    const pictures = keptPictures(1000);
    const { draw, times } = drawer(100);
    await Promise.all([pictures.get("a", draw), pictures.get("a", draw), pictures.get("a", draw)]);
    expect([times(), pictures.size()]).toEqual([1, 100]);
  });

  test("never holds more than it may; the one asked for longest ago goes first", async () => {
    const pictures = keptPictures(250);
    const { draw, times } = drawer(100);
    await pictures.get("a", draw);
    await pictures.get("b", draw);
    await pictures.get("a", draw);
    await pictures.get("c", draw);
    expect(pictures.size()).toBe(200);
    await pictures.get("a", draw);
    expect(times()).toBe(3);
    await pictures.get("b", draw);
    expect(times()).toBe(4);
  });

  test("a picture larger than all room is given but not kept", async () => {
    const pictures = keptPictures(50);
    const { draw } = drawer(100);
    expect((await pictures.get("a", draw))?.byteLength).toBe(100);
    expect(pictures.size()).toBe(0);
  });

  test("where there is nothing to draw, nothing is kept", async () => {
    const pictures = keptPictures(1000);
    expect(await pictures.get("a", async () => undefined)).toBeUndefined();
    expect(pictures.size()).toBe(0);
  });

  test("a drawing that failed is tried again", async () => {
    const pictures = keptPictures(1000);
    await expect(pictures.get("a", () => Promise.reject(new Error("no paper")))).rejects.toThrow("no paper");
    const { draw, times } = drawer(10);
    await pictures.get("a", draw);
    expect(times()).toBe(1);
  });
});
