import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countsOf, type IngestedText, ingestText } from "./apply/testing/ingest-text.ts";
import {
  askFiles,
  countsIn,
  hasPublishedFiles,
  needsPublishedFiles,
  type PublishedRelease,
  publishedRelease,
  removeReleases,
} from "./apply/testing/published-release.ts";

afterAll(removeReleases);

/** The real file of a trap: ingested once, without a hand-made mapping. */
function published(
  file: string | readonly string[],
  name: string,
  state: string,
  tests: (made: () => PublishedRelease) => void,
) {
  describe.skipIf(!hasPublishedFiles)(`in ${name}'s file${needsPublishedFiles}`, () => {
    let made: PublishedRelease;
    beforeAll(async () => {
      made = await publishedRelease([file].flat(), name, state);
    });
    tests(() => made);
  });
}

/** A made-up table: the rows given, each several times with its number as the case. */
function madeUp(header: string, rows: readonly string[], times = 6): Promise<IngestedText> {
  const lines = Array.from({ length: times }, () => rows).flat();
  const text = [`Case Number,${header}`, ...lines.map((line, index) => `2020-${1000 + index},${line}`)].join("\n");
  return ingestText({ "force.csv": text }, undefined, { id: "testville-fl", name: "Testville, FL", state: "FL" });
}

const fieldOf = ({ mapping }: Pick<IngestedText, "mapping">, name: string) =>
  mapping.tables.flatMap(({ columns }) => columns).find(({ columns }) => columns.includes(name));

describe("a misspelt header is recognised by its values", () => {
  test("in a made-up table", async () => {
    const made = await madeUp("INCIDENT_DATE,SUBJECT_RACT,SUBJECT_GENDER,TYPE_OF_FORCE_USED", [
      "1/2/2020,Black,Male,Takedown",
      "1/3/2020,White,Female,Taser",
    ]);
    expect(countsOf(made.rows("persons"), "race_ethnicity")).toEqual({ black: 6, white: 6 });
  });

  published("indianapolis-impd/23-00089_UOF-P.csv", "Indianapolis", "IN", (made) => {
    test("SUBJECT_RACT is the race of the people", async () => {
      expect(fieldOf(made(), "SUBJECT_RACT")?.field).toBe("person.race_ethnicity");
      // 4,985 rows of officers and force say Black; the people are fewer, and each is one of them.
      const [row] = await askFiles(
        "SELECT count(DISTINCT id) AS n FROM (SELECT INCIDENT_UNIQUE_IDENTIFIER AS id FROM {indianapolis-impd/23-00089_UOF-P.csv} WHERE SUBJECT_RACT = 'Black')",
      );
      const [ours] = await made().ask(
        "SELECT count(DISTINCT incident_id) AS n FROM persons WHERE race_ethnicity = 'black'",
      );
      expect(ours?.n).toBe(row?.n);
    });
  });
});

describe("ethnicity in a column of its own", () => {
  const header = "Incident Date,Offenders Race,Offenders Ethnicity,Offenders Sex,Tackle Take Down";

  test("in a made-up table: White and Hispanic is Hispanic", async () => {
    const alone = ["1/2/2020,W,HI,M,Yes", "1/3/2020,W,NH,M,No", "1/4/2020,B,NH,F,Yes"];
    const together = ["1/5/2020,W;W,HI;NH,M;M,Yes", "1/6/2020,B;W,NH;HI,M;F,Yes", "1/7/2020,B;B;W,NH;NH;HI,F;M;M,No"];
    const made = await madeUp(header, [...alone, ...together]);
    expect(countsOf(made.rows("persons"), "race_ethnicity")).toEqual({ hispanic_latino: 24, white: 12, black: 24 });
  });

  test("lists of race, ethnicity and sex that are always of one length list people, even where no value repeats", async () => {
    const rows = ["1/2/2020,W,HI,M,Yes", "1/3/2020,B,NH,M,No", "1/5/2020,W;B,HI;NH,M;F,Yes"];
    const made = await madeUp(header, rows);
    expect(countsOf(made.rows("persons"), "race_ethnicity")).toEqual({ hispanic_latino: 12, black: 12 });
    expect(countsOf(made.rows("persons"), "gender")).toEqual({ man: 18, woman: 6 });
  });

  const orlando = "orlando-pd/OPD_Response_To_Resistance.csv";
  published(orlando, "Orlando", "FL", (made) => {
    test("every Hispanic person of the file is kept", async () => {
      const [row] = await askFiles(
        `SELECT CAST(sum(len(list_filter(string_split("Offenders Ethnicity", ';'), lambda x: trim(x) = 'HI'))) AS INTEGER) AS hispanic FROM {${orlando}}`,
      );
      expect(row?.hispanic).toBeGreaterThan(400);
      expect(countsIn(made().finding("on-whom/race/people")).hispanic_latino).toBe(row?.hispanic);
    });
  });
});

