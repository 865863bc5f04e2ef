import { describe, expect, test } from "vitest";
import type { ColumnMapping, Keys, TableMapping } from "../mapping/mapping.ts";
import { column, countsOf, ingestText, mappingOf, type Row, table } from "./testing/ingest-text.ts";

const races = { black: "black", white: "white", dog: "!not_person" };
const race = column("Race", "person.race_ethnicity", { delimiter: ",", over: "person", values: races });
const types = { takedown: "takedown", taser: "cew_probes_fired", strike: "strike_hand_arm", none: "!no_force" };
const force = (over: "person" | "force") =>
  column("Force", "force_application.force_type", { delimiter: ",", over, values: types });

const ingest = (
  lines: readonly string[],
  columns: readonly ColumnMapping[],
  keys: Keys = { incident: ["Case"] },
  more: Partial<TableMapping> = {},
) =>
  ingestText(
    { "force.csv": ["Case,Race,Force", ...lines].join("\n") },
    mappingOf({ ...table("force.csv", "report", keys, columns), ...more }),
  );

/** Force type and race of the person it is linked to. */
function linked(rows: (table: string) => readonly Row[]): string[] {
  const raceOf = new Map(
    rows("persons").map((row) => [row.person_id, row.race_ethnicity ?? `?${row.race_ethnicity_missing}`]),
  );
  return rows("force")
    .map(
      (row) =>
        `${row.force_type ?? `?${row.force_type_missing}`} on ${row.person_id === null ? row.person_id_missing : raceOf.get(row.person_id)}`,
    )
    .sort();
}

describe("whom force was used on", () => {
  test("the only person of a row", async () => {
    const { rows } = await ingest(['C1,Black,"Takedown,Taser"'], [race, force("force")]);
    expect(linked(rows)).toEqual(["cew_probes_fired on black", "takedown on black"]);
  });

  test("with several people in a row it is not guessed", async () => {
    const { rows } = await ingest(['C1,"Black,White",Takedown'], [race, force("force")]);
    expect(linked(rows)).toEqual(["takedown on not_recorded"]);
    expect(countsOf(rows("persons"), "race_ethnicity")).toEqual({ black: 1, white: 1 });
  });

  test("nor where one of them stands in an earlier report too", async () => {
    const keys: Keys = { incident: ["Case"], report: ["Report"], person: ["Race"], personBasis: "attributes" };
    const report = column("Report", "incident.report_id", { read: "key" });
    const lines = ["C1,Black,Strike,R1", 'C1,"Black,White",Takedown,R2'];
    const { rows } = await ingestText(
      { "force.csv": ["Case,Race,Force,Report", ...lines].join("\n") },
      mappingOf(table("force.csv", "report", keys, [race, force("force"), report])),
    );
    expect(linked(rows)).toEqual(["strike_hand_arm on black", "takedown on not_recorded"]);
  });

  test("a list over the people is linked by position, a blank element to its person too", async () => {
    const { rows } = await ingest(
      ['C1,"Black,White","Takedown,Taser"', 'C2,"White,Black",",Strike"'],
      [race, force("person")],
    );
    expect(linked(rows)).toEqual([
      "?not_recorded on white",
      "cew_probes_fired on white",
      "strike_hand_arm on black",
      "takedown on black",
    ]);
  });

  test("a list of another length cannot be laid beside the people", async () => {
    const { rows } = await ingest(['C1,"Black,White","Takedown,Taser,Strike"'], [race, force("person")]);
    expect(linked(rows)).toEqual([
      "cew_probes_fired on not_recorded",
      "strike_hand_arm on not_recorded",
      "takedown on not_recorded",
    ]);
  });

  test("a second column of another length is unmappable for each person, not shifted", async () => {
    const sex = column("Force", "person.gender", { delimiter: ",", over: "person", values: { m: "man", f: "woman" } });
    const { rows } = await ingest(['C1,"Black,White,Black","M,F"', 'C2,"Black,White","M,F"'], [race, sex]);
    expect(countsOf(rows("persons"), "gender")).toEqual({ "?unmappable": 3, man: 1, woman: 1 });
  });

  test("force on a dog is force on nobody, and the dog is no person", async () => {
    const one = { ...race, over: "any" as const };
    const { rows } = await ingest(["C1,Dog,Takedown", "C2,White,Taser"], [one, force("force")]);
    expect(rows("persons")).toHaveLength(1);
    expect(linked(rows)).toEqual(["cew_probes_fired on white", "takedown on not_applicable"]);
  });
});

describe("how often force was used", () => {
  test("the same kind twice in a list is two uses", async () => {
    const { rows } = await ingest(['C1,Black,"Strike,Strike"'], [race, force("force")]);
    expect(countsOf(rows("force"), "force_type")).toEqual({ strike_hand_arm: 2 });
  });

  test("a blank is one use of an unrecorded kind; a word for no force is none", async () => {
    const { rows } = await ingest(
      ["C1,Black,", "C2,Black,None", "C3,Black,Zap", 'C4,Black,"Taser,Taser"'],
      [race, force("force")],
    );
    expect(countsOf(rows("force"), "force_type")).toEqual({
      "?not_recorded": 1,
      "?unmappable": 1,
      cew_probes_fired: 2,
    });
  });

  // Every officer beside every person beside every force: rows are not uses.
  const cross = ["C1,Black,Taser", "C1,White,Taser", "C1,Black,Strike", "C1,White,Strike", "C2,Black,Taser"];
  const plainRace = { ...column("Race", "person.race_ethnicity", { values: races }) };
  const plainForce = column("Force", "force_application.force_type", { values: types });
  const keys: Keys = { incident: ["Case"], person: ["Race"], personBasis: "attributes" };

  test("in a cartesian table each kind counts once per incident, on nobody in particular", async () => {
    const { rows, release } = await ingest(cross, [plainRace, plainForce], keys, { cartesian: true, grain: "force" });
    expect(countsOf(rows("force"), "force_type")).toEqual({ cew_probes_fired: 2, strike_hand_arm: 1 });
    expect(release.scope.units.find(({ unit }) => unit === "force")).toMatchObject({ basis: "attributes", count: 3 });
    expect(linked(rows)).toContain("cew_probes_fired on black");
    expect(linked(rows).filter((text) => text.endsWith("not_recorded"))).toHaveLength(2);
  });

  test("in any other table each row is a use", async () => {
    const { rows } = await ingest(cross, [plainRace, plainForce], keys, { grain: "force" });
    expect(rows("force")).toHaveLength(5);
  });

  test("numbered columns: empty slots are no use, their order is the sequence", async () => {
    const slots = column(["F1", "F2", "F3"], "force_application.force_type", { over: "force", values: types });
    const { rows } = await ingestText(
      { "force.csv": "Case,F1,F2,F3\nC1,Strike,,Taser\nC2,Takedown,Strike,\nC3,,," },
      mappingOf(table("force.csv", "report", { incident: ["Case"] }, [slots])),
    );
    expect(countsOf(rows("force"), "force_type")).toEqual({
      strike_hand_arm: 2,
      cew_probes_fired: 1,
      takedown: 1,
      "?not_recorded": 1,
    });
    expect(rows("force").map((row) => `${row.sequence} ${row.force_type}`)).toContain("2 strike_hand_arm");
  });
});
