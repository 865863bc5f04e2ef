import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runWords } from "./testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-test-"));
const file = join(folder, "force.csv");
const unrelated = join(folder, "population.csv");
const empty = join(folder, "empty.csv");
writeFileSync(unrelated, "tract,population,share\n1,200,0.3\n2,400,0.5\n3,500,0.6\n");
writeFileSync(empty, "Case Number,Incident Date,Subject Race,Type of Force\n");
writeFileSync(
  file,
  "Case Number,Incident Date,Subject Race,Type of Force\nC1,01/02/2020,Black,Takedown\nC2,01/03/2020,White,Taser\n",
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands = [
  "check",
  "ingest",
  "report",
  "explain",
  "change",
  "what-if",
  "letter",
  "audit",
  "compare-policies",
  "review",
  "dictionary",
  "template",
  "demo",
];

describe("--help", () => {
  for (const name of commands) {
    test(`of ${name}, in English and Spanish`, async () => {
      const english = await runWords([name, "--help"]);
      const spanish = await runWords([name, "--help", "--lang", "es"]);
      expect([english.code, english.note, spanish.code, spanish.note]).toEqual([0, "", 0, ""]);
      expect(english.out).toMatch(new RegExp(`^evenhand ${name}\\b`));
      expect(spanish.out).toMatch(new RegExp(`^evenhand ${name}\\b`));
      expect(spanish.out).not.toBe(english.out);
    });
  }

  test("of the program names every command", async () => {
    for (const words of [["--help"], ["-h"], ["help"]]) {
      const { code, out } = await runWords(words);
      expect([code, commands.filter((name) => !out.includes(`evenhand ${name}`))]).toEqual([0, []]);
    }
  });

  test("of the program in Spanish, wherever the language is named", async () => {
    const { out } = await runWords(["check", "--help", "--lang", "es"]);
    expect(out).not.toContain("Reads the files");
    const whole = await runWords(["--help", "--lang", "es"]);
    expect([whole.code, whole.out.includes("Exit codes")]).toEqual([0, false]);
    expect((await runWords(["--lang", "es", "--help"])).out).toBe(whole.out);
  });
});

describe("something to correct in what was given", () => {
  const wrong: readonly (readonly [title: string, words: readonly string[], says: RegExp])[] = [
    ["no command", [], /--help/],
    ["an unknown command", ["explian"], /“explian”.*--help/],
    ["an unknown option", ["check", "--colour", file], /--colour/],
    ["an option without its value", ["ingest", file, "--agency"], /--agency/],
    ["another language", ["check", file, "--lang", "fr"], /en or es/],
    ["no file", ["check"], /file/i],
    ["a file that is not there", ["check", join(folder, "nowhere.csv")], /nowhere\.csv.*Check/],
    ["a folder instead of a file", ["check", folder], /folder/],
    ["no agency", ["ingest", file, "--out", join(folder, "none")], /--agency/],
    ["an agency without letters", ["ingest", file, "--agency", "--!!", "--out", join(folder, "none")], /--agency/],
    [
      "a mapping that is not there",
      ["ingest", file, "--agency", "Testville", "--mapping", join(folder, "no.json")],
      /no\.json/,
    ],
    ["a mapping that is no mapping", ["check", file, "--mapping", file], /force\.csv/],
    ["a file of something else", ["report", unrelated], /population\.csv/],
    ["a file with no rows", ["ingest", empty, "--agency", "Testville", "--out", join(folder, "none")], /empty\.csv/],
    ["a mapping to be saved where it cannot", ["check", file, "--save-mapping", join(file, "m.json")], /force\.csv/],
    ["an output that is a file", ["ingest", file, "--agency", "Testville", "--out", file], /force\.csv/],
    ["no release", ["letter"], /release folder/],
    ["a folder that is no release", ["letter", folder], /release\.json.*ingest/],
    ["a report of what is not there", ["report", join(folder, "nowhere")], /nowhere/],
    ["boundaries that are no JSON", ["report", file, "--boundaries", file], /GeoJSON/],
    ["areas that are no JSON", ["report", file, "--areas", file], /GeoJSON/],
    ["a benchmark that is not there", ["report", file, "--benchmark", join(folder, "no.csv")], /no\.csv.*Check/],
    ["a benchmark without groups", ["report", file, "--benchmark", unrelated], /population\.csv.*“group” and “count”/],
    ["a benchmark of no kind", ["report", file, "--benchmark", `dogs=${unrelated}`], /“dogs”.*residents, stops/],
    ["an area without a benchmark", ["report", file, "--benchmark-area", "North"], /--benchmark FILE/],
    ["a reference that is no group", ["report", file, "--reference", "Martian"], /“Martian”.*hispanic_latino/],
    ["covariates without groups", ["report", file, "--covariates", unrelated], /population\.csv.*white, black/],
    ["no finding to explain", ["explain"], /evenhand explain on-whom\/race\/people/],
    ["a finding without a release", ["explain", "on-whom/race/people"], /release/],
    [
      "a finding of a release that is not there",
      ["explain", "on-whom/race/people", join(folder, "nowhere")],
      /nowhere.*Check/,
    ],
    [
      "a finding that does not exist",
      ["explain", "on-whom/rase/people", file],
      /“on-whom\/rase\/people”[\s\S]*on-whom\/race\//,
    ],
    ["another format of dictionary", ["dictionary", "--format", "pdf"], /html or json/],
  ];
  for (const [title, words, says] of wrong) {
    test(`${title}: exit 1, nothing on out, and what to do`, async () => {
      const { code, out, note } = await runWords(words);
      expect([code, out]).toEqual([1, ""]);
      expect(note).toMatch(says);
      expect(note).not.toMatch(/\n\s+at /);
    });
  }

  test("is said in Spanish where Spanish was asked for", async () => {
    const english = await runWords(["explian"]);
    const spanish = await runWords(["explian", "--lang", "es"]);
    expect([spanish.code, spanish.note.includes("explian"), spanish.note === english.note]).toEqual([1, true, false]);
  });

  test("leaves no file behind", () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name).sort()).toEqual(["empty.csv", "force.csv", "population.csv"]);
  });
});

test("stopped before it starts: exit 1, said so, no stack, nothing left", async () => {
  const out = join(folder, "stopped");
  const { code, note } = await runWords(["ingest", file, "--agency", "Testville", "--out", out], AbortSignal.abort());
  expect([code, note.includes("Stopped"), /\n\s+at /.test(note)]).toEqual([1, true, false]);
  expect(readdirSync(out)).toEqual([]);
});
