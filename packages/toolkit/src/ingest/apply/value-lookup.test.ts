import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, literal, openEngine } from "../../release/engine.ts";
import { normaliseValue } from "../mapping/normalise-value.ts";
import { codeTypeStatements } from "./coded-field.ts";
import { column } from "./testing/ingest-text.ts";
import { codeListOf, createLookup, needsLookup } from "./value-lookup.ts";

let engine: Engine;
let made = 0;

beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
  for (const statement of codeTypeStatements(["race_ethnicity", "injury_severity", "yes_no"]))
    await engine.run(statement);
});
afterAll(() => engine.close());

/** A lookup over one column of cells; null is a NULL cell. */
async function lookUp(mapping: ReturnType<typeof column>, cells: readonly (string | null)[]) {
  const sql = `lookup_${made++}`;
  const values = cells.map((cell) => `(${cell === null ? "NULL" : literal(cell)})`).join(", ");
  const lookedUp = await createLookup(engine, {
    sql,
    mapping,
    relations: [`(SELECT v, 1 AS n FROM (VALUES ${values}) AS t(v))`],
    normalise: normaliseValue,
    file: "force.csv",
  });
  const rows = await engine.rows(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${sql} ORDER BY raw`);
  return { ...lookedUp, rows };
}

const race = "person.race_ethnicity";

describe("createLookup", () => {
  test("one row a distinct text as published, a code or a reason beside it", async () => {
    const mapping = column("Race", race, { values: { b: "black", u: "?refused" } });
    const { rows } = await lookUp(mapping, ["B", "b", "b", "U", "Zed", "", null]);
    expect(rows).toEqual([
      { raw: "", f0: null, f0_missing: "not_recorded" },
      { raw: "B", f0: "black", f0_missing: null },
      { raw: "U", f0: null, f0_missing: "refused" },
      { raw: "Zed", f0: null, f0_missing: "unmappable" },
      { raw: "b", f0: "black", f0_missing: null },
    ]);
  });

  test("an unmapped value is an issue that names column, file, value and rows", async () => {
    const { issues } = await lookUp(column("Race", race, { values: { b: "black" } }), ["b", "Zed", "Zed", "Zed"]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: "unmapped-value",
      file: "force.csv",
      column: "Race",
      value: "Zed",
      count: 3,
    });
  });

  test("a list over people is kept as a list", async () => {
    const mapping = column("Race", race, { delimiter: ",", over: "person", values: { b: "black", w: "white" } });
    const { lookup, rows } = await lookUp(mapping, ["B,,W"]);
    expect(lookup.fields.get(race)?.form).toBe("list");
    expect(rows[0]?.f0).toBe("[black, ?not_recorded, white]");
  });

  test("what a scale can say is known from the rules, not from the rows", async () => {
    const field = "injury.injury_severity";
    const { lookup } = await lookUp(column("Injury", field, { values: { n: "none", d: "death" } }), ["N"]);
    expect([...(lookup.possible.get(field) ?? [])].sort()).toEqual(["death", "none"]);
  });
});

test("coded values, flags and ages go through a lookup; texts, dates and keys do not", () => {
  expect(["values", "flag"].map((read) => needsLookup(column("A", race, { read: read as "flag" })))).toEqual([
    true,
    true,
  ]);
  expect(needsLookup(column("Age", "person.age", { read: "number" }))).toBe(true);
  expect(needsLookup(column("Sequence", "force_application.sequence", { read: "number" }))).toBe(false);
  for (const read of ["text", "date", "key", "ignore"] as const)
    expect(needsLookup(column("A", race, { read }))).toBe(false);
});

test("codeListOf knows the list of a field", () => {
  expect(codeListOf("officer_involvement.race_ethnicity")).toBe("race_ethnicity");
  expect(codeListOf("outcome.died")).toBe("yes_no");
  expect(codeListOf("force_application.force_type")).toBe("force_type");
  expect(codeListOf("incident.narrative")).toBeUndefined();
});