describe("a code of −1 is missing: neither a no nor an unknown word", () => {
  test("in a made-up table", async () => {
    const made = await madeUp("INCIDENT_DATE,SUBJECT_RACE,SUBJECT_INJURY,TYPE_OF_FORCE_USED", [
      "1/2/2020,Black,-1,Takedown",
      "1/3/2020,White,0,Taser",
      "1/3/2020,White,1,Taser",
    ]);
    expect(countsOf(made.rows("persons"), "injured")).toEqual({ "?not_recorded": 6, no: 6, yes: 6 });
    expect(made.issues.filter(({ code }) => code === "unmapped-value")).toEqual([]);
  });

  const file = "minneapolis-pd/24-00013_UOF_2008-2017_prepped.csv";
  published(file, "Minneapolis", "MN", (made) => {
    test("9,038 rows of −1 and 7,659 blank ones are not recorded, 9,104 zeros are no", async () => {
      const rows = await made().ask<{ said: string; n: number }>(
        "SELECT coalesce(CAST(injured AS VARCHAR), '?' || CAST(injured_missing AS VARCHAR)) AS said, count(*) AS n FROM persons GROUP BY said ORDER BY said",
      );
      expect(rows).toEqual([
        { said: "?not_recorded", n: 9038 + 7659 },
        { said: "no", n: 9104 },
      ]);
    });
  });
});

describe("a local date beside one in universal time", () => {
  test("in a made-up table the local day is taken", async () => {
    const header = "incident_date_utc,incident_date,subject_race,type_of_force";
    const made = await madeUp(header, [
      "2020-12-15T02:10:09.762Z,12/14/2020,Black,Takedown",
      "2021-01-01T01:00:00.000Z,12/31/2020,White,Taser",
    ]);
    expect(countsOf(made.rows("incidents"), "occurred_date")).toEqual({ "2020-12-14": 6, "2020-12-31": 6 });
  });

  const file = "new-jersey-ag/NJOAG_UOF_2020-10_to_2021-02_Export.officer-names-masked.csv";
  published(file, "New Jersey", "NJ", (made) => {
    const local = "strptime(incident_date, '%m/%d/%Y')";

    test("incidents fall on the days of incident_date", async () => {
      const days = (sql: string) =>
        `SELECT strftime(d, '%Y-%m-%d') AS d, count(*) AS n FROM (${sql}) GROUP BY d ORDER BY d`;
      const expected = await askFiles(days(`SELECT min(${local}) AS d FROM {${file}} GROUP BY incident_id`));
      const ours = await made().ask(days("SELECT occurred_date AS d FROM incidents"));
      expect(ours).toEqual(expected);
    });

    test("which differ from the other column's in at least a fifth of the reports", async () => {
      const [row] = await askFiles(
        `SELECT avg(CASE WHEN ${local}::DATE <> try_cast(left(incident_date_utc, 10) AS DATE) THEN 1 ELSE 0 END) AS share FROM {${file}}`,
      );
      expect(row?.share).toBeGreaterThan(0.2);
    });

    test("“Black,Black” stays two people", async () => {
      // Only incidents with one report: over several reports the same people are named again.
      const [row] = await askFiles(
        `SELECT count(*) AS n FROM (SELECT incident_id, count(*) AS reports, min(subject_race) AS race, min(subject_gender) AS gender FROM {${file}} GROUP BY incident_id)
         WHERE reports = 1 AND race = 'Black,Black' AND gender LIKE '%,%'`,
      );
      expect(row?.n).toBeGreaterThan(0);
      const [ours] = await made().ask(
        `SELECT count(*) AS n FROM (SELECT p.incident_id FROM persons AS p JOIN (SELECT incident_id FROM reports GROUP BY incident_id HAVING count(*) = 1) AS one
           ON p.incident_id = one.incident_id GROUP BY p.incident_id HAVING count(*) = 2 AND count(*) FILTER (WHERE race_ethnicity = 'black') = 2)`,
      );
      expect(ours?.n).toBe(row?.n);
    });
  });
});

