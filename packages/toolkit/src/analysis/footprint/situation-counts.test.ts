import type { FootprintClass } from "@evenhand/standard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellTable } from "../cell-table.ts";
import { situationCounts } from "./situation-counts.ts";

const line = (id: string, field: string, code: string, band: "narrow" | "wide") => ({
  class: id,
  field,
  code,
  band,
  reason: "Made up.",
});
const crisis: FootprintClass = {
  id: "crisis",
  title: { en: "Crisis", es: "Crisis" },
  codes: [
    line("crisis", "incident.contact_reason", "mental_health_crisis", "narrow"),
    line("crisis", "person.perceived_condition", "mental_health", "wide"),
  ],
};
const by = [
  "race_ethnicity",
  "sign.narrow_crisis",
  "sign.wide_crisis",
  "sign.recorded_incident_contact_reason",
  "sign.recorded_person_perceived_condition",
];
type Key = CellTable["cells"][number]["key"];
const table = (...cells: readonly (readonly [Key, number])[]): CellTable => ({
  by,
  cells: cells.map(([key, count]) => ({ key, count })),
});

describe("counts of a kind of situation", () => {
  const known = table(
    [["black", 1, 1, 0, 0], 7],
    [["white", 0, 1, 0, 0], 4],
    [["white", 0, 0, 0, 0], 20],
    [["white", 0, 0, 0, null], 2],
    [[null, null, null, null, null], 3],
  );

  test("by the narrow and the wide definition, with what nothing is known of", () => {
    expect(situationCounts([crisis], known)).toEqual([
      { id: "crisis", narrow: 7, wide: 11, unknown: 3, total: 36, unrecorded: [], occurs: true },
    ]);
  });

  test("among the records that are kept, while what is recorded is told by all of them", () => {
    const [white] = situationCounts([crisis], known, ({ key }) => key[0] === "white");
    expect(white).toMatchObject({ narrow: 0, wide: 4, unknown: 0, total: 26, unrecorded: [], occurs: true });
    const [none] = situationCounts([crisis], known, () => false);
    expect(none).toMatchObject({ narrow: 0, wide: 0, total: 0, occurs: true });
  });

  test("a field that holds nothing in any record is named, and is no sign of absence", () => {
    const [count] = situationCounts([crisis], table([["black", 0, 0, 0, null], 5]));
    expect(count).toMatchObject({ unrecorded: ["person.perceived_condition"], occurs: false });
  });

  test("a code that no record carries does not occur", () => {
    const [count] = situationCounts([crisis], table([["black", 0, 0, 0, 0], 5]));
    expect(count).toMatchObject({ narrow: 0, wide: 0, unrecorded: [], occurs: false });
  });

  test("narrow ≤ wide ≤ total − unknown, and groups add up to all", () => {
    // A sign that the narrow definition sees is seen by the wide one; nothing known of the wide one, nothing of the narrow.
    const signs = fc.constantFrom<Key>([1, 1], [0, 1], [0, 0], [null, 1], [null, 0], [null, null]);
    const cell = fc.tuple(fc.constantFrom("black", "white", null), signs, fc.nat(50));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (drawn) => {
        const made = table(...drawn.map(([group, pair, count]): [Key, number] => [[group, ...pair, 0, 0], count]));
        const [all] = situationCounts([crisis], made);
        if (all === undefined) throw new Error("no count");
        expect(all.narrow).toBeLessThanOrEqual(all.wide);
        expect(all.wide).toBeLessThanOrEqual(all.total - all.unknown);
        const parts = ["black", "white", null].flatMap((group) =>
          situationCounts([crisis], made, ({ key }) => key[0] === group),
        );
        for (const name of ["narrow", "wide", "unknown", "total"] as const)
          expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(all[name]);
      }),
    );
  });
});
