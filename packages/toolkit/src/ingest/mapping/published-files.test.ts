import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openEngine } from "../../release/engine.ts";
import { readSources } from "../read/read-sources.ts";
import type { Keys, Mapping, TableMapping } from "./mapping.ts";
import { readMapping } from "./read-mapping.ts";
import { suggest } from "./suggest.ts";

const data = fileURLToPath(new URL("../../../../../../shared/data/", import.meta.url));

async function suggestFiles(folder: string, names: RegExp, agency: { name: string; state?: string }): Promise<Mapping> {
  const engine = await openEngine();
  const paths = readdirSync(data + folder)
    .filter((name) => names.test(name))
    .sort();
  const tables = await readSources(
    engine,
    paths.map((name) => `${data}${folder}/${name}`),
  );
  const mapping = await suggest(engine, tables, { id: folder, ...agency });
  engine.close();
  return readMapping(JSON.parse(JSON.stringify(mapping)));
}

const columnOf = (table: TableMapping | undefined, name: string) =>
  table?.columns.find((column) => column.columns.includes(name));

type Expected = {
  readonly folder: string;
  readonly names: RegExp;
  readonly name: string;
  readonly state?: string;
  readonly tables: readonly { readonly grain: string; readonly keys: Keys; readonly cartesian?: boolean }[];
};

// What the rows show, where names and the publisher's notes often say otherwise.
const published: readonly Expected[] = [
  {
    folder: "austin-pd",
    names: /^R2R_2017/,
    name: "Austin",
    state: "TX",
    tables: [
      {
        grain: "report",
        keys: { incident: ["Primary Key"], report: ["RIN"], person: ["Master Subject ID"], personBasis: "key" },
      },
    ],
  },
  {
    folder: "dallas-pd",
    names: /Resistance_-_2016/,
    name: "Dallas",
    state: "TX",
    tables: [
      {
        grain: "report",
        keys: { incident: ["FILENUM"], person: ["CitNum"], personBasis: "key", officer: ["CURRENT_BA"] },
      },
    ],
  },
  {
    folder: "minneapolis-pd",
    names: /^openintro.*csv$/,
    name: "Minneapolis",
    state: "MN",
    tables: [{ grain: "force", keys: {} }],
  },
  {
    folder: "seattle-pd",
    names: /2020-snapshot/,
    name: "Seattle",
    state: "WA",
    tables: [
      {
        grain: "report",
        keys: { report: ["Incident_Num"], person: ["Subject_ID"], personBasis: "key", officer: ["Officer_ID"] },
      },
    ],
  },
  {
    folder: "burlington-vt-pd",
    names: /^Use_of_Force\.csv/,
    name: "Burlington",
    state: "VT",
    tables: [
      {
        grain: "force",
        keys: {
          // "Incident Number" is the same number spelt in several ways; 387 of them hold several officers, so it names no report.
          incident: ["Incident Number Cleaned"],
          person: ["Suspect ID"],
          personBasis: "key",
          officer: ["Officer ID"],
        },
      },
    ],
  },
  {
    folder: "new-orleans-pd",
    names: /2020/,
    name: "New Orleans",
    state: "LA",
    tables: [
      {
        grain: "force",
        cartesian: true,
        keys: {
          incident: ["PIB File Number"],
          person: ["Subject Gender", "Subject Ethnicity", "Subject Age"],
          personBasis: "attributes",
        },
      },
    ],
  },
  {
    folder: "new-orleans-pd",
    names: /2023/,
    name: "New Orleans",
    state: "LA",
    tables: [{ grain: "incident", keys: { incident: ["PIB File Number"] } }],
  },
  {
    folder: "new-jersey-ag",
    names: /Export/,
    name: "New Jersey",
    state: "NJ",
    tables: [
      {
        grain: "report",
        keys: {
          incident: ["incident_id"],
          report: ["unique_report_id"],
          person: ["subject_race", "subject_age", "subject_gender"],
          personBasis: "attributes",
          officer: ["officer_name"],
        },
      },
    ],
  },
  {
    folder: "nypd",
    names: /csv$/,
    name: "New York",
    state: "NY",
    tables: [
      { grain: "incident", keys: { incident: ["TRI Incident Number"] } },
      { grain: "officer", keys: { incident: ["TRI Incident Number"] } },
      { grain: "person", keys: { incident: ["TRI Incident Number"] } },
    ],
  },
  {
    folder: "california-doj-ursus",
    names: /2016.csv$/,
    name: "California",
    state: "CA",
    tables: [
      { grain: "person", keys: { incident: ["Incident_ID"] } },
      { grain: "incident", keys: { incident: ["Incident_ID"] } },
    ],
  },
  {
    folder: "northampton-ma-pd",
    names: /xls/,
    name: "Northampton",
    state: "MA",
    tables: Array.from({ length: 3 }, () => ({
      grain: "incident",
      keys: { incident: ["Event #"], within: "table" as const },
    })),
  },
  {
    folder: "beloit-wi-pd",
    names: /csv$/,
    name: "Beloit",
    state: "WI",
    tables: [
      {
        grain: "report",
        keys: { incident: ["CAD#"], report: ["UOF #"], person: ["Sex", "Race", "Age"], personBasis: "attributes" },
      },
    ],
  },
  {
    folder: "south-bend-in-pd",
    names: /csv$/,
    name: "South Bend",
    state: "IN",
    tables: [{ grain: "incident", keys: {} }],
  },
  {
    folder: "baltimore-pd",
    names: /csv$/,
    name: "Baltimore",
    state: "MD",
    tables: [{ grain: "incident", keys: { incident: ["CC#"] } }],
  },
  {
    folder: "orlando-pd",
    names: /csv$/,
    name: "Orlando",
    state: "FL",
    tables: [{ grain: "incident", keys: { incident: ["Incident Number"] } }],
  },
  { folder: "toronto-ps", names: /csv$/, name: "Toronto", tables: [] },
  { folder: "open-policing-2018", names: /csv$/, name: "Stanford", tables: [] },
];

