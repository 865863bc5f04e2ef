import { codeLists, fieldById, findCode, missingReasons } from "@evenhand/standard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifier, literal, openEngine } from "../../release/engine.ts";
import type { SourceTable } from "../read/source-table.ts";
import { findField } from "./field-catalogue.ts";
import type { ColumnMapping, Mapping } from "./mapping.ts";
import { readMapping } from "./read-mapping.ts";
import { suggest } from "./suggest.ts";

type Rows = readonly (readonly string[])[];

/** Stages rows of text as the reader does, and suggests a mapping for them. */
async function suggestFor(
  header: readonly string[],
  rows: Rows,
  agency = { name: "Springfield", state: "OH" },
  name = "force.csv",
): Promise<Mapping> {
  const engine = await openEngine();
  const columns = header.map((text, index) => ({ name: text, header: text, sql: `c${index}` }));
  await engine.run(`CREATE TABLE t (${columns.map(({ sql }) => `${identifier(sql)} VARCHAR`).join(", ")})`);
  for (let at = 0; at < rows.length; at += 500) {
    const lines = rows
      .slice(at, at + 500)
      .map((row) => `(${header.map((_, index) => literal(row[index] ?? "")).join(", ")})`);
    await engine.run(`INSERT INTO t VALUES ${lines.join(", ")}`);
  }
  const lines = { in: rows.length, accepted: rows.length, rejected: 0 };
  const table: SourceTable = {
    name,
    file: name,
    sql: "t",
    columns,
    rows: rows.length,
    lines,
    issues: [],
    rejected: [],
  };
  const mapping = await suggest(engine, [table], { id: "springfield", ...agency });
  engine.close();
  return mapping;
}

const columnOf = (mapping: Mapping, name: string): ColumnMapping => {
  const found = mapping.tables[0]?.columns.find((column) => column.columns.includes(name));
  if (!found) throw new RangeError(`invalid name; no column ${name}`);
  return found;
};

const day = (n: number) => `${1 + (n % 12)}/${1 + (n % 28)}/2019`;
const many = (count: number, row: (n: number) => readonly string[]): Rows =>
  Array.from({ length: count }, (_, n) => row(n));

describe("headers that lie or are misspelt", () => {
  test("a reason column that holds what the person did gives resistance", async () => {
    const mapping = await suggestFor(
      ["Case Number", "Date", "Reason", "Force Type"],
      many(40, (n) => [
        `C${n}`,
        day(n),
        ["Active Aggression", "Arrest", "Detention/Frisk", "Passive Resistance"][n % 4] ?? "",
        "Taser",
      ]),
    );
    const reason = columnOf(mapping, "Reason");
    expect(reason.field).toBe("force_application.reason_for_force");
    expect(reason.values?.["active aggression"]).toEqual([
      "overcome_resistance",
      "resistance.resistance_type=assaultive_unarmed",
    ]);
    expect(reason.values?.arrest).toBe("effect_arrest");
    expect(reason.values?.["detention/frisk"]).toBe("effect_detention_or_search");
  });

  test("SUBJECT_RACT is the person’s race; a word nobody knows is left out", async () => {
    const mapping = await suggestFor(
      ["Case Number", "Date", "SUBJECT_RACT", "Force Type"],
      many(30, (n) => [`C${n}`, day(n), ["Black", "White", "Martian"][n % 3] ?? "", "Taser"]),
    );
    expect(columnOf(mapping, "SUBJECT_RACT")).toMatchObject({
      field: "person.race_ethnicity",
      values: { black: "black", white: "white" },
    });
    expect(columnOf(mapping, "SUBJECT_RACT").values).not.toHaveProperty("martian");
  });
});

