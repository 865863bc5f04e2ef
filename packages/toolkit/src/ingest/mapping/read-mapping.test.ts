import { expect, test } from "vitest";
import { readMapping } from "./read-mapping.ts";

const column = {
  columns: ["Race"],
  field: "person.race_ethnicity",
  read: "values",
  values: { b: "black" },
  confidence: 1,
  reason: "Confirmed.",
};
const mapping = (change: object = {}, table: object = {}) => ({
  mappingVersion: 1,
  agency: { id: "springfield", name: "Springfield" },
  tables: [
    {
      tables: ["force.csv"],
      grain: "report",
      keys: { incident: ["Case"] },
      columns: [{ ...column, ...change }],
      ...table,
    },
  ],
});

test("a mapping reads back as it was written", () => {
  const full = mapping(
    {},
    {
      keys: {
        incident: ["Case"],
        report: ["Report"],
        person: ["Race"],
        personBasis: "attributes",
        officer: ["Badge"],
        within: "table",
      },
      rowKinds: { column: "Kind", kinds: { officer: "officer", civilian: "person" } },
      cartesian: true,
    },
  );
  expect(readMapping(full)).toEqual(full);
});

const wrong = [
  [
    "an unknown code",
    mapping({ values: { x: "blak" } }),
    `tables[0].columns[0].values."x": "blak" is no code of race_ethnicity. Did you mean "black"?`,
  ],
  [
    "an unknown field",
    mapping({ field: "person.rase_ethnicity" }),
    `tables[0].columns[0].field: "person.rase_ethnicity" is no field of the standard. Did you mean "person.race_ethnicity"?`,
  ],
  [
    "an unknown reason",
    mapping({ values: { x: "?unknwon" } }),
    `tables[0].columns[0].values."x": "?unknwon" is no reason for a missing value. Did you mean "?unknown"?`,
  ],
  [
    "a code of another field",
    mapping({ values: { x: "resistance.resistance_type=passiv" } }),
    `"passiv" is no code of resistance_type. Did you mean "passive"?`,
  ],
  [
    "an unknown word",
    mapping({ delimeter: "," }),
    `tables[0].columns[0]: "delimeter" is not known here. Did you mean "delimiter"?`,
  ],
  [
    "an unknown grain",
    mapping({}, { grain: "incidnt" }),
    `tables[0].grain: is "incidnt"; must be one of incident, report, person, officer, force, child. Did you mean "incident"?`,
  ],
  [
    "a flag without a code",
    mapping({ read: "flag", values: {} }),
    `tables[0].columns[0]: a flag must say in "code" what a yes stands for.`,
  ],
  [
    "a date without forms",
    mapping({ field: "incident.occurred_date", read: "date", values: {} }),
    "a column of dates or times must name the forms it is written in.",
  ],
  [
    "an unknown form",
    mapping({ field: "incident.occurred_date", read: "date", values: {}, forms: ["iso_dat"] }),
    `tables[0].columns[0].forms[0]: "iso_dat" is no known form of dates. Did you mean "iso_date"?`,
  ],
  [
    "a confidence out of range",
    mapping({ confidence: 2 }),
    "tables[0].columns[0].confidence: must be a number from 0 to 1, is 2.",
  ],
  ["another version", { ...mapping(), mappingVersion: 2 }, "mappingVersion: must be 1, is 2."],
  ["no object", "mapping", `The mapping: must be an object, is "mapping".`],
] as const;

for (const [what, json, message] of wrong) {
  test(`${what} is refused and its place named`, () => {
    expect(() => readMapping(json)).toThrow(message);
  });
}

test("words of JavaScript are words like any other", () => {
  const values = JSON.parse('{"__proto__": "black", "constructor": "white"}');
  expect(Object.entries(readMapping(mapping({ values })).tables[0]?.columns[0]?.values ?? {})).toEqual([
    ["__proto__", "black"],
    ["constructor", "white"],
  ]);
  expect(() => readMapping(mapping({ values: { x: "constructor" } }))).toThrow("is no code");
});
