import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeReleaseFixture } from "@evenhand/toolkit/release/release-fixture";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-prepare-"));
const place = join(folder, "anytown-mn");
const summary = () => JSON.parse(readFileSync(join(place, "answers", "summary.json"), "utf8"));
const answers = () => JSON.parse(readFileSync(join(place, "answers", `${summary().release}.json`), "utf8"));
const prepare = async () => JSON.parse((await runWords(["prepare", folder, "--json"])).out).places[0];

beforeAll(async () => {
  for (const [name, people] of [
    ["2026-11-23-aaaaaaaa", 3],
    ["2026-11-23-bbbbbbbb", 5],
  ] as const) {
    const persons = Array.from({ length: people }, (_, id) => ({
      person_id: id,
      incident_id: id,
      race_ethnicity: "black",
    }));
    const incidents = persons.map(({ incident_id }) => ({ incident_id, occurred_year: 2020 }));
    await writeReleaseFixture(join(place, name), { tables: { incidents, persons, force: [] } });
  }
  utimesSync(join(place, "2026-11-23-bbbbbbbb", "release.json"), new Date("2020-01-01"), new Date("2020-01-01"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("evenhand prepare", () => {
  test("answers on the newest release; of one day, on the one made last", async () => {
    const made = await prepare();
    expect(made).toMatchObject({ place: "anytown-mn", release: "2026-11-23-aaaaaaaa", wasReady: false });
    expect(made.findings).toBeGreaterThan(5);
    expect(answers().findings).toHaveLength(made.findings);
    expect(summary().elements.map(({ id }: { id: string }) => id)).toContain("race");
  });

  test("leaves what is up to date as it is, and answers anew when a file beside it changes", async () => {
    expect((await prepare()).wasReady).toBe(true);
    writeFileSync(join(place, "residents.csv"), "group,count\nblack,100\nwhite,300\n");
    writeFileSync(join(place, "place.json"), JSON.stringify({ benchmark: ["population=residents.csv"] }));
    expect((await prepare()).wasReady).toBe(false);
    expect(answers().benchmarks[0]).toMatchObject({ kind: "population", counted: 400 });
    expect((await prepare()).wasReady).toBe(true);
    writeFileSync(join(place, "residents.csv"), "group,count\nblack,100\nwhite,301\n");
    expect((await prepare()).wasReady).toBe(false);
  });

  test("says what cannot be used in place.json", async () => {
    writeFileSync(join(place, "place.json"), '{"benchmrak": "x.csv"}');
    const { code, note } = await runWords(["prepare", folder]);
    expect(code).toBe(1);
    expect(note).toContain("“benchmrak” cannot be used there");
    expect(note).toContain("benchmark");
    rmSync(join(place, "place.json"));
  });

  test("refuses to blank small counts, which the tables of a site would give away", async () => {
    writeFileSync(join(place, "place.json"), '{"suppress-below": 10}');
    const { code, note } = await runWords(["prepare", folder]);
    expect(code).toBe(1);
    expect(note).toContain("“suppress-below” cannot be used there");
    rmSync(join(place, "place.json"));
  });

  test("says what to do where there is nothing to prepare", async () => {
    for (const path of [join(folder, "nowhere"), join(place, "answers")]) {
      const { code, note } = await runWords(["prepare", path]);
      expect(code).toBe(1);
      expect(note).toContain("evenhand ingest");
    }
  });
});

describe("evenhand serve and publish", () => {
  test("refuse a port and an address that are none", async () => {
    expect(await runWords(["serve", folder, "--port", "99999"])).toMatchObject({ code: 1 });
    expect((await runWords(["publish", folder, "--origin", "force.example.org"])).note).toContain(
      "https://force.example.org",
    );
  });

  test("publish writes into no folder that holds something else", async () => {
    const out = join(folder, "anytown-mn");
    const { code, note } = await runWords(["publish", folder, "--out", out]);
    expect(code).toBe(1);
    expect(note).toContain("is not empty");
    expect(existsSync(join(out, "index.html"))).toBe(false);
  });
});