describe("letters", () => {
  const letters = (words: readonly string[], agency?: { name: string; state: string }) =>
    suggestFor(
      ["Case Number", "Date", "Subject Race", "Force Type"],
      many(60, (n) => [`C${n}`, day(n), words[n % words.length] ?? "", "Taser"]),
      agency,
    );

  test("W, B, H, A and U explain themselves", async () => {
    expect(columnOf(await letters(["W", "B", "H", "A", "U"]), "Subject Race").values).toEqual({
      w: "white",
      b: "black",
      h: "hispanic_latino",
      a: "asian",
      u: "?unknown",
    });
  });

  test("N is left for a person, unless the place is known", async () => {
    expect(columnOf(await letters(["W", "B", "N"]), "Subject Race").values).toEqual({ w: "white", b: "black" });
    const austin = await letters(["W", "B", "N"], { name: "Austin", state: "TX" });
    expect(columnOf(austin, "Subject Race").values).toHaveProperty("n", "american_indian_alaska_native");
    expect(columnOf(austin, "Subject Race").reason).toContain("Austin");
  });

  test("letters of a scheme that nobody knows stay open together", async () => {
    const race = columnOf(await letters(["W", "B", "K", "L", "H"]), "Subject Race");
    expect(race).toMatchObject({ field: "person.race_ethnicity", values: {} });
  });
});

describe("dates", () => {
  test("the local date is read, its UTC twin is not", async () => {
    const mapping = await suggestFor(
      ["Case Number", "incident_date_utc", "incident_date", "Force Type"],
      many(30, (n) => [`C${n}`, `2019-01-${String(1 + (n % 28)).padStart(2, "0")}T02:10:09.762Z`, day(n), "Taser"]),
    );
    expect(columnOf(mapping, "incident_date")).toMatchObject({
      field: "incident.occurred_date",
      read: "date",
      forms: ["month_day_year"],
    });
    expect(columnOf(mapping, "incident_date_utc")).toMatchObject({ read: "ignore" });
    expect(columnOf(mapping, "incident_date_utc").reason).toContain("UTC");
  });

  test("times that are all midnight are no times", async () => {
    const mapping = await suggestFor(
      ["Case Number", "Date", "Force Type"],
      many(30, (n) => [`C${n}`, `${day(n)} 12:00:00 AM`, "Taser"]),
    );
    expect(columnOf(mapping, "Date")).toMatchObject({ read: "date", forms: ["month_day_year_time_12h"] });
  });

  test("day before month is told by the values", async () => {
    const mapping = await suggestFor(
      ["Case Number", "Date", "Force Type"],
      many(30, (n) => [`C${n}`, `${1 + (n % 28)}/0${1 + (n % 9)}/2019`, "Taser"]),
    );
    expect(columnOf(mapping, "Date").forms).toEqual(["day_month_year"]);
  });
});

describe("lists", () => {
  test("“Black,Black” lists people; “White, Hispanic” the groups of one person", async () => {
    const people = await suggestFor(
      ["Case Number", "Date", "Subject Race", "Force Type"],
      many(40, (n) => [`C${n}`, day(n), ["Black", "White", "Black,Black", "White,Black"][n % 4] ?? "", "Taser"]),
    );
    expect(columnOf(people, "Subject Race")).toMatchObject({
      delimiter: ",",
      over: "person",
      values: { black: "black", white: "white" },
    });
    const groups = await suggestFor(
      ["Case Number", "Date", "Subject Race", "Force Type"],
      many(40, (n) => [`C${n}`, day(n), ["Black", "White, Hispanic", "Hispanic"][n % 3] ?? "", "Taser"]),
    );
    expect(columnOf(groups, "Subject Race")).toMatchObject({ delimiter: ",", over: "any" });
  });

  test("a value that holds the delimiter is kept whole", async () => {
    const mapping = await suggestFor(
      ["Case Number", "Date", "Subject Resistance", "Force Type"],
      many(40, (n) => [
        `C${n}`,
        day(n),
        ["Attempt to flee", "Attempt to flee,Resistive tension (stiffening, tightening muscles)"][n % 2] ?? "",
        "Taser",
      ]),
    );
    expect(columnOf(mapping, "Subject Resistance").values).toEqual({
      "attempt to flee": "flight_on_foot",
      "resistive tension (stiffening, tightening muscles)": "active_defensive",
    });
  });

  test("numbered columns are one list", async () => {
    const mapping = await suggestFor(
      ["Case Number", "Date", "Weapon Used 1", "Weapon Used 2", "Weapon Used 3"],
      many(30, (n) => [`C${n}`, day(n), "Taser", n % 2 ? "OC Spray" : "", ""]),
    );
    expect(columnOf(mapping, "Weapon Used 1")).toMatchObject({
      columns: ["Weapon Used 1", "Weapon Used 2", "Weapon Used 3"],
      field: "force_application.force_type",
      over: "force",
    });
  });
});

