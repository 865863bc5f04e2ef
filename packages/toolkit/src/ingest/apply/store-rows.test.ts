import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEngine } from "../../release/engine.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { suggest } from "../mapping/suggest.ts";
import { readSources } from "../read/read-sources.ts";
import { type TableContent, tableContent } from "../write/content-hash.ts";
import { applyMapping } from "./apply-mapping.ts";
import { column, countsOf, ingestText, mappingOf, table, testAgency } from "./testing/ingest-text.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenhand-store-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What each table of the release would hold, with the rows kept as Parquet or in the engine. */
async function contents(
  texts: readonly string[],
  isKept: boolean,
  mapping?: Mapping,
): Promise<readonly TableContent[]> {
  const paths = texts.map((_, index) => join(folder, `force-${index}.csv`));
  for (const [index, path] of paths.entries()) await writeFile(path, texts[index] ?? "");
  const engine = await openEngine();
  try {
    const kept = isKept ? { keepIn: await mkdtemp(join(folder, "kept-")), keepAbove: -1 } : {};
    const tables = await readSources(engine, paths, { temporaryFolder: folder, ...kept });
    expect(tables.every(({ keptAt }) => (keptAt !== undefined) === isKept)).toBe(true);
    const used = mapping ?? (await suggest(engine, tables, testAgency));
    const { queries } = await applyMapping(engine, tables, used, { today: "2025-06-30" });
    const found: TableContent[] = [];
    for (const [name, sql] of queries) found.push(await tableContent(engine, name, { relation: `(${sql})` }));
    return found;
  } finally {
    engine.close();
  }
}

const header = "Case,Report,Date,Time,Officer,Race,Age,Force,Injured,District,Reason";
const rows = (year: number) =>
  Array.from({ length: 60 }, (_, index) => {
    const number = Math.floor(index / 3);
    const race = ["Black", "White", "", "Hispanic", "Martian"][number % 5];
    const force = index % 7 === 0 ? "Taser|Hands" : "Hands";
    const district = index % 11 === 0 ? " north " : "North";
    const reason = ["Traffic stop", "Call", "", "Warrant"][index % 4];
    return [
      index === 5 ? "" : `C${year}-${number}`,
      `R${year}-${Math.floor(index / 2)}`,
      index === 9 ? "soon" : `${year}-03-${String(1 + (number % 28)).padStart(2, "0")}`,
      "13:45",
      `${index % 4}`,
      race,
      20 + (index % 70),
      force,
      index % 2 ? "Yes" : "No",
      district,
      reason,
    ].join(",");
  });
const file = (year: number) => [header, ...rows(year)].join("\n");

const byHand = mappingOf(
  table(["force-0.csv", "force-1.csv"], "report", { incident: ["Case"], report: ["Report"], officer: ["Officer"] }, [
    column("Date", "incident.occurred_date", { read: "date", forms: ["iso_date"] }),
    column("Race", "person.race_ethnicity", {
      values: { black: "black", white: "white", hispanic: "hispanic_latino" },
    }),
    column("Age", "person.age", { read: "number" }),
    column("Force", "force_application.force_type", {
      delimiter: "|",
      over: "force",
      values: { taser: "cew_used_unspecified", hands: "physical_unspecified" },
    }),
    column("Injured", "injury.injured", { values: { yes: "yes", no: "no" } }),
    column("District", "location.beat_or_district", { read: "text" }),
    column("Reason", "incident.contact_reason", {
      values: { "traffic stop": "traffic_stop", call: "call_for_service" },
    }),
  ]),
);

test.each([
  ["a mapping written by hand, with lists of force", byHand],
  ["the program's own mapping", undefined],
])("rows stored as Parquet give what rows in the engine give: %s", async (_, mapping) => {
  const texts = [file(2023), file(2024)];
  const inEngine = await contents(texts, false, mapping);
  expect(inEngine.length).toBeGreaterThan(3);
  expect(inEngine.every(({ rows: count }) => count > 0)).toBe(true);
  expect(await contents(texts, true, mapping)).toEqual(inEngine);
});

test("a column of more words than a constant map holds is mapped by a join", async () => {
  const words = Array.from({ length: 300 }, (_, index) => [`word ${index}`, index % 3 ? "black" : "white"] as const);
  const text = ["Case,Race", ...words.map(([word], index) => `C${index},${word}`)].join("\n");
  const mapping = mappingOf(
    table("force-0.csv", "incident", { incident: ["Case"] }, [
      column("Race", "person.race_ethnicity", { values: Object.fromEntries(words) }),
    ]),
  );
  const { rows: rowsOf } = await ingestText({ "force-0.csv": text }, mapping);
  expect(countsOf(rowsOf("persons"), "race_ethnicity")).toEqual({ black: 200, white: 100 });
  expect(await contents([text], true, mapping)).toEqual(await contents([text], false, mapping));
});

test.each([
  [
    "with quotes, line ends, spaces and words for nothing",
    ["O'Hare", '"The ""Loop"""', '" North\nSide "', "n/a", "", "Ñuñoa", "\\'", "zoo", "Zoo"],
  ],
  ["with a character that ends a statement", [...Array.from({ length: 200 }, () => "South"), "North\0Side"]],
  ["of too many texts to list", Array.from({ length: 300 }, (_, index) => `Block ${index}`)],
  ["without any", ["", "-"]],
])("places %s are the same in rows stored as Parquet", async (_, places) => {
  const lines = Array.from(
    { length: 600 },
    (_, index) => `C${index % 170},${places[index % places.length]},${places[(index * 7) % places.length]}`,
  );
  const text = ["Case,District,Hood", ...lines].join("\n");
  const mapping = mappingOf(
    table(["force-0.csv", "force-1.csv"], "report", { incident: ["Case"] }, [
      column("District", "location.beat_or_district", { read: "text" }),
      column("Hood", "location.neighborhood", { read: "text" }),
    ]),
  );
  const texts = [text, "Case,District\nC1,Elsewhere\n"];
  expect(await contents(texts, true, mapping)).toEqual(await contents(texts, false, mapping));
});
