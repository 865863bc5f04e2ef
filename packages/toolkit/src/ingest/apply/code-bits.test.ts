import { expect, test } from "vitest";
import { openEngine } from "../../release/engine.ts";
import { seededRandom } from "../../sample/seeded-random.ts";
import { bitStatements, codeBits, unpacked } from "./code-bits.ts";
import { codeTypeStatements, personFields } from "./coded-field.ts";
import type { SourceRows } from "./source-rows.ts";
import { column, ingestText, mappingOf, type Row, table } from "./testing/ingest-text.ts";

const words = {
  race: {
    white: "white",
    black: "black",
    asian: "asian",
    unsure: "?unknown",
    withheld: "?refused",
    "": "?not_recorded",
  },
  gender: { m: "man", f: "woman", unsure: "?unknown" },
  injury: { none: "none", minor: "minor", fatal: "death", open: "?pending" },
  yesNo: { y: "yes", n: "no", "": "?not_asked" },
};
const described = [
  column("Race", "person.race_ethnicity", { values: words.race }),
  column("Gender", "person.gender", { values: words.gender }),
  column("Injury", "injury.injury_severity", { values: words.injury }),
  column("Arrested", "outcome.arrested", { values: words.yesNo }),
  column("OfficerRace", "officer_involvement.race_ethnicity", { values: words.race }),
];
const reports = table(
  "reports.csv",
  "report",
  { incident: ["Incident"], report: ["Report"], person: ["Person"], officer: ["Officer"] },
  described,
);

/** Rows of few people, reports and officers, who are described now one way and now another. */
function contradictions(): string {
  const random = seededRandom(7);
  const pick = (values: object) => random.pick(Object.keys(values));
  const lines = Array.from({ length: 400 }, () => {
    const keys = `I${random.integer(1, 20)},R${random.integer(1, 90)},P${random.integer(1, 3)},O${random.integer(1, 5)}`;
    return [keys, pick(words.race), pick(words.gender), pick(words.injury), pick(words.yesNo), pick(words.race)].join();
  });
  return ["Incident,Report,Person,Officer,Race,Gender,Injury,Arrested,OfficerRace", ...lines].join("\n");
}

test("fields held in one number give the release that they give one by one", async () => {
  const text = contradictions();
  const inBits = await ingestText({ "reports.csv": text }, mappingOf(reports));
  // Beside a second table nothing is held in one number; that one speaks of one officer, in an incident of its own.
  const second = table("second.csv", "officer", { officer: ["Badge"] }, [
    column("Sex", "officer_involvement.gender", { values: { F: "woman" } }),
  ]);
  const files = { "reports.csv": text, "second.csv": "Badge,Sex\n7,F\n" };
  const oneByOne = await ingestText(files, mappingOf(reports, second));
  const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();
  for (const name of ["persons", "reports"]) expect(sorted(inBits.rows(name))).toEqual(sorted(oneByOne.rows(name)));
  const incidents = new Set(inBits.rows("incidents").map((row) => row.incident_id));
  const others = oneByOne.rows("officers").filter((row) => incidents.has(row.incident_id ?? null));
  expect(sorted(inBits.rows("officers"))).toEqual(sorted(others));
  const conflicts = ({ issues }: typeof inBits) => issues.filter(({ code }) => code === "conflicting-values");
  expect(conflicts(inBits)).toEqual(conflicts(oneByOne));
  expect(conflicts(inBits)).not.toEqual([]);
});

test("the least and the greatest code come out of the bits, and no bit is no code", async () => {
  const cells = new Map([
    ["w", "white"],
    ["b", "black"],
    ["x", "multiracial"],
    ["?", "?unknown"],
    ["", "?not_recorded"],
  ]);
  const given = { cell: () => "cell", words: cells };
  const rows = { isAlone: true, words: (field: string) => (field === "person.race_ethnicity" ? given : undefined) };
  const bits = codeBits(rows as unknown as SourceRows, personFields);
  const engine = await openEngine({ threads: 1 });
  for (const statement of [...codeTypeStatements(["race_ethnicity"]), ...bitStatements("t", bits.fields)])
    await engine.run(statement);
  const said = async (...texts: readonly (string | null)[]) => {
    const values = texts.map((text) => (text === null ? "(NULL)" : `('${text}')`)).join(", ");
    const [row] = await engine.rows(
      `SELECT ${unpacked("t", bits.fields).join(", ")} FROM (SELECT bit_or(${bits.sql}) AS code_bits FROM (VALUES ${values}) AS v(cell))`,
    );
    return Object.values(row ?? {}).join();
  };
  expect(await said("w")).toBe("white,white,");
  expect(await said("x", "w", "b")).toBe("black,multiracial,");
  expect(await said("b", null, "?")).toBe("black,black,unknown");
  expect(await said(null)).toBe(",,not_recorded");
  engine.close();
});
