import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { provisionTitle } from "../words/provision-title.ts";
import type { Place } from "./place-index.ts";
import { provisionColumns } from "./provisions-table.ts";
import { sortIds, statusTable } from "./status-table.ts";

const placeWith = (id: string, verdicts: Readonly<Record<string, string>>): Place =>
  ({
    id,
    name: id,
    summary: {
      provisions: Object.entries(verdicts).map(([rule, verdict]) => ({
        id: rule,
        verdict,
        question: { en: `Question ${rule}?`, es: `¿Pregunta ${rule}?` },
      })),
    },
  }) as unknown as Place;
const none = { id: "c", name: "c", summary: {} } as unknown as Place;
const places = [
  placeWith("a", { "duty-to-intervene": "silent", own: "required" }),
  placeWith("b", { "duty-to-intervene": "required" }),
  none,
];

const table = (language: "en" | "es", sort?: string) =>
  statusTable(places, provisionColumns(places, language), { language, home: language === "en" ? "/" : "/es", sort });

test("a row each subject and a column each policy; a question that was not asked has an empty cell, never an answer", () => {
  const { corner, columns, rows, without } = table("en");
  expect(corner.text).toBe("Subject");
  expect(columns.map(({ text }) => text)).toEqual(["a", "b"]);
  expect(rows.map(({ name }) => name)).toEqual(["Duty to intervene", "Question own?"]);
  expect(rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual([
    ["silent", "required"],
    ["required", "unknown"],
  ]);
  expect(rows[1]?.cells[1]).toEqual({ status: "unknown", text: "", symbol: "" });
  expect(rows[0]?.href).toBe("/provisions/duty-to-intervene");
  expect(without).toContain("c.");
});

test("every sign of the table is explained, and no other", () => {
  expect(table("en").legend.map(({ status, symbol }) => [status, symbol])).toEqual([
    ["required", "✓"],
    ["silent", "–"],
  ]);
});

test("in the order of a department, what is required stands first and what is not known last", () => {
  const sorted = table("es", "a");
  expect(sorted.rows.map(({ name }) => name)).toEqual(["¿Pregunta own?", "Deber de intervenir"]);
  expect(sorted.columns.map(({ isSorted }) => isSorted)).toEqual([true, false]);
  expect(sorted.columns[0]?.href).toBe("/es/sorted/what-policies-say/a#what-policies-say");
  expect(sortIds(places, provisionColumns(places, "es"))).toEqual(["a", "b"]);
  expect(table("es", "c").rows.map(({ name }) => name)).toEqual(table("es").rows.map(({ name }) => name));
});

test("every question of the rubric has a short title in both languages", () => {
  const rules = readdirSync(new URL("../../../../../packages/toolkit/src/policy/rules/evenhand", import.meta.url), {
    withFileTypes: true,
  });
  const ids = rules.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(ids.length).toBeGreaterThan(30);
  for (const id of ids) expect([id, provisionTitle(id, "en"), provisionTitle(id, "es")]).not.toContain(undefined);
});
