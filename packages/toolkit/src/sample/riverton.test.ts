import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateRiverton, rivertonSeed } from "./riverton.ts";
import words from "./riverton-words.json" with { type: "json" };

const { files, truths } = generateRiverton();
const folder = mkdtempSync(join(tmpdir(), "riverton-"));
const database = await DuckDBInstance.create(":memory:");
const connection = await database.connect();

const decoders = { "utf-8": "utf-8", "utf-8-bom": "utf-8", "windows-1252": "windows-1252" } as const;
const years = [2019, 2020, 2021, 2022, 2023, 2024];
const until2021Columns =
  "incident,date,time,district,neighborhood,location,contact,officer,officer_race,officer_sex,subject,race,ethnicity,sex,age,resistance,force1,force2,force3,injured,hospital,arrested".split(
    ",",
  );

const file = (name: string) => {
  const found = files.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no sample file ${name}`);
  return found;
};

async function ask(sql: string): Promise<readonly Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
      ),
    );
}

const count = async (sql: string) => (await ask(`SELECT count(*) AS n FROM ${sql}`))[0]?.n;

/** From a query of `word` and `n`. */
async function countsByWord(sql: string): Promise<Record<string, number>> {
  return Object.fromEntries((await ask(sql)).map(({ word, n }) => [String(word ?? ""), Number(n)]));
}

/** DuckDB reads what the generator wrote: an independent path from the bytes back to the counts. */
beforeAll(async () => {
  for (const year of years) {
    const { bytes, encoding } = file(`riverton_use_of_force_${year}.csv`);
    const path = join(folder, `${year}.csv`);
    writeFileSync(path, new TextDecoder(decoders[encoding], { fatal: true }).decode(bytes));
    const isOld = year <= 2021;
    const columns = isOld ? `, names=[${until2021Columns.map((name) => `'${name}'`).join(",")}]` : "";
    await connection.run(
      `CREATE TABLE y${year} AS SELECT * FROM read_csv('${path}', all_varchar=true, delim=',', quote='"', escape='"',
       header=true, skip=${isOld ? 1 : 0}, strict_mode=true${columns}, null_padding=false)`,
    );
  }
  await connection.run(
    "CREATE TABLE old AS SELECT * FROM y2019 UNION ALL SELECT * FROM y2020 UNION ALL SELECT * FROM y2021",
  );
  await connection.run(
    `CREATE TABLE new AS SELECT * FROM (SELECT * FROM y2022 UNION ALL SELECT * FROM y2023 UNION ALL SELECT * FROM y2024)
     WHERE incident_number <> 'incident_number'`,
  );
});

afterAll(() => {
  connection.closeSync();
  database.closeSync();
  rmSync(folder, { recursive: true });
});

describe("generateRiverton", () => {
  test("gives the same bytes for the same seed and others for another", () => {
    expect(generateRiverton(rivertonSeed).files).toEqual(files);
    expect(generateRiverton(rivertonSeed + 1).files.map(({ text }) => text)).not.toEqual(files.map(({ text }) => text));
  });

  test("says in every file that the city is fictional", () => {
    expect(files).toHaveLength(14);
    for (const { text } of files) expect(text).toMatch(/fictional/i);
  });

  test.each([1, 7, 42, 1234567])("plants everything with seed %i too", (seed) => {
    const other = generateRiverton(seed).truths;
    const months = years.flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`),
    );
    expect(months.filter((month) => !other.incidentsByMonth[month])).toEqual(["2021-08"]);
    expect(other.people).toBeGreaterThan(4400);
    expect(other.people).toBeLessThan(5000);
    expect(other.realDuplicates).toHaveLength(3);
    expect(other.animal.rows).toBe(1);
    expect(other.impossibleAge.incidentId).not.toBe("");
    expect(other.unknownValue.rows).toBe(3);
    expect(other.deaths).toBe(2);
    expect(Object.keys(other.definitionChange.forceByYear.firearm_drawn ?? {})).toEqual(["2023", "2024"]);
    expect(Object.keys(other.definitionChange.forceByYear.firearm_displayed_unspecified ?? {})).toEqual([
      "2019",
      "2020",
      "2021",
      "2022",
    ]);
  });
});

