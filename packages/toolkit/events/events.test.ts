import { readdirSync, readFileSync } from "node:fs";
import { policyEventColumns } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { readEvents } from "../src/ingest/events/read-events.ts";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));

test("there is a table of events for each of the four places", () => {
  expect(files).toEqual(["minneapolis-mn.csv", "new-jersey.csv", "new-orleans-la.csv", "seattle-wa.csv"]);
});

describe.each(files)("%s", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");
  const { events, issues } = readEvents(text, { name });

  test("has the columns of the template and is read without anything doubtful", () => {
    expect(text.split("\n")[0]).toBe(policyEventColumns.join(","));
    expect(issues).toEqual([]);
    expect(events.length).toBeGreaterThan(4);
  });

  test("each event has a date, both languages, who entered it, and a dated public document with its address", () => {
    for (const event of events) {
      expect([event.effective, event.adopted].some((date) => /^\d{4}-\d{2}(-\d{2})?$/u.test(date ?? ""))).toBe(true);
      expect(event.what.en).toMatch(/\.$/u);
      expect(event.what.es).toMatch(/\.$/u);
      expect(event.enteredBy).toBeTruthy();
      expect(event.source).toMatch(/https?:\/\/[^\s;]+\.[^\s;]+/u);
    }
  });

  test("ids are not used twice", () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });
});
