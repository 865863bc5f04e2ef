import { describe, expect, test } from "vitest";
import english from "./en.json" with { type: "json" };
import spanish from "./es.json" with { type: "json" };
import { speaker, type WordKey } from "./words.ts";

const keys = Object.keys(english) as WordKey[];
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();
const options = (text: string) => [...text.matchAll(/--[a-z-]+/g)].map(([option]) => option).sort();

describe("the command line's words", () => {
  test("have the same keys in both languages", () => expect(Object.keys(spanish).sort()).toEqual([...keys].sort()));

  for (const key of keys) {
    test(`“${key}” has the same places and options in both languages`, () => {
      expect(places(spanish[key])).toEqual(places(english[key]));
      // A Spanish hint may add --lang es to the command it shows.
      const extra = ["next-step", "ingest-next"].includes(key) ? ["--lang"] : [];
      expect(options(spanish[key])).toEqual([...options(english[key]), ...extra].sort());
      expect(spanish[key].trim()).not.toBe("");
    });
  }

  test("are not the same text but for words that both languages share", () => {
    const same = keys.filter((key) => spanish[key] === english[key] && english[key].length > 20);
    expect(same).toEqual([]);
  });
});

describe("speaker", () => {
  test("fills places, numbers in the manner of the language", () => {
    expect(speaker("en")("lines", { in: 12345, accepted: 12300, rejected: 45 })).toContain("12,345");
    expect(speaker("es")("lines", { in: 12345, accepted: 12300, rejected: 45 })).toMatch(/12[.,]345/);
  });

  test("leaves a place that nobody filled, so that it shows", () =>
    expect(speaker("en")("report-made")).toContain("{path}"));
});