describe("the truths of Riverton are in its files", () => {
  test("incidents, people, reports and force applications", async () => {
    const incidents = await count("(SELECT incident FROM old UNION SELECT incident_number FROM new)");
    expect(incidents).toBe(truths.incidents);

    // A row without a subject id is a person of its own; the dog is none.
    const identified = await count(
      `(SELECT incident, subject FROM old WHERE subject IS NOT NULL UNION SELECT incident_number, person_id FROM new)`,
    );
    const unidentified = await count(`old WHERE subject IS NULL AND race IS DISTINCT FROM 'Dog'`);
    expect(Number(identified) + Number(unidentified)).toBe(truths.people);
    expect(await count("new WHERE person_id IS NULL")).toBe(0);

    const reports = Number(await count("old")) + Number(await count("(SELECT DISTINCT report_number FROM new)"));
    expect(reports).toBe(truths.reports + truths.animal.rows);

    const force = await ask(
      `SELECT (SELECT count(force1) + count(force2) + count(force3) FROM old WHERE race IS DISTINCT FROM 'Dog') + (SELECT count(*) FROM new) AS n`,
    );
    expect(force[0]?.n).toBe(truths.force);
  });

  test("years add up to the whole, and files have the rows they should", async () => {
    for (const year of years) {
      const repeated = year === 2023 ? 1 : 0;
      expect(await count(`y${year}`), String(year)).toBe(Number(truths.rowsByYear[year]) + repeated);
    }
    for (const unit of ["incidents", "people", "reports", "force"] as const)
      expect(Object.values(truths.byYear).reduce((sum, year) => sum + year[unit], 0)).toBe(truths[unit]);
  });

  test("race, with the ethnicity of the old form, and where it is missing", async () => {
    const old = await countsByWord(
      `SELECT CASE WHEN lower(ethnicity) = 'hispanic' THEN 'hispanic_latino' WHEN race IS NULL THEN '?not_recorded' ELSE race END AS word,
       count(*) AS n FROM (SELECT any_value(race) AS race, any_value(ethnicity) AS ethnicity FROM old WHERE race IS DISTINCT FROM 'Dog'
       GROUP BY incident, coalesce(subject, CAST(rowid AS VARCHAR))) GROUP BY 1`,
    );
    const recent = await countsByWord(
      `SELECT coalesce(r, '') AS word, count(*) AS n FROM (SELECT any_value(person_race) AS r FROM new GROUP BY incident_number, person_id) GROUP BY 1`,
    );
    const sum = (...counts: (number | undefined)[]) => counts.reduce<number>((total, n) => total + (n ?? 0), 0);
    expect(truths.peopleByRace).toEqual({
      white: sum(old.W, recent.White),
      black: sum(old.B, recent["Black or African American"]),
      hispanic_latino: sum(old.hispanic_latino, recent["Hispanic or Latino"]),
      asian: sum(old.A, recent.Asian),
      american_indian_alaska_native: sum(old.I, recent["American Indian/Alaska Native"]),
      "?unknown": sum(old.U, recent.Unknown),
      "?not_recorded": sum(old["?not_recorded"], recent[""], recent["Not Specified"]),
    });
  });

  test("missing race is not random, and the range over the missing holds the truth", () => {
    const missing = (truths.peopleByRace["?unknown"] ?? 0) + (truths.peopleByRace["?not_recorded"] ?? 0);
    const lacking = truths.raceMissing.byActualRace.hispanic_latino ?? 0;
    const known = truths.peopleByRace.hispanic_latino ?? 0;
    const actual = truths.peopleByActualRace.hispanic_latino ?? 0;
    expect(known + lacking).toBe(actual);
    expect(lacking / actual).toBeGreaterThan(3 * ((missing - lacking) / (truths.people - actual)));
    expect(truths.raceMissing.byDistrict.Riverfront).toBeGreaterThan(missing / 2);

    const [shareOfKnown, share] = [known / (truths.people - missing), actual / truths.people];
    expect(shareOfKnown).toBeLessThan(share);
    expect(known / truths.people).toBeLessThanOrEqual(share);
    expect((known + missing) / truths.people).toBeGreaterThanOrEqual(share);
  });

  test("gender and age of the people", async () => {
    const people = `(SELECT any_value(sex) AS sex, any_value(age) AS age FROM old WHERE race IS DISTINCT FROM 'Dog' GROUP BY incident, coalesce(subject, CAST(rowid AS VARCHAR))
      UNION ALL SELECT any_value(person_gender), any_value(person_age) FROM new GROUP BY incident_number, person_id)`;
    const genders = await countsByWord(`SELECT upper(sex[1]) AS word, count(*) AS n FROM ${people} GROUP BY 1`);
    expect([genders.M, genders.F]).toEqual([truths.peopleByGender.man, truths.peopleByGender.woman]);
    const ages = await countsByWord(
      `SELECT CASE WHEN age IS NULL THEN '?not_recorded' WHEN age = '207' THEN '?impossible' WHEN age = 'Under 18' THEN '0-17' WHEN age LIKE '%-%' OR age = '65+' THEN age
       WHEN CAST(age AS INT) < 18 THEN '0-17' WHEN CAST(age AS INT) < 25 THEN '18-24' WHEN CAST(age AS INT) < 35 THEN '25-34' WHEN CAST(age AS INT) < 45 THEN '35-44'
       WHEN CAST(age AS INT) < 55 THEN '45-54' WHEN CAST(age AS INT) < 65 THEN '55-64' ELSE '65+' END AS word, count(*) AS n FROM ${people} GROUP BY 1`,
    );
    expect(ages).toEqual(truths.peopleByAgeBand);
  });

  test("force types, the change of 2023 and the word that no list knows", async () => {
    const codeByWord = Object.fromEntries(
      [words.until2021.force, words.from2022.force].flatMap((list) =>
        Object.entries(list).flatMap(([code, spellings]) => spellings.map((word) => [word, code])),
      ),
    );
    const written = await countsByWord(
      `SELECT word, count(*) AS n FROM (SELECT unnest([force1, force2, force3]) AS word FROM old WHERE race IS DISTINCT FROM 'Dog'
       UNION ALL SELECT force_type FROM new) WHERE word IS NOT NULL GROUP BY 1`,
    );
    const byCode: Record<string, number> = {};
    for (const [word, n] of Object.entries(written)) {
      const code = codeByWord[word] ?? (word === truths.unknownValue.word ? "?unmappable" : word);
      byCode[code] = (byCode[code] ?? 0) + n;
    }
    expect(byCode).toEqual(truths.forceByType);
    expect(written[truths.unknownValue.word]).toBe(truths.unknownValue.rows);

    const drawn = await countsByWord(
      `SELECT incident_date[:4] AS word, count(*) AS n FROM new WHERE force_type = 'Firearm drawn' GROUP BY 1`,
    );
    expect(drawn).toEqual(truths.definitionChange.forceByYear.firearm_drawn);
  });

  test("identical rows that are two people, the dog and the impossible age", async () => {
    const identical = await ask(
      `SELECT incident AS "incidentId", count(*) AS people FROM old GROUP BY ${until2021Columns.join(",")} HAVING count(*) > 1 ORDER BY 1`,
    );
    expect(identical).toEqual(truths.realDuplicates);
    expect(await ask("SELECT incident FROM old WHERE race = 'Dog'")).toEqual([{ incident: truths.animal.incidentId }]);
    expect(await ask("SELECT incident FROM old WHERE age = '207'")).toEqual([
      { incident: truths.impossibleAge.incidentId },
    ]);
  });

  test("outcomes of the people", async () => {
    const arrested = await countsByWord(
      `SELECT lower(a) AS word, count(*) AS n FROM (SELECT any_value(arrested) AS a FROM old WHERE race IS DISTINCT FROM 'Dog' GROUP BY incident, coalesce(subject, CAST(rowid AS VARCHAR))
       UNION ALL SELECT any_value(person_arrested) FROM new GROUP BY incident_number, person_id) GROUP BY 1`,
    );
    expect((arrested.yes ?? 0) + (arrested.true ?? 0)).toBe(truths.peopleByArrested.yes);
    expect((arrested.no ?? 0) + (arrested.false ?? 0)).toBe(truths.peopleByArrested.no);
    expect(await count("(SELECT DISTINCT person_id FROM new WHERE person_injury = 'Death')")).toBe(truths.deaths);
  });
});

