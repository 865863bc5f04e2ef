import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateRiverton } from "../sample/riverton.ts";
import { column, mappingOf, readTables, table } from "./apply/testing/ingest-text.ts";
import { type Ingested, type IngestOptions, ingestFiles } from "./ingest-files.ts";
import { readMapping } from "./mapping/read-mapping.ts";
import { InputError } from "./read/input-error.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-test-"));
const { files } = generateRiverton();
const paths = files.filter(({ kind }) => kind === "force").map(({ name }) => join(folder, name));
for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = (out: string, more: Partial<IngestOptions> = {}): IngestOptions => ({
  paths,
  agency: { id: "riverton-xx", name: "Riverton, XX" },
  out: join(folder, out),
  today: "2025-06-30",
  ...more,
});

const json = (ingested: Ingested, name: string) => JSON.parse(readFileSync(join(ingested.folder, name), "utf8"));

let made: Ingested;
const steps: [string, number | undefined][] = [];
beforeAll(async () => {
  made = await ingestFiles(options("releases", { onProgress: (step, done) => steps.push([step, done]) }));
});

describe("a release folder", () => {
  test("is named by agency, date and hash", () => {
    expect(made.folder).toBe(join(folder, "releases", "riverton-xx", `2025-06-30-${made.release.hash.slice(0, 8)}`));
    expect(readdirSync(join(folder, "releases"))).toEqual(["riverton-xx"]);
  });

  test("holds the tables it names, the issues and the records that describe them", () => {
    const records = [
      "datapackage.json",
      "issues.parquet",
      "mapping.json",
      "release.json",
      "scope.json",
      "snapshot.json",
    ];
    const tables = Object.keys(made.release.tables).map((name) => `${name}.parquet`);
    expect(readdirSync(made.folder).sort()).toEqual([...records, ...tables].sort());
  });

  test("release.json, scope.json and snapshot.json say what was returned and what was read", () => {
    expect(json(made, "release.json")).toEqual(JSON.parse(JSON.stringify(made.release)));
    expect(json(made, "scope.json")).toEqual(json(made, "release.json").scope);
    const expected = paths.map((path) => {
      const bytes = readFileSync(path);
      return {
        name: path.slice(folder.length + 1),
        sha256: createHash("sha256").update(bytes).digest("hex"),
        bytes: bytes.length,
      };
    });
    expect(json(made, "snapshot.json")).toEqual({ snapshots: expected });
  });

  test("the data package names every table, and no file that is not there", () => {
    const named = json(made, "datapackage.json").resources.map(({ path }: { path: string }) => path);
    for (const name of Object.keys(made.release.tables)) expect(named).toContain(`${name}.parquet`);
    for (const path of named) expect(readdirSync(made.folder)).toContain(path);
  });

  test("rows and issues in Parquet are as many as were returned", async () => {
    const tables = await readTables(made.folder);
    for (const [name, rows] of Object.entries(made.release.tables)) expect(tables.get(name)).toHaveLength(rows);
    expect(tables.get("issues")).toHaveLength(made.issues.length);
  });

  test("lines in = accepted + rejected", () => {
    const { in: read, accepted, rejected } = made.release.lines;
    expect(read).toBe(accepted + rejected);
    expect(read).toBeGreaterThan(1000);
  });
});

describe("progress", () => {
  test("names every file and ends each with all of it read", () => {
    for (const path of paths) {
      const parts = steps
        .filter(([step]) => step === `reading ${path.slice(folder.length + 1)}`)
        .map(([, done]) => done ?? -1);
      expect([parts[0], parts.at(-1)]).toEqual([0, 1]);
      expect(parts).toEqual([...parts].sort((a, b) => a - b));
    }
  });
});

describe("the same input", () => {
  test("with the mapping as saved, read again and applied, gives the same hash and folder", async () => {
    const mapping = readMapping(json(made, "mapping.json"));
    const again = await ingestFiles(options("again", { mapping }));
    expect(again.release.hash).toBe(made.release.hash);
    expect(again.mapping).toEqual(mapping);
  });

  test("ingested into the same place stays one release", async () => {
    const again = await ingestFiles(options("releases"));
    expect(again.folder).toBe(made.folder);
    expect(readdirSync(join(folder, "releases", "riverton-xx"))).toHaveLength(1);
  });

  test("given in another order gives the same hash", async () => {
    const again = await ingestFiles(options("reversed", { paths: [...paths].reverse(), mapping: made.mapping }));
    expect(again.release.hash).toBe(made.release.hash);
  });

  test("with one cell changed gives another hash", async () => {
    const first = paths[0] ?? "";
    const changed = join(mkdtempSync(join(folder, "changed-")), first.slice(folder.length + 1));
    writeFileSync(changed, readFileSync(first, "latin1").replace("Takedown", "Taser"), "latin1");
    expect(readFileSync(changed)).not.toEqual(readFileSync(first));
    const again = await ingestFiles(options("changed", { paths: [changed, ...paths.slice(1)], mapping: made.mapping }));
    expect(again.release.hash).not.toBe(made.release.hash);
  });
});

