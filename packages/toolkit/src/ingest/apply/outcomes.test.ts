import { codeLists } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import type { ColumnMapping } from "../mapping/mapping.ts";
import { orderedCodes } from "./coded-field.ts";
import { column, countsOf, ingestText, mappingOf, type Row, table } from "./testing/ingest-text.ts";

const yesNo = { yes: "yes", no: "no", refused: "?refused" };
const died = column("Died", "outcome.died", { values: yesNo });
const injured = column("Injured", "injury.injured", { values: yesNo });
const scale = { none: "none", minor: "minor", serious: "serious" };
const severity = column("Injury", "injury.injury_severity", { values: scale });
const fatalScale = column("Injury", "injury.injury_severity", { values: { ...scale, fatal: "death" } });
const medical = column("Medical", "injury.medical_response", {
  values: { hospital: "hospital", scene: "ems_on_scene", refused: "refused", other: "other" },
});
const custody = column("Custody", "outcome.disposition", {
  values: { jailed: "arrested", released: "not_arrested", dead: "died", other: "other" },
});

/** One person a row, with the outcomes that the columns give. */
async function people(columns: readonly ColumnMapping[], rows: readonly string[]): Promise<readonly Row[]> {
  const header = ["Name", ...columns.flatMap((one) => one.columns)].join(",");
  const lines = rows.map((row, index) => `P${index},${row}`);
  const made = await ingestText(
    { "people.csv": [header, ...lines].join("\n") },
    mappingOf(table("people.csv", "person", {}, columns)),
  );
  expect(made.rows("persons")).toHaveLength(rows.length);
  return made.rows("persons");
}

describe("outcomes that follow from one another", () => {
  test("who died was injured, and death is the severity", async () => {
    const [row] = await people([died, injured], ["Yes,"]);
    expect(row).toMatchObject({
      died: "yes",
      injured: "yes",
      injury_severity: "death",
      died_missing: null,
      injured_missing: null,
    });
  });

  test("a severity of death or a custody of the dead is a death", async () => {
    const bySeverity = (await people([fatalScale], ["Fatal", "Minor"])).map(
      (row) => `${row.injury_severity}: died ${row.died}`,
    );
    expect(bySeverity.sort()).toEqual(["death: died yes", "minor: died no"]);
    const byCustody = (await people([custody], ["Dead", "Jailed"])).map((row) =>
      [row.died, row.injured, row.arrested].join(),
    );
    // That a person died does not say whether they were arrested.
    expect(byCustody.sort()).toEqual(["no,,yes", "yes,yes,"]);
  });

  test("a scale without death cannot say that nobody died", async () => {
    expect(countsOf(await people([severity], ["None", "Minor", "Serious"]), "died")).toEqual({ "?not_recorded": 3 });
  });

  test("injured follows from severity, severity only as far as yes and no go", async () => {
    expect(countsOf(await people([severity], ["None", "Minor", ""]), "injured")).toEqual({
      no: 1,
      yes: 1,
      "?not_recorded": 1,
    });
    const rows = await people([injured], ["Yes", "No", "Refused", ""]);
    expect(countsOf(rows, "injury_severity")).toEqual({
      injury_unspecified: 1,
      none: 1,
      "?refused": 1,
      "?not_recorded": 1,
    });
  });

  test("a severity of none beside a yes to injured is an injury", async () => {
    expect(await people([severity, injured], ["None,Yes"])).toMatchObject([
      { injured: "yes", injury_severity: "injury_unspecified" },
    ]);
  });

  test("hospitalised follows from medical care; care on the scene is no, a blank is missing", async () => {
    const rows = await people([medical], ["Hospital", "Scene", "Refused", "", "Zed"]);
    expect(countsOf(rows, "hospitalised")).toEqual({ yes: 1, no: 2, "?not_recorded": 1, "?unmappable": 1 });
  });

  test("arrested follows from custody; missing keeps the reason the source gave", async () => {
    const rows = await people([column("Arrest", "outcome.arrested", { values: yesNo })], ["Yes", "Refused", "Perhaps"]);
    expect(countsOf(rows, "arrested")).toEqual({ yes: 1, "?refused": 1, "?unmappable": 1 });
  });

  test("an outcome of “other” is neither a no to arrested nor a no to hospitalised", async () => {
    expect((await people([custody], ["Jailed", "Released", "Other"])).map(({ arrested }) => arrested).sort()).toEqual([
      "no",
      null,
      "yes",
    ]);
    expect(
      (await people([medical], ["Hospital", "Scene", "Other"])).map(({ hospitalised }) => hospitalised).sort(),
    ).toEqual(["no", null, "yes"]);
  });

  test("a year whose scale has no death cannot say that nobody died, although another year's can", async () => {
    const { rows } = await ingestText(
      { "2019.csv": "Date,Injury\n01/02/2019,Minor\n01/03/2019,Fatal", "2020.csv": "Date,Injury\n01/02/2020,Minor" },
      mappingOf(
        ...[fatalScale, severity].map((scaleColumn, index) =>
          table(`${2019 + index}.csv`, "person", {}, [
            column("Date", "incident.occurred_date", { read: "date", forms: ["month_day_year"] }),
            scaleColumn,
          ]),
        ),
      ),
    );
    const said = rows("persons").map((row) => `${row.occurred_year} ${row.died ?? row.died_missing}`);
    expect(said.sort()).toEqual(["2019 no", "2019 yes", "2020 not_recorded"]);
  });

  test("nothing recorded is not recorded, never no", async () => {
    const [row] = await people([column("Race", "person.race_ethnicity", { values: { b: "black" } })], ["B"]);
    for (const name of ["died", "injured", "arrested", "hospitalised", "resistance_present", "deescalation_used"]) {
      expect([row?.[name], row?.[`${name}_missing`]]).toEqual([null, "not_recorded"]);
    }
  });
});