describe("a cell that lists several people", () => {
  test("in a made-up table: each is a person, and “Black,Black” are two", async () => {
    const rows = [
      '1/2/2020,"Black,Black","30,31","Male,Male",Takedown',
      '1/3/2020,"White,Black,Hispanic","20,,40","Female,Male,Male",Taser',
      "1/4/2020,White,25,Male,Takedown",
    ];
    const made = await madeUp("Incident Date,Subject Race,Subject Age,Subject Gender,Type of Force", rows);
    expect(countsOf(made.rows("persons"), "race_ethnicity")).toEqual({ black: 18, white: 12, hispanic_latino: 6 });
    expect(countsOf(made.rows("persons"), "age_band")["?not_recorded"]).toBe(6);
  });
});

describe("a thin file yields what it holds", () => {
  published("south-bend-in-pd/Police_Use_of_Force_Incidents.csv", "South Bend", "IN", (made) => {
    for (const [element, unit] of [
      ["date", "incidents"],
      ["location", "incidents"],
      ["contact_reason", "incidents"],
      ["force_types", "force"],
    ] as const) {
      test(`${element} is found`, () =>
        expect(made().finding(`gap/${element}/${unit}`).status).not.toBe("not_collected"));
    }

    test("resistance is found, in nearly every row", () => {
      const { denominator, total, status } = made().finding("gap/resistance/force");
      expect(status).not.toBe("not_collected");
      expect(denominator / total).toBeGreaterThan(0.95);
    });

    test("and what it lacks is not collected", () => {
      for (const element of ["race", "age", "gender", "deescalation", "arrest"]) {
        expect(made().finding(`gap/${element}/force`).status).toBe("not_collected");
      }
    });
  });
});

describe("identical rows that are different people", () => {
  test("in a made-up table they stay as many", async () => {
    const made = await ingestText({
      "people.csv": `Incident_ID,Civilian_Officer,Gender,Race,Age\n${Array(5).fill("A1,Civilian,Male,Black,21-25").join("\n")}\nA2,Civilian,Female,White,31-35\nA2,Officer,Male,White,31-35`,
    });
    expect(made.rows("persons")).toHaveLength(6);
  });

  const file = "california-doj-ursus/URSUS_Civilian-Officer_2016.csv";
  published([file, "california-doj-ursus/URSUS_Incident_2016.csv"], "California", "CA", (made) => {
    test("107 repeated rows are people and officers of their own", async () => {
      const [row] = await askFiles(
        `SELECT count(*) AS rows, (SELECT count(*) FROM (SELECT DISTINCT * FROM {${file}})) AS kinds FROM {${file}}`,
      );
      expect((row?.rows ?? 0) - (row?.kinds ?? 0)).toBe(107);
      expect((made().release.tables.persons ?? 0) + (made().release.tables.officers ?? 0)).toBe(row?.rows);
    });
  });
});
