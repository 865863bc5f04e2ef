import { beforeAll, describe, expect, test } from "vitest";
import { column, countsOf, type IngestedText, ingestText, mappingOf, type Row, table } from "./testing/ingest-text.ts";

const yesNo = { yes: "yes", no: "no" };
const types = { strike: "strike_hand_arm", taser: "cew_probes_fired" };
const races = { black: "black", white: "white" };
const keys = { incident: ["Case"] };

// I1 has one person, I2 two, I3 nobody in the table of people.
const files = {
  "incidents.csv": "Case,Date,Arrest,Force\nI1,01/02/2020,Yes,Strike\nI2,01/03/2020,Yes,Taser\nI3,01/04/2020,No,Strike",
  "people.csv": "Case,Race\nI1,Black\nI2,White\nI2,Black\nI9,White",
  "officers.csv": "Case,Force,Sex\nI1,Taser,M\nI2,Strike,F\nI2,Taser,M",
};
const mapping = mappingOf(
  table("incidents.csv", "incident", keys, [
    column("Date", "incident.occurred_date", { read: "date", forms: ["month_day_year"] }),
    column("Arrest", "outcome.arrested", { values: yesNo }),
    column("Force", "force_application.force_type", { values: types }),
  ]),
  table("people.csv", "person", keys, [column("Race", "person.race_ethnicity", { values: races })]),
  table("officers.csv", "officer", keys, [
    column("Force", "force_application.force_type", { values: types }),
    column("Sex", "officer_involvement.gender", { values: { m: "man", f: "woman" } }),
  ]),
);

let star: IngestedText;
beforeAll(async () => {
  star = await ingestText(files, mapping);
});

const caseOf = (race: string, year: string | null) => (row: Row) =>
  row.race_ethnicity === race && row.occurred_year === year;

describe("a star of related tables", () => {
  test("each unit is counted in its own table", () => {
    expect(star.release.tables).toMatchObject({ incidents: 4, persons: 4, officers: 3 });
  });

  test("what an incident says is its only person's; with several people it is nobody's", () => {
    expect(countsOf(star.rows("persons"), "arrested")).toEqual({ yes: 1, "?unmappable": 2, "?not_recorded": 1 });
    expect(star.rows("persons").find(({ arrested }) => arrested === "yes")?.race_ethnicity).toBe("black");
  });

  test("a person has the date of the incident; without one there is none", () => {
    expect(star.rows("persons").filter(caseOf("white", "2020"))).toHaveLength(1);
    expect(star.rows("persons").filter(caseOf("white", null))).toHaveLength(1);
  });

  test("force named in two tables counts once, from the finer one, and that is said", () => {
    expect(countsOf(star.rows("force"), "force_type")).toEqual({ cew_probes_fired: 2, strike_hand_arm: 1 });
    expect(star.issues.filter(({ code }) => code === "force-recorded-twice")).toMatchObject([
      { file: "incidents.csv" },
    ]);
  });

  test("force by an officer is linked to the officer, and to the incident's person only where there is one", () => {
    expect(star.rows("force").every(({ officer_id }) => officer_id !== null)).toBe(true);
    expect(star.rows("force").filter(({ person_id }) => person_id !== null)).toHaveLength(1);
  });

  test("lines in are accepted or rejected", () => {
    const { in: read, accepted, rejected } = star.release.lines;
    expect([read, accepted, rejected]).toEqual([3 + 4 + 3, 10, 0]);
  });
});

test("force of other incidents in a second table is no repetition", async () => {
  const made = await ingestText(
    { "a.csv": "Case,Force\nI1,Strike", "b.csv": "Case,Force\nI2,Taser" },
    mappingOf(
      table("a.csv", "incident", keys, [column("Force", "force_application.force_type", { values: types })]),
      table("b.csv", "report", keys, [column("Force", "force_application.force_type", { values: types })]),
    ),
  );
  expect(countsOf(made.rows("force"), "force_type")).toEqual({ strike_hand_arm: 1, cew_probes_fired: 1 });
  expect(made.issues).toEqual([]);
});

describe("a table of list values that names incidents only through reports", () => {
  const reports = "Case,Report,Race\nI1,R1,Black\nI1,R2,Black\nI2,R3,White";
  const child = "Report,Force\nR1,Strike\nR1,Strike\nR3,Taser\nR7,Strike";
  let made: IngestedText;
  beforeAll(async () => {
    made = await ingestText(
      { "reports.csv": reports, "force.csv": child },
      mappingOf(
        table("reports.csv", "report", { incident: ["Case"], report: ["Report"] }, [
          column("Race", "person.race_ethnicity", { values: races }),
        ]),
        table("force.csv", "child", { report: ["Report"] }, [
          column("Force", "force_application.force_type", { values: types }),
        ]),
      ),
    );
  });

  test("finds the incident through the report", () => {
    const known = new Set(made.rows("incidents").map(({ incident_id }) => incident_id));
    expect(made.rows("force").filter(({ incident_id }) => known.has(incident_id ?? "")).length).toBe(3);
  });

  test("rows of a report that no table holds stay, and are told", () => {
    expect(made.rows("force")).toHaveLength(4);
    expect(made.issues.filter(({ code }) => code === "no-incident")).toMatchObject([{ count: 1 }]);
  });
});

describe("rows of officers and of people in one table", () => {
  test("are kept apart by the column that says which is which", async () => {
    const { rows } = await ingestText(
      {
        "people.csv":
          "Case,Who,Race,Injured\nI1,Civilian,Black,Yes\nI1,Officer,White,No\nI1,Officer,White,Yes\nI1,Dog,,\nI2,Civilian,White,",
      },
      mappingOf({
        ...table("people.csv", "person", keys, [
          column("Race", "person.race_ethnicity", { values: races }),
          column("Injured", "injury.injured", { values: yesNo }),
        ]),
        rowKinds: { column: "Who", kinds: { civilian: "person", officer: "officer" } },
      }),
    );
    expect(countsOf(rows("persons"), "race_ethnicity")).toEqual({ black: 1, white: 1 });
    expect(countsOf(rows("persons"), "injured")).toEqual({ yes: 1, "?not_recorded": 1 });
    expect(rows("officers")).toHaveLength(2);
  });
});

describe("years with drifting headers", () => {
  test("a column that a year lacks is missing there, not filled from elsewhere", async () => {
    const { rows } = await ingestText(
      { "2019.csv": "Case,Race\nI1,Black", "2020.csv": "Case,Race,Arrest\nI2,White,Yes" },
      mappingOf(
        table(["2019.csv", "2020.csv"], "incident", keys, [
          column("Race", "person.race_ethnicity", { values: races }),
          column("Arrest", "outcome.arrested", { values: yesNo }),
        ]),
      ),
    );
    expect(countsOf(rows("persons"), "arrested")).toEqual({ "?not_recorded": 1, yes: 1 });
  });
});