describe("keys come from the rows", () => {
  test("an id that differs in every row of one moment is no incident", async () => {
    const mapping = await suggestFor(
      ["Incident ID", "Date", "Time", "Location", "Subject Race", "Subject Age", "Officer ID", "Force Type"],
      many(200, (n) => [
        `I${n}`,
        day(Math.floor(n / 4)),
        `${10 + (Math.floor(n / 4) % 12)}:15`,
        `${Math.floor(n / 4)} Main St`,
        "Black",
        "30",
        `O${n % 4}`,
        "Taser",
      ]),
    );
    expect(mapping.tables[0]?.keys.incident).toBeUndefined();
    expect(mapping.tables[0]?.keys.report).toEqual(["Incident ID"]);
  });

  test("the column that repeats on one date is the incident, whatever it is called", async () => {
    const mapping = await suggestFor(
      ["RIN", "Primary Key", "Date", "Subject Race", "Officer ID", "Force Type"],
      many(200, (n) => [`R${n}`, `P${Math.floor(n / 3)}`, day(Math.floor(n / 3)), "Black", `O${n % 3}`, "Taser"]),
    );
    expect(mapping.tables[0]?.keys).toMatchObject({
      incident: ["Primary Key"],
      report: ["RIN"],
      officer: ["Officer ID"],
    });
    expect(mapping.tables[0]?.grain).toBe("report");
  });

  test("every force beside every person is a cross join", async () => {
    const rows = many(30, (n) => [String(n)]).flatMap(([n = ""]) =>
      ["White", "Black"].flatMap((race) =>
        ["Taser", "OC Spray", "Baton"].map((force, at) => [`C${n}`, day(Number(n)), race, `O${at > 1 ? 1 : 0}`, force]),
      ),
    );
    const mapping = await suggestFor(["Case Number", "Date", "Subject Race", "Officer ID", "Force Type"], rows);
    expect(mapping.tables[0]).toMatchObject({ grain: "force", cartesian: true, keys: { incident: ["Case Number"] } });
  });

  test("people and officers in one table are told apart by their column", async () => {
    const mapping = await suggestFor(
      ["Incident_ID", "Date", "Civilian_Officer", "Gender", "Received_Force_Type"],
      many(60, (n) => [
        `C${Math.floor(n / 2)}`,
        day(Math.floor(n / 2)),
        n % 2 ? "Officer" : "Civilian",
        "Male",
        "Taser",
      ]),
    );
    expect(mapping.tables[0]?.rowKinds).toEqual({
      column: "Civilian_Officer",
      kinds: { civilian: "person", officer: "officer" },
    });
  });
});

test("code -1 of a yes/no column is not recorded, never no", async () => {
  const mapping = await suggestFor(
    ["Case Number", "Date", "SubjectInjury", "Force Type"],
    many(30, (n) => [`C${n}`, day(n), n % 3 ? "0" : "-1", "Taser"]),
  );
  expect(columnOf(mapping, "SubjectInjury")).toMatchObject({
    field: "injury.injured",
    values: { "0": "no", "-1": "?not_recorded" },
  });
});