describe.skipIf(!existsSync(data))("files as published (../shared/data)", () => {
  for (const { folder, names, name, state, tables } of published) {
    test(`${folder} ${names.source}: keys and grain`, async () => {
      const mapping = await suggestFiles(folder, names, { name, ...(state ? { state } : {}) });
      expect(
        mapping.tables.map(({ grain, keys, cartesian }) => ({ grain, keys, ...(cartesian ? { cartesian } : {}) })),
      ).toEqual(tables);
    });
  }

  test("Orlando’s ethnicity column is kept beside race, element by element", async () => {
    const [table] = (await suggestFiles("orlando-pd", /csv$/, { name: "Orlando", state: "FL" })).tables;
    expect(columnOf(table, "Offenders Ethnicity")).toMatchObject({
      field: "person.ethnicity_legacy",
      delimiter: ";",
      over: "person",
      values: { hi: "hispanic", nh: "not_hispanic" },
    });
    expect(columnOf(table, "Offenders Race")).toMatchObject({
      field: "person.race_ethnicity",
      delimiter: ";",
      over: "person",
    });
  });

  test("New Jersey’s local date is read, not its UTC twin; force lists keep values with commas", async () => {
    const [table] = (await suggestFiles("new-jersey-ag", /Export/, { name: "New Jersey", state: "NJ" })).tables;
    expect(columnOf(table, "incident_date")?.field).toBe("incident.occurred_date");
    expect(columnOf(table, "incident_date_utc")?.read).toBe("ignore");
    expect(columnOf(table, "subject_type")?.values?.animal).toBe("!not_person");
    expect(columnOf(table, "incident_type")?.values).toHaveProperty("disturbance (drinking, fighting, disorderly)");
  });

  test("South Bend: what it records is found, what it lacks is not invented", async () => {
    const [table] = (await suggestFiles("south-bend-in-pd", /csv$/, { name: "South Bend", state: "IN" })).tables;
    const fields = new Set(table?.columns.map(({ field }) => field));
    for (const field of [
      "incident.occurred_date",
      "force_application.force_type",
      "resistance.resistance_type",
      "incident.contact_reason",
      "injury.injured",
      "location.beat_or_district",
    ])
      expect(fields, field).toContain(field);
    for (const field of fields) expect(field).not.toMatch(/^person\./);
  });

  test("in Minneapolis a display of a Taser, a drive stun and a gun pointed are told apart", async () => {
    const [table] = (await suggestFiles("minneapolis-pd", /^openintro.*csv$/, { name: "Minneapolis", state: "MN" }))
      .tables;
    expect(columnOf(table, "force_type_action")?.values).toMatchObject({
      display: "cew_displayed_unspecified",
      touch: "cew_drive_stun",
      "firing darts": "cew_probes_fired",
      compliance: "firearm_pointed",
      "hand gun": "firearm_unspecified",
    });
    expect(columnOf(table, "force_type")?.read).toBe("ignore");
  });

  test("officers’ force in New York is counted once", async () => {
    const mapping = await suggestFiles("nypd", /csv$/, { name: "New York", state: "NY" });
    const readers = mapping.tables.filter((table) =>
      table.columns.some(({ field }) => field === "force_application.force_type"),
    );
    expect(readers.map(({ grain }) => grain)).toEqual(["officer"]);
  });
});
