import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  askFiles,
  countsIn,
  hasPublishedFiles,
  needsPublishedFiles,
  type PublishedRelease,
  publishedRelease,
  removeReleases,
} from "./apply/testing/published-release.ts";

/** Ingests the files once for all tests of one department. */
function department(
  title: string,
  files: readonly string[],
  name: string,
  state: string,
  tests: (made: () => PublishedRelease) => void,
) {
  describe.skipIf(!hasPublishedFiles)(`${title}${needsPublishedFiles}`, () => {
    let made: PublishedRelease;
    beforeAll(async () => {
      made = await publishedRelease(files, name, state);
    });
    tests(() => made);
  });
}

afterAll(removeReleases);

// California DOJ, URSUS 2016: openjustice.doj.ca.gov; the counts of incidents, people and deaths are those of its report.
department(
  "California 2016",
  ["california-doj-ursus/URSUS_Incident_2016.csv", "california-doj-ursus/URSUS_Civilian-Officer_2016.csv"],
  "California",
  "CA",
  (made) => {
    test("782 incidents, 832 people, 1,729 officers", () => {
      expect([made().unit("incidents"), made().unit("people")]).toEqual([782, 832]);
      expect(made().release.tables).toMatchObject({ incidents: 782, persons: 832, officers: 1729 });
    });

    test("157 people died", () => {
      const died = made().finding("outcomes/died/people");
      const missing = died.missing.reduce((sum, { count }) => sum + count, 0);
      expect(countsIn(died)).toEqual({ yes: 157, no: 832 - 157 - missing });
      expect(died.total).toBe(832);
    });

    test("328 incidents with a firearm discharge", async () => {
      const [row] = await made().ask("SELECT count(*) AS n FROM incidents WHERE firearm_discharged = 'yes'");
      expect(row?.n).toBe(328);
    });

    test("351 Hispanic, 250 White, 163 Black people; 14 not recorded", () => {
      const race = made().finding("on-whom/race/people");
      expect(countsIn(race)).toMatchObject({ hispanic_latino: 351, white: 250, black: 163 });
      expect([race.total, race.denominator, race.missing]).toEqual([832, 818, [{ reason: "not_recorded", count: 14 }]]);
    });
  },
);

const dallasCpe = "dallas-pd/37-00049_UOF-P_2016_prepped.csv";
const dallas = { black: 1333, hispanic_latino: 524, white: 470, other_unspecified: 11, asian: 5 };

for (const file of [dallasCpe, "dallas-pd/Police_Response_to_Resistance_-_2016.csv"]) {
  department(`Dallas 2016, ${file}`, [file], "Dallas", "TX", (made) => {
    test("2,383 officers' reports", () => {
      expect(made().unit("reports")).toBe(2383);
      expect(made().release.lines).toEqual({ in: 2383, accepted: 2383, rejected: 0 });
    });

    test("race by report as the CPE copy has it", () => {
      const race = made().finding("on-whom/race/reports");
      expect(countsIn(race)).toMatchObject(dallas);
      expect([race.total, race.denominator]).toEqual([2383, 2383 - 39]);
    });
  });
}

for (const file of [
  "minneapolis-pd/openintro_mn_police_use_of_force.csv",
  "minneapolis-pd/openintro_mn_police_use_of_force.parquet",
]) {
  department(`Minneapolis, ${file}`, [file], "Minneapolis", "MN", (made) => {
    test("12,925 uses of force; incidents and people cannot be counted", () => {
      expect(made().unit("force")).toBe(12925);
      expect([made().unit("incidents"), made().unit("people")]).toEqual([undefined, undefined]);
    });

    test("race by use of force", () => {
      const expected = { black: 7648, white: 3129, american_indian_alaska_native: 784 };
      expect(countsIn(made().finding("on-whom/race/force"))).toMatchObject(expected);
    });
  });
}

const newYork = ["Incidents", "_Subjects", "_Members_of_Service"].map((name) => `nypd/NYPD_Use_of_Force_${name}.csv`);
department("New York 2020–22", newYork, "New York", "NY", (made) => {
  test("17,740 incidents, 17,514 people", () => {
    expect([made().unit("incidents"), made().unit("people")]).toEqual([17740, 17514]);
  });
});

const newJersey = "new-jersey-ag/NJOAG_UOF_2020-10_to_2021-02_Export.officer-names-masked.csv";
department("New Jersey export", [newJersey], "New Jersey", "NJ", (made) => {
  test("5,513 reports of 3,099 incidents", () => {
    expect([made().unit("reports"), made().unit("incidents")]).toEqual([5513, 3099]);
  });
});

const then = "seattle-pd/Use_Of_Force.2020-snapshot.csv";
const later = "seattle-pd/Use_Of_Force_20241211.csv";
department("Seattle 2020", [then], "Seattle", "WA", (made) => {
  /** Rows of the 2020 file, with the race that the 2024 file gives the same report. */
  const same = `{${then}} AS a JOIN {${later}} AS b ON a.ID = b.ID`;
  const black = "Subject_Race = 'Black or African American'";

  test("the range given for the Black share of people contains what the 2024 file shows for the same people", async () => {
    const [row] = await askFiles<{ share: number; known: number }>(
      `SELECT avg(CASE WHEN b.${black} THEN 1 ELSE 0 END) AS share, count(*) AS known FROM ${same} WHERE b.Subject_Race <> 'Not Specified'`,
    );
    expect(row?.known).toBeGreaterThan(10_000);
    for (const id of ["on-whom/race/reports", "on-whom/race/people"]) {
      const range = made()
        .finding(id)
        .rows.find(({ key }) => key === "black")?.range;
      expect(range?.low).toBeLessThan(row?.share ?? 0);
      expect(range?.high).toBeGreaterThan(row?.share ?? 1);
    }
  });

  test("the range is as wide as what is missing: no wider, no narrower", () => {
    const race = made().finding("on-whom/race/reports");
    const missing = race.missing.reduce((sum, { count }) => sum + count, 0);
    const range = race.rows.find(({ key }) => key === "black")?.range;
    expect((range?.high ?? 0) - (range?.low ?? 0)).toBeCloseTo(missing / race.total, 9);
  });

  test("without a number of the incident a person counts once for each moment, however many officers report", async () => {
    const [row] = await askFiles(`SELECT count(DISTINCT (Subject_ID, Occured_date_time)) AS people FROM {${then}}`);
    expect(made().unit("people")).toBe(row?.people);
    expect(made().unit("people")).toBeLessThan(11_080);
  });
});
