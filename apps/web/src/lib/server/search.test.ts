import { describe, expect, test } from "vitest";
import type { Place } from "./place-index.ts";
import { matchesSearch } from "./search.ts";

const place = { id: "anytown-mn", name: "Anytown Póliçe", summary: { agency: { state: "MN" } } } as unknown as Place;

describe("matchesSearch", () => {
  test.each(["any", "ANYTOWN", "police anytown", "mn", "  ", "póli"])("finds “%s”", (search) => {
    expect(matchesSearch(place, search)).toBe(true);
  });

  test.each(["town", "anytown wi", "x"])("does not find “%s”", (search) => {
    expect(matchesSearch(place, search)).toBe(false);
  });
});
