import { type ReleaseTable, releaseTables } from "@evenhand/standard";
import fc from "fast-check";
import { expect, test } from "vitest";
import { column, countsOf, type IngestedText, ingestText, mappingOf, type Row, table } from "./testing/ingest-text.ts";

const cells = {
  Case: fc.constantFrom("C1", "C2", "C3", "C4", ""),
  Race: fc.constantFrom("Black", "White", "Black,White", "Black,Black", "Elf", "", "Unknown", ",White"),
  Sex: fc.constantFrom("M", "F", "M,F", "", "Q"),
  Age: fc.constantFrom("17", "30", "0", "230", "", "old"),
  Force: fc.constantFrom("Strike", "Strike,Taser", "Strike,Strike", "", "None", "Zap", "Taser,Zap"),
  Injury: fc.constantFrom("None", "Minor", "Fatal", "", "?", "Unknown"),
  Arrest: fc.constantFrom("Yes", "No", "", "Refused"),
  Reason: fc.constantFrom("Stop", "Stop;Call", "Call", "", "Whim"),
  Date: fc.constantFrom("01/02/2020", "13/45/2020", "", "01/01/2099", "3/4/2021"),
};
type Source = Readonly<Record<keyof typeof cells, string>>;

const mapping = mappingOf(
  table("force.csv", "report", { incident: ["Case"] }, [
    column("Race", "person.race_ethnicity", {
      delimiter: ",",
      over: "person",
      values: { black: "black", white: "white", unknown: "?unknown" },
    }),
    column("Sex", "person.gender", { delimiter: ",", over: "person", values: { m: "man", f: "woman" } }),
    column("Age", "person.age", { read: "number" }),
    column("Force", "force_application.force_type", {
      delimiter: ",",
      over: "force",
      values: { strike: "strike_hand_arm", taser: "cew_probes_fired", none: "!no_force" },
    }),
    column("Injury", "injury.injury_severity", {
      values: { none: "none", minor: "minor", fatal: "death", unknown: "?unknown" },
    }),
    column("Arrest", "outcome.arrested", { values: { yes: "yes", no: "no", refused: "?refused" } }),
    column("Reason", "incident.contact_reason", {
      delimiter: ";",
      over: "any",
      values: { stop: "traffic_stop", call: "call_for_service" },
    }),
    column("Date", "incident.occurred_date", { read: "date", forms: ["month_day_year"] }),
  ]),
);

const names = Object.keys(cells) as (keyof Source)[];
const csv = (rows: readonly Source[]) =>
  [names.join(","), ...rows.map((row) => names.map((name) => `"${row[name]}"`).join(","))].join("\n");
const ingest = (rows: readonly Source[]) => ingestText({ "force.csv": csv(rows) }, mapping);
const sources = fc.array(fc.record(cells), { minLength: 1, maxLength: 14 });

/** Every published coded column of a release with its rows. */
function* codedColumns({ rows }: IngestedText): Generator<readonly [string, readonly Row[]]> {
  for (const name of Object.keys(releaseTables) as ReleaseTable[]) {
    for (const { type, name: columnName } of releaseTables[name]) if (type === "coded") yield [columnName, rows(name)];
  }
}

/** People that a row lists, counted apart from the code under test. */
const listed = ({ Race, Sex }: Source) => Math.max(Race.split(",").length, Sex.split(",").length);

/** Uses of force that a row lists. */
const used = ({ Force }: Source) => (Force === "None" ? 0 : Force.split(",").length);

/** Black people that a row lists: a list of races shorter than another list cannot be laid beside the people. */
const black = (row: Source) =>
  row.Race.split(",").filter((word, _, all) => word === "Black" && all.length === listed(row));

test("whatever the rows: every line, person and use of force is counted once, and a null says why", async () => {
  await fc.assert(
    fc.asyncProperty(sources, async (rows) => {
      const made = await ingest(rows);
      expect(made.release.lines).toEqual({ in: rows.length, accepted: rows.length, rejected: 0 });
      expect(made.rows("reports")).toHaveLength(rows.length);
      const cases = new Set(rows.flatMap(({ Case }) => Case || []));
      expect(made.rows("incidents")).toHaveLength(cases.size + rows.filter(({ Case }) => Case === "").length);
      expect(made.rows("persons")).toHaveLength(rows.reduce((sum, row) => sum + listed(row), 0));
      expect(made.rows("force")).toHaveLength(rows.reduce((sum, row) => sum + used(row), 0));
      expect(countsOf(made.rows("persons"), "race_ethnicity").black ?? 0).toBe(rows.flatMap(black).length);
      for (const [name, published] of codedColumns(made)) {
        expect(published.filter((row) => (row[name] === null) === (row[`${name}_missing`] === null))).toEqual([]);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

const keyed = table("force.csv", "report", { incident: ["Case"], person: ["Person"] }, [
  column("Race", "person.race_ethnicity", { values: { black: "black", white: "white" } }),
  column("Injury", "injury.injury_severity", { values: { none: "none", minor: "minor", fatal: "death" } }),
]);
const keyedRow = fc.record({
  Case: fc.constantFrom("C1", "C2", "C3"),
  Person: fc.constantFrom("P1", "P2"),
  Race: fc.constantFrom("Black", "White", ""),
  Injury: fc.constantFrom("None", "Minor", "Fatal", ""),
});
const keyedCsv = (rows: readonly { Case: string; Person: string; Race: string; Injury: string }[]) =>
  ["Case,Person,Race,Injury", ...rows.map((row) => Object.values(row).join(","))].join("\n");

test("keyed rows in another order are the same people with the same codes", async () => {
  const shuffled = fc
    .array(keyedRow, { minLength: 1, maxLength: 12 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
  await fc.assert(
    fc.asyncProperty(shuffled, async ([rows, other]) => {
      const [one, two] = await Promise.all(
        [rows, other].map((list) => ingestText({ "force.csv": keyedCsv(list) }, mappingOf(keyed))),
      );
      const people = (made: IngestedText | undefined) =>
        made
          ?.rows("persons")
          .map((row) => JSON.stringify(row))
          .sort();
      expect(people(two)).toEqual(people(one));
      expect(two?.rows("incidents").length).toBe(one?.rows("incidents").length);
    }),
    { numRuns: 10 },
  );
}, 60_000);

test("the same rows read twice have the same hash", async () => {
  await fc.assert(
    fc.asyncProperty(sources, async (rows) => {
      const [one, two] = await Promise.all([ingest(rows), ingest(rows)]);
      expect(two.release.hash).toBe(one.release.hash);
    }),
    { numRuns: 5 },
  );
}, 60_000);
