import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCsv } from "./parse-csv.ts";

const rules = new URL("../rules/", import.meta.url);
const table = new URL("../../../../../../shared/policy/labels.csv", import.meta.url);

/** Everything a rule's data says but its test texts. */
const data = readdirSync(rules, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({ file, text: readFileSync(new URL(file, rules), "utf8") }));

/** Places whose name is also an everyday word or part of a source's title. */
const notOnlyPlaces = new Set(["Washington"]);

test("no rule names a document by its hash", () => {
  for (const { file, text } of data) expect(text, file).not.toMatch(/\b[0-9a-f]{40,64}\b/);
});

test.skipIf(!existsSync(table))("no rule names a city it could have been fitted to", () => {
  const names = new Set(parseCsv(readFileSync(table, "utf8")).map(({ city_name = "" }) => city_name));
  expect(names.size).toBeGreaterThan(100);
  for (const name of names)
    if (name !== "" && !notOnlyPlaces.has(name))
      for (const { file, text } of data)
        expect(new RegExp(`\\b${name}\\b`).test(text), `${name} in ${file}`).toBe(false);
});
