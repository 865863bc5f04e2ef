import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { provisionTitle } from "../words/provision-title.ts";
import type { Place } from "./place-index.ts";
import { provisionColumns } from "./provisions-table.ts";
import { statusTable } from "./status-table.ts";

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

test("a department without a policy has empty cells, never an answer", () => {
  const table = statusTable(places, provisionColumns(places, "en"), { language: "en", home: "/" });
  expect(table.columns.map(({ text }) => text)).toEqual(["Department", "Duty to intervene", "Question own?"]);
  expect(table.rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual([
    ["silent", "required"],
    ["required", "unknown"],
    ["unknown", "unknown"],
  ]);
  expect(table.rows[2]?.cells[0]?.text).toBe("");
  expect(table.rows[0]?.href).toBe("/places/a/policy");
});

test("in the order of a question, what is required stands first and what is not known last", () => {
  const columns = provisionColumns(places, "es");
  const table = statusTable(places, columns, { language: "es", home: "/es", sort: "duty-to-intervene" });
  expect(table.rows.map(({ name }) => name)).toEqual(["b", "a", "c"]);
});

test("every question of the rubric has a short title in both languages", () => {
  const rules = readdirSync(new URL("../../../../../packages/toolkit/src/policy/rules/evenhand", import.meta.url), {
    withFileTypes: true,
  });
  const ids = rules.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(ids.length).toBeGreaterThan(30);
  for (const id of ids) expect([id, provisionTitle(id, "en"), provisionTitle(id, "es")]).not.toContain(undefined);
});