describe("what the words of the forms mean", () => {
  type Form = typeof words.until2021;
  type Field = "contactReason" | "resistance" | "yesNo";
  const codeOf = (form: Pick<Form, Field>, field: Field, word: unknown) =>
    Object.entries(form[field]).find(([, list]) => list.some((spelling: string) => spelling === (word ?? "")))?.[0] ??
    `no code: ${word}`;
  const oldPeople = `(SELECT any_value(resistance) AS resistance, any_value(hospital) AS hospital, any_value(injured) AS injured FROM old
    WHERE race IS DISTINCT FROM 'Dog' GROUP BY incident, coalesce(subject, CAST(rowid AS VARCHAR)))`;
  const newPeople = `(SELECT any_value(person_resistance) AS resistance, any_value(person_hospitalized) AS hospital, any_value(person_injury) AS injured
    FROM new GROUP BY incident_number, person_id)`;

  function summed(field: Field, old: Record<string, number>, recent: Record<string, number>): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [form, written] of [
      [words.until2021, old],
      [words.from2022, recent],
    ] as const)
      for (const [word, n] of Object.entries(written)) {
        const code = codeOf(form, field, word);
        counts[code] = (counts[code] ?? 0) + n;
      }
    return counts;
  }

  test("contact reasons and places of the incidents", async () => {
    const old = await countsByWord(
      "SELECT c AS word, count(*) AS n FROM (SELECT any_value(contact) AS c FROM old GROUP BY incident) GROUP BY 1",
    );
    const recent = await countsByWord(
      "SELECT c AS word, count(*) AS n FROM (SELECT any_value(contact_reason) AS c FROM new GROUP BY incident_number) GROUP BY 1",
    );
    expect(summed("contactReason", old, recent)).toEqual(truths.incidentsByContactReason);

    const incidents = `(SELECT any_value(neighborhood) AS place, any_value(district) AS district FROM old GROUP BY incident
      UNION ALL SELECT any_value(neighborhood), any_value(district) FROM new GROUP BY incident_number)`;
    expect(await countsByWord(`SELECT place AS word, count(*) AS n FROM ${incidents} GROUP BY 1`)).toEqual(
      truths.incidentsByNeighborhood,
    );
    expect(await countsByWord(`SELECT district AS word, count(*) AS n FROM ${incidents} GROUP BY 1`)).toEqual(
      truths.incidentsByDistrict,
    );
  });

  test.each([
    ["resistance", "resistance", "peopleByResistance"],
    ["hospital", "yesNo", "peopleByHospitalised"],
  ] as const)("%s of the people", async (column, field, truth) => {
    const old = await countsByWord(`SELECT ${column} AS word, count(*) AS n FROM ${oldPeople} GROUP BY 1`);
    const recent = await countsByWord(`SELECT ${column} AS word, count(*) AS n FROM ${newPeople} GROUP BY 1`);
    expect(summed(field, old, recent)).toEqual(truths[truth]);
  });

  test("injury of the people, as yes, no or blank", async () => {
    const injured = await countsByWord(
      `SELECT CASE WHEN injured IS NULL THEN '?not_recorded' WHEN lower(injured) IN ('n', 'no injury') THEN 'no' ELSE 'yes' END AS word,
       count(*) AS n FROM (FROM ${oldPeople} UNION ALL FROM ${newPeople}) GROUP BY 1`,
    );
    expect(injured).toEqual(truths.peopleByInjured);
  });
});

describe("the traps of the files", () => {
  test("a byte order mark, windows-1252 bytes, a banner, line ends and a repeated header", () => {
    expect([...file("riverton_use_of_force_2022.csv").bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const old = file("riverton_use_of_force_2020.csv").bytes;
    expect(old.includes(0xf1)).toBe(true);
    expect(old.includes(0x92)).toBe(true);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(old)).toThrow();
    expect(file("riverton_use_of_force_2019.csv").text.split("\r\n")[0]).toMatch(/^FICTIONAL/);
    const header = file("riverton_use_of_force_2023.csv").text.split("\n")[0];
    expect(
      file("riverton_use_of_force_2023.csv")
        .text.split("\n")
        .filter((line) => line === header),
    ).toHaveLength(2);
  });

  test("no file has a column on de-escalation", () => {
    for (const { text, kind } of files) if (kind === "force") expect(text).not.toMatch(/de-?escalat/i);
  });
});
