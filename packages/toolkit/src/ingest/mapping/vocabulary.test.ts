import { fieldById, findCode, missingReasons } from "@evenhand/standard";
import { expect, test } from "vitest";
import flags from "../vocabulary/flags.json" with { type: "json" };
import letters from "../vocabulary/letters.json" with { type: "json" };
import patterns from "../vocabulary/patterns.json" with { type: "json" };
import values from "../vocabulary/values.json" with { type: "json" };
import { fieldEntries } from "./field-catalogue.ts";
import { normaliseValue } from "./normalise-value.ts";

const known = new Set([...missingReasons.map((reason) => `?${reason}`), "!not_person", "!no_force", "_open"]);

/** Whether a target is a code of one of the fields that use a list of words, or of the field it names. */
function isTarget(list: string, target: string): boolean {
  if (known.has(target)) return true;
  if (target.includes("=")) {
    const [id = "", code = ""] = target.split("=");
    const codes = fieldById(id)?.codeList;
    return codes !== undefined && findCode(codes, code) !== undefined;
  }
  return (
    list === "effectiveness" ||
    fieldEntries.some((entry) => entry.words.includes(list) && entry.codes && findCode(entry.codes, target))
  );
}

test("every field that a column can be mapped to is a field of the standard with the same code list", () => {
  expect(fieldEntries.length).toBeGreaterThan(60);
  for (const entry of fieldEntries) {
    const field = fieldById(entry.id);
    expect(field, entry.id).toBeDefined();
    // Ages of a file may be bands; the officer's assignment is kept as published.
    if (entry.id !== "person.age" && entry.id !== "officer_involvement.assignment")
      expect(entry.codes, entry.id).toBe(field?.codeList);
  }
});

test("every word stands for a code, is written as it is looked up, stands once in its list and has a source", () => {
  let words = 0;
  for (const [list, codes] of Object.entries(values.lists)) {
    const seen = new Set<string>();
    for (const [target, entries] of Object.entries(codes)) {
      expect(isTarget(list, target), `${list}: ${target}`).toBe(true);
      for (const [word, sources] of Object.entries(entries as Record<string, string>)) {
        words += 1;
        expect(normaliseValue(word), list).toBe(word);
        expect(seen.has(word), `${list}: “${word}” stands twice`).toBe(false);
        seen.add(word);
        for (const source of sources.split(" "))
          expect(Object.keys(values.sources), `${list}: ${word}`).toContain(source);
      }
    }
  }
  expect(words).toBeGreaterThan(1_500);
});

test("letters, patterns and yes/no columns lead to codes", () => {
  for (const table of [...letters.places, ...letters.general]) {
    expect(table.source).not.toBe("");
    for (const target of Object.values(table.values))
      expect(isTarget(table.list, String(target)), `${table.list}: ${target}`).toBe(true);
  }
  for (const rule of patterns.patterns) expect(isTarget(rule.list, rule.code), rule.pattern).toBe(true);
  for (const flag of flags.flags) {
    const codes = fieldById(flag.field)?.codeList;
    expect(codes && findCode(codes, flag.code), flag.headers[0]).toBeDefined();
  }
});
