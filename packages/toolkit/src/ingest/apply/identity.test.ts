import { beforeAll, describe, expect, test } from "vitest";
import { column, type IngestedText, ingestText, mappingOf, type Row, table } from "./testing/ingest-text.ts";

const columns = [
  column("Case", "incident.incident_id", { read: "key" }),
  column("Race", "person.race_ethnicity", { values: { black: "black", white: "white" } }),
  column("Force", "force_application.force_type", { values: { takedown: "takedown", taser: "cew_probes_fired" } }),
];
const byKeys = table("force.csv", "report", { incident: ["Case"], person: ["Person"], officer: ["Officer"] }, columns);
const header = "Case,Person,Officer,Race,Force";
const first = [
  header,
  "C1,P1,O1,Black,Takedown",
  "C1,P2,O1,White,Taser",
  "C2,P1,O1,Black,Taser",
  ",,,Black,Taser",
  ",,,Black,Taser",
];

const release = (lines: readonly string[]) => ingestText({ "force.csv": lines.join("\n") }, mappingOf(byKeys));
const ids = (rows: readonly Row[], name: string) => rows.map((row) => row[name]).sort();

let one: IngestedText;
beforeAll(async () => {
  one = await release(first);
});

describe("ids", () => {
  test("equal keys are one thing; a person and an officer are known within an incident", () => {
    expect(one.rows("incidents")).toHaveLength(2 + 2);
    expect(one.rows("persons")).toHaveLength(3 + 2);
    expect(one.rows("officers")).toHaveLength(2 + 2);
  });

  test("rows with blank keys, alike in every cell, are things of their own", () => {
    expect(new Set(ids(one.rows("incidents"), "incident_id")).size).toBe(4);
    expect(new Set(ids(one.rows("persons"), "person_id")).size).toBe(5);
  });

  test("officers with a key are counted over their incidents, and the key stays out of the release", () => {
    expect(one.rows("officer_counts")).toEqual([{ incidents: "2" }]);
    expect(Object.keys(one.rows("officers")[0] ?? {})).not.toContain("officer_key");
  });

  test("the same key gives the same id in a later release with other rows around it", async () => {
    const later = await release([header, "C9,P9,O9,White,Taser", "C1,P1,O1,Black,Takedown"]);
    for (const [kind, name] of [
      ["incidents", "incident_id"],
      ["persons", "person_id"],
      ["officers", "officer_id"],
    ] as const) {
      const known = new Set(ids(one.rows(kind), name));
      expect(ids(later.rows(kind), name).filter((id) => known.has(id))).toHaveLength(1);
    }
  });

  test("an incident, a person and an officer with one key have three ids", async () => {
    const { rows } = await release([header, "7,7,7,Black,Taser"]);
    const all = [rows("incidents")[0]?.incident_id, rows("persons")[0]?.person_id, rows("officers")[0]?.officer_id];
    expect(new Set(all).size).toBe(3);
  });

  test("the same key of another agency is another incident", async () => {
    const files = { "force.csv": first.slice(0, 2).join("\n") };
    const [here, there] = await Promise.all(
      ["here-xx", "there-xx"].map((id) => ingestText(files, { ...mappingOf(byKeys), agency: { id, name: id } })),
    );
    expect(here?.rows("incidents")[0]?.incident_id).not.toBe(there?.rows("incidents")[0]?.incident_id);
  });

  test("the key itself is in no table", () => {
    for (const kind of ["incidents", "persons", "officers", "force"]) {
      expect(one.rows(kind).flatMap((row) => Object.values(row))).not.toContain("C1");
    }
  });
});

describe("keys that start again every year", () => {
  const files = { "2019.csv": "Event,Race\n1,Black\n2,White", "2020.csv": "Event,Race\n1,White" };
  const yearly = (keys: object) =>
    ingestText(
      files,
      mappingOf(
        table(["2019.csv", "2020.csv"], "incident", { incident: ["Event"], ...keys }, [
          column("Race", "person.race_ethnicity", { values: { black: "black", white: "white" } }),
        ]),
      ),
    );

  test("are told apart by their table where the mapping says so", async () => {
    expect((await yearly({ within: "table" })).release.tables.incidents).toBe(3);
    expect((await yearly({})).release.tables.incidents).toBe(2);
  });
});

test("people known by attributes: alike in one list they stay two, over the reports of an incident they are the same", async () => {
  const people = column("Race", "person.race_ethnicity", {
    delimiter: ",",
    over: "person",
    values: { black: "black", white: "white" },
  });
  const { rows, release: made } = await ingestText(
    { "force.csv": 'Case,Race,Sex\nC1,"Black,Black","M,M"\nC1,"Black,Black","M,M"\nC1,White,F\nC2,"Black","M"' },
    mappingOf(
      table("force.csv", "report", { incident: ["Case"], person: ["Race", "Sex"], personBasis: "attributes" }, [
        people,
        column("Sex", "person.gender", { delimiter: ",", over: "person", values: { m: "man", f: "woman" } }),
      ]),
    ),
  );
  expect(rows("persons")).toHaveLength(4);
  expect(made.scope.units.find(({ unit }) => unit === "people")).toMatchObject({ basis: "attributes", count: 4 });
});