test("one-hot groups and yes/no force columns become flags", async () => {
  const mapping = await suggestFor(
    ["Event", "Date", "Suspect Race White, Non-Hispanic", "Suspect Race Black, Hispanic", "Weapon Fired", "KneeStrke"],
    many(30, (n) => [`E${n}`, day(n), n % 2 ? "1" : "", n % 2 ? "" : "X", "No", n % 5 ? "No" : "Yes"]),
  );
  expect(columnOf(mapping, "Suspect Race White, Non-Hispanic")).toMatchObject({
    read: "flag",
    field: "person.race_ethnicity",
    code: "white",
  });
  expect(columnOf(mapping, "Suspect Race Black, Hispanic")).toMatchObject({ read: "flag", code: "hispanic_latino" });
  expect(columnOf(mapping, "Weapon Fired")).toMatchObject({
    read: "flag",
    field: "force_application.force_type",
    code: "firearm_discharged",
  });
  expect(columnOf(mapping, "KneeStrke")).toMatchObject({ read: "flag", code: "strike_leg" });
});

test("a table of counts and a dictionary are no records", async () => {
  const counts = await suggestFor(
    ["Race", "Year", "Incident_Count"],
    many(20, (n) => [["Black", "White"][n % 2] ?? "", "2019", String(n)]),
  );
  expect(counts.tables).toEqual([]);
  const dictionary = await suggestFor(
    ["Column", "Definition"],
    many(20, (n) => [`c${n}`, `what c${n} means`]),
  );
  expect(dictionary.tables).toEqual([]);
});

/** Whether a target is a code that the standard has. */
function isValid(field: string, target: string): boolean {
  if (target.startsWith("?")) return (missingReasons as readonly string[]).includes(target.slice(1));
  if (target.startsWith("!")) return target === "!not_person" || target === "!no_force";
  const [id, code] = target.includes("=") ? (target.split("=") as [string, string]) : [field, target];
  const list = findField(id)?.codes ?? fieldById(id)?.codeList;
  return list !== undefined && findCode(list, code) !== undefined;
}

test("on any table: no crash, only codes of the standard, every column accounted for, and the JSON reads back", async () => {
  const headers = fc.constantFrom(
    "Date",
    "Time",
    "Subject Race",
    "Officer Race",
    "Age",
    "ForceType",
    "Weapon Used 1",
    "Weapon Used 2",
    "Reason",
    "Incident ID",
    "UOF #",
    "Injured",
    "Arrested",
    "Location",
    "X",
    "Y",
    "Beat",
    "Type",
    "OC",
    "Suspect Race White",
    "Civilian_Officer",
    "ReportNumber",
    "",
    "§",
    "date_utc",
  );
  const words = Object.values(codeLists).flatMap(({ codes }) => codes.map(({ title }) => title));
  const cell = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "",
        "Yes",
        "No",
        "1",
        "0",
        "-1",
        "W",
        "B",
        "N",
        "Black,Black",
        "W;B",
        "Male",
        "Taser",
        "Taser, OC Spray",
        "1/2/2019",
        "2019-01-02T10:00:00Z",
        "0330",
        "43831",
        "(39.1, -86.5)",
        "39.1",
        "Officer",
        "Civilian",
        "NULL",
        "17-Oct",
        "__proto__",
        "constructor",
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
  );
  const table = fc
    .uniqueArray(headers, { minLength: 1, maxLength: 9 })
    .chain((names) =>
      fc
        .array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { minLength: 1, maxLength: 12 })
        .map((rows) => ({ names, rows })),
    );
  await fc.assert(
    fc.asyncProperty(table, async ({ names, rows }) => {
      const clean = rows.map((row) => row.map((text) => text.replaceAll("\0", "")));
      const mapping = await suggestFor(
        names.map((name, index) => name || `column ${index + 1}`),
        clean,
      );
      for (const one of mapping.tables) {
        const mapped = new Set(one.columns.flatMap((column) => column.columns));
        for (const [index, name] of names.entries()) expect(mapped.has(name || `column ${index + 1}`), name).toBe(true);
        for (const column of one.columns) {
          if (column.code !== undefined) expect(isValid(column.field, column.code), column.code).toBe(true);
          for (const target of Object.values(column.values ?? {}).flat())
            expect(isValid(column.field, target), `${column.field}: ${target}`).toBe(true);
        }
      }
      expect(readMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
    }),
    { numRuns: 40 },
  );
});