describe("a mapping is applied exactly", () => {
  test("a column that it leaves out is not recorded, whatever the header says", async () => {
    const path = join(folder, "exact.csv");
    writeFileSync(path, "Case,Race,Sex\nC1,Black,M");
    const mapping = mappingOf(
      table("exact.csv", "incident", { incident: ["Case"] }, [
        column("Sex", "person.race_ethnicity", { values: { m: "white" } }),
      ]),
    );
    const { folder: release } = await ingestFiles(options("exact", { paths: [path], mapping }));
    const [person] = (await readTables(release)).get("persons") ?? [];
    expect(person).toMatchObject({ race_ethnicity: "white", gender: null, gender_missing: "not_recorded" });
  });
});

describe("what the files and the mapping do not agree on is said", () => {
  const rows = "C1,Black,M\nC1,White,F\nC2,Black,M";
  const by = (tables: readonly string[], incident: string, race: string) =>
    mappingOf(
      table(tables, "person", { incident: [incident] }, [
        column(race, "person.race_ethnicity", { values: { black: "black", white: "white" } }),
      ]),
    );
  const ingest = (mapping: ReturnType<typeof by>, names: readonly string[] = ["one.csv"]) => {
    const at = mkdtempSync(join(folder, "agree-"));
    for (const name of names) writeFileSync(join(at, name), `Case,Race,Sex\n${rows}`);
    return ingestFiles(options("agree", { paths: names.map((name) => join(at, name)), mapping }));
  };
  /** Refused, or done with an issue that names what is wrong. */
  const said = (work: Promise<Ingested>) =>
    work.then(
      ({ issues }) => issues.map((issue) => JSON.stringify(issue)).join("\n"),
      (error: unknown) =>
        error instanceof InputError || error instanceof RangeError ? error.message : `fault: ${error}`,
    );

  test("a mapping that fits is applied without a word", async () => {
    expect((await ingest(by(["one.csv"], "Case", "Race"))).issues).toEqual([]);
  });

  test("a file that the mapping does not name", async () => {
    expect(await said(ingest(by(["one.csv"], "Case", "Race"), ["one.csv", "two.csv"]))).toContain("two.csv");
  });

  test("a mapping for another file", async () => {
    expect(await said(ingest(by(["2019.csv"], "Case", "Race")))).toMatch(/^(?!fault).*one\.csv/s);
  });

  test("a column that no file has", async () => {
    expect(await said(ingest(by(["one.csv"], "Case", "Subject Race")))).toContain("Subject Race");
  });

  test("a key that no file has: rows are not made incidents of their own in silence", async () => {
    expect(await said(ingest(by(["one.csv"], "Case Number", "Race")))).toContain("Case Number");
  });

  test("the same file given twice", async () => {
    const path = paths[0] ?? "";
    expect(await said(ingestFiles(options("twice", { paths: [path, path] })))).toMatch(/twice|same/i);
  });
});

describe("nothing is left behind", () => {
  test("by a file that cannot be read", async () => {
    await expect(ingestFiles(options("missing", { paths: [join(folder, "nowhere.csv")] }))).rejects.toThrow(InputError);
    expect(readdirSync(join(folder, "missing"))).toEqual([]);
  });

  for (const at of ["mapping", "persons", "writing persons", "hashing"]) {
    test(`when it is stopped at “${at}”`, async () => {
      const stop = new AbortController();
      const onProgress = (step: string) => step === at && stop.abort();
      const out = `stopped-${at.replaceAll(" ", "-")}`;
      await expect(ingestFiles(options(out, { signal: stop.signal, onProgress }))).rejects.toThrow();
      expect(stop.signal.aborted).toBe(true);
      expect(readdirSync(join(folder, out))).toEqual([]);
    });
  }

  test("when it is stopped before it starts", async () => {
    await expect(ingestFiles(options("never", { signal: AbortSignal.abort() }))).rejects.toThrow();
    expect(readdirSync(join(folder, "never"))).toEqual([]);
  });
});
