import { describe, expect, test } from "vitest";
import { pageCache } from "./page-cache.ts";

const answer = (length: number, status = 200) => ({
  status,
  headers: [],
  body: new Uint8Array(length),
  packed: new Uint8Array(0),
});

describe("pageCache", () => {
  test("keeps an answer while the version stays", () => {
    const cache = pageCache(1000);
    cache.keep("/a", "1", answer(10));
    expect(cache.get("/a", "1")?.body.byteLength).toBe(10);
    expect(cache.get("/a", "2")).toBeUndefined();
    expect(cache.get("/a", "1")).toBeUndefined();
    expect(cache.size()).toBe(0);
  });

  test("drops what was asked for longest ago, never more than its bytes", () => {
    const cache = pageCache(1000);
    for (const key of ["/a", "/b", "/c", "/d"]) cache.keep(key, "1", answer(250));
    cache.get("/a", "1");
    cache.keep("/e", "1", answer(200));
    expect(cache.get("/b", "1")).toBeUndefined();
    expect(cache.get("/a", "1")).toBeDefined();
    expect(cache.size()).toBeLessThanOrEqual(1000);
  });

  test("leaves a very large answer out, and counts a replaced one once", () => {
    const cache = pageCache(1000);
    cache.keep("/large", "1", answer(251));
    expect(cache.get("/large", "1")).toBeUndefined();
    cache.keep("/a", "1", answer(100));
    cache.keep("/a", "1", answer(50));
    expect(cache.size()).toBe(50);
  });
});
