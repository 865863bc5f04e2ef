import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCsv } from "../scripts/parse-csv.ts";
import { findCode } from "../src/code-lists.ts";
import { fieldById } from "../src/fields.ts";

const root = new URL("./", import.meta.url);
const files = readdirSync(root).filter((name) => name.endsWith(".csv"));

test("there is a crosswalk for each of the six collections", () => {
  expect(files.toSorted()).toEqual(
    ["california-ripa", "california-ursus", "fbi-national-use-of-force", "new-jersey-oag", "nibrs", "uk"].map(
      (name) => `${name}.csv`,
    ),
  );
});

describe.each(files)("%s", (file) => {
  const rows = parseCsv(readFileSync(new URL(file, root), "utf8"));

  test("names our fields and codes, and says how sure each row is", () => {
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "our_field",
      "our_code",
      "their_field",
      "their_code",
      "status",
      "source",
      "note",
    ]);
    for (const row of rows) {
      const [ourField = "", ourCode = ""] = [row.our_field, row.our_code];
      const field = fieldById(ourField.replace(/_missing$/, ""));
      const list = ourField.endsWith("_missing") ? "missing_reason" : field?.codeList;
      expect(field, ourField).toBeDefined();
      if (ourCode) expect(list && findCode(list, ourCode), `${ourField} ${ourCode}`).toBeDefined();
      expect(row.their_field, `${ourField} ${ourCode}`).not.toBe("");
      expect(row.source).not.toBe("");
      expect(["verified", "draft"]).toContain(row.status);
    }
  });

  test("has no row twice", () => {
    const keys = rows.map((row) => JSON.stringify([row.our_field, row.our_code, row.their_field, row.their_code]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("does not call a row verified whose source was read in part or recalled, beyond what was read", () => {
    for (const row of rows) if (/recalled/i.test(row.source ?? "")) expect(row.status).toBe("draft");
  });
});