describe("records of one person brought together", () => {
  const keyed = (columns: readonly ColumnMapping[]) =>
    mappingOf(table("force.csv", "report", { incident: ["Case"], person: ["Person"] }, columns));
  const merge = (columns: readonly ColumnMapping[], rows: readonly string[]) =>
    ingestText(
      { "force.csv": [["Case", "Person", ...columns.flatMap((one) => one.columns)].join(","), ...rows].join("\n") },
      keyed(columns),
    );
  const race = column("Race", "person.race_ethnicity", { values: { b: "black", w: "white" } });

  test("the gravest outcome stands: one officer saw the injury, another did not", async () => {
    const { rows } = await merge(
      [severity, died],
      ["C1,P1,None,No", "C1,P1,Serious,No", "C1,P1,Minor,", "C2,P2,None,"],
    );
    expect(
      rows("persons")
        .map((row) => row.injury_severity)
        .sort(),
    ).toEqual(["none", "serious"]);
  });

  test("race must agree; where it does not it is unknown, and told as an issue", async () => {
    const { rows, issues } = await merge([race], ["C1,P1,B", "C1,P1,W", "C1,P2,B", "C1,P2,", "C2,P3,"]);
    expect(countsOf(rows("persons"), "race_ethnicity")).toEqual({ "?unknown": 1, black: 1, "?not_recorded": 1 });
    expect(issues.filter(({ code }) => code === "conflicting-values")).toMatchObject([
      { column: "person.race_ethnicity", count: 1 },
    ]);
  });

  test("each report keeps the race it gave", async () => {
    const { rows } = await merge([race], ["C1,P1,B", "C1,P1,W"]);
    expect(countsOf(rows("reports"), "race_ethnicity")).toEqual({ black: 1, white: 1 });
  });

  test("the first contact reason in the order of the file stands", async () => {
    const reason = column("Reason", "incident.contact_reason", {
      values: { stop: "traffic_stop", call: "call_for_service" },
    });
    const { rows } = await merge(
      [reason],
      ["C1,P1,Stop", "C1,P1,Call", "C2,P1,Call", "C2,P1,Stop", "C3,P1,", "C3,P1,Call"],
    );
    expect(countsOf(rows("incidents"), "contact_reason")).toEqual({ traffic_stop: 1, call_for_service: 2 });
  });

  test("gravest first loses no code of a list", () => {
    for (const list of ["injury_severity", "yes_no", "gender"] as const) {
      expect([...orderedCodes(list)].sort()).toEqual(codeLists[list].codes.map(({ code }) => code).sort());
    }
    expect(orderedCodes("injury_severity")[0]).toBe("death");
    expect(orderedCodes("yes_no")[0]).toBe("yes");
  });
});

describe("de-escalation", () => {
  const step = column("Step", "deescalation_step.step_type", { values: { talked: "verbal_persuasion" } });
  const used = column("Used", "person.deescalation_used", { values: yesNo });

  test("a step named is a yes; no step named is no answer", async () => {
    expect(countsOf(await people([step], ["Talked", ""]), "deescalation_used")).toEqual({ yes: 1, "?not_recorded": 1 });
  });

  test("a plain no stays a no", async () => {
    expect(countsOf(await people([used], ["No", "Yes"]), "deescalation_used")).toEqual({ no: 1, yes: 1 });
  });
});

describe("several answers about one person", () => {
  const listed = column("Medical", "injury.medical_response", {
    delimiter: ";",
    over: "any",
    values: { scene: "ems_on_scene", hospital: "hospital" },
  });

  test("a hospital anywhere in a list is a hospital", async () => {
    const rows = await people([listed], ["Scene;Hospital", "Scene"]);
    expect(countsOf(rows, "hospitalised")).toEqual({ yes: 1, no: 1 });
  });

  test("one report of resistance outweighs another that saw none", async () => {
    const seen = column("Seen", "resistance.resistance_type", {
      values: { none: "none_compliant", fled: "flight_on_foot" },
    });
    const made = await ingestText(
      { "reports.csv": "Case,Who,Seen\nC1,P1,None\nC1,P1,Fled\nC2,P2,None" },
      mappingOf(table("reports.csv", "report", { incident: ["Case"], person: ["Who"] }, [seen])),
    );
    expect(countsOf(made.rows("persons"), "resistance_present")).toEqual({ yes: 1, no: 1 });
  });
});
