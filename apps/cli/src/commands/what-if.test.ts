import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateRiverton } from "@evenhand/toolkit/sample/riverton";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-what-if-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};

let release = "";
beforeAll(async () => {
  const files = generateRiverton()
    .files.filter(({ kind }) => kind === "force")
    .slice(0, 2);
  for (const { name, bytes } of files) writeFileSync(at(name), bytes);
  const paths = files.map(({ name }) => at(name));
  const { out } = await runWords(["ingest", ...paths, "--agency", "Riverton, XX", "--out", at("releases"), "--json"]);
  release = JSON.parse(out).release;
  await runWords(["template", "--out", at("templates")]);
});

const json = async (...words: readonly string[]) => {
  const { code, out, written } = await runWords([...words, "--json"]);
  expect([code, written.length]).toEqual([0, 1]);
  return JSON.parse(out);
};

describe("what-if", () => {
  test("the sum can be redone from its own numbers; 0.3 and 30% are the same", async () => {
    const one = await json("what-if", release, "--class", "mental_health", "--share", "0.3", "--backup", "0.1");
    const two = await json("what-if", release, "--class", "mental_health", "--share", "30 %", "--backup", "10%");
    expect(two).toEqual(one);
    const all = one.finding.rows.find(({ key }: { key: string }) => key === "all");
    expect(all.figures.narrow).toBeGreaterThan(0);
    expect(all.figures.avoided).toBeCloseTo(all.figures.narrow * 0.3 * 0.9, 9);
    expect(one.steps[0]).toMatchObject({
      row: "all",
      label: "narrow",
      expression: `${all.figures.narrow} × 0.3 × (1 − 0.1) × 1`,
    });
    expect(one.sentence).toContain("If 30 of 100 of these contacts");
  });

  test("in words: sentence, steps, what it assumes, and that no back-up was counted; in both languages", async () => {
    const words = ["what-if", release, "--class", "mental_health", "--share", "0.3"];
    const { out } = await runWords(words);
    expect(out).toMatch(/Arithmetic:\n[\s\S]*What it assumes:\n[\s\S]*No police back-up was given/);
    expect(out).toMatch(/no forecast/);
    const spanish = (await runWords([...words, "--lang", "es"])).out;
    expect(spanish).toMatch(/Cálculo:[\s\S]*Lo que supone:[\s\S]*No se dio apoyo policial/);
    expect(`${out}${spanish}`).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect((await runWords([...words, "--backup", "0"])).out).not.toContain("No police back-up was given");
  });

  test("the back-up that teams of this class reported is proposed", async () => {
    const responders = write(
      "teams.csv",
      "team,from,to,calls,police_backup,source,class\nCrisis Team,2023,2023,1200,96,x,mental_health\nSchool Team,2023,2023,10,9,x,school\n",
    );
    const words = ["what-if", release, "--class", "mental_health", "--share", "0.3", "--responders", responders];
    const { out } = await runWords(words);
    expect(out).toContain("Crisis Team called police to 96 of its 1,200 calls. To count that, give --backup 0.080.");
    expect(out).not.toContain("School Team");
  });

  test("--out writes a page that says the city is made up", async () => {
    await runWords(["what-if", release, "--class", "any", "--share", "0.3", "--out", at("page.html")]);
    expect(readFileSync(at("page.html"), "utf8")).toMatch(/<html[^>]* lang="en"[\s\S]*fiction/);
  });

  test.each([
    [["--share", "0.3"], /--class with one of these[\s\S]*mental_health: Mental-health call/],
    [["--class", "crisis", "--share", "0.3"], /no kind of situation “crisis”[\s\S]*mental_health/],
    [["--class", "any"], /--share 0.3, or --share 30%/],
    [["--class", "any", "--share", "30"], /such as 0.3 or 30%, not “30”/],
    [["--class", "any", "--share", "0.3", "--share-low", "0.2"], /both/],
    [["--class", "any", "--share", "0.3", "--share-low", "0.4", "--share-high", "0.5"], /between/],
    [["--class", "any", "--share", "0.3", "--backup", "-"], /--backup takes a share/],
    [["--class", "any", "--share", "0.3", "--reference", "green"], /“green”/],
  ])("something to correct: %j", async (words, says) => {
    const { code, note, out } = await runWords(["what-if", release, ...words]);
    expect([code, out]).toEqual([1, ""]);
    expect(note).toMatch(says);
  });
});

describe("report with events, a list of situations and responders", () => {
  test("without any of them the toolkit's list is named and nothing is said to have changed", async () => {
    const { events, footprint } = await json("report", release, "--out", at("plain.html"));
    expect([events, footprint.isOwn, footprint.changes]).toEqual([[], false, []]);
    expect(footprint.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  test("events lead to findings about them; a changed class list is recorded, printed, and changes its findings", async () => {
    const events = write(
      "events.csv",
      "id,effective,kind,what,source,about\nrule,2020-01-01,policy,New rule,x,force_type=takedwn\n",
    );
    const known = readFileSync(at("templates/footprint-classes.csv"), "utf8");
    const own = write(
      "own.csv",
      known.replace("contact_reason,mental_health_crisis,narrow", "contact_reason,mental_health_crisis,wide"),
    );
    const words = ["report", release, "--events", events, "--footprint", own, "--out", at("report.html")];
    const result = await json(...words);
    expect(result.events).toMatchObject([{ id: "rule", effective: "2020-01-01" }]);
    expect(result.findings.some(({ id }: { id: string }) => id.startsWith("change/total@rule/"))).toBe(true);
    expect(result.footprint.changes).toEqual([
      "mental_health: incident.contact_reason=mental_health_crisis now wide (was narrow)",
    ]);
    expect(result.changeIssues).toMatchObject([{ code: "unknown-subject", value: "takedwn", row: 1 }]);
    const situations = result.findings.find(({ id }: { id: string }) => id.startsWith("footprint/situations/"));
    expect(situations.values).toMatchObject({ list: result.footprint.hash });
    const row = situations.rows.find(({ key }: { key: string }) => key === "mental_health");
    expect(row.figures.narrow).toBe(0);
    expect(row.figures.wide).toBeGreaterThan(0);
    const { out } = await runWords(words);
    expect(out).toContain("differs from the one that comes with the program in 1 lines:");
    expect(out).toContain("events.csv: Line 2 names in “about”");
  });

  test("change gives the findings of that question only, and the same as the report", async () => {
    const events = write("two.csv", "id,effective,kind,what,source\nrule,2020-01-01,policy,New rule,x\n");
    const alone = await json("change", release, "--events", events);
    const whole = await json("report", release, "--events", events, "--out", at("two.html"));
    const ofChange = whole.findings.filter(({ question }: { question: string }) => question === "change");
    expect(alone.findings).toEqual(ofChange);
    expect(alone.findings.length).toBeGreaterThan(2);
    const { out } = await runWords(["change", release, "--events", events]);
    expect(out).toMatch(/^2020-01-01: New rule\n/);
    expect(out).toContain("change/total@rule/people");
  });

  test("a file that is no timeline is refused before any work", async () => {
    const { code, note } = await runWords([
      "report",
      release,
      "--events",
      at("templates/responders.csv"),
      "--out",
      at("no.html"),
    ]);
    expect([code, existsSync(at("no.html"))]).toEqual([1, false]);
    expect(note).toMatch(/responders\.csv has neither a column “what”/);
  });
});

test("template writes what can be given back, and leaves a filled file alone", async () => {
  const { beside } = await json("template", "--out", at("fresh"));
  expect(beside.map((path: string) => path.split("/").at(-1))).toEqual([
    "events.csv",
    "footprint-classes.csv",
    "responders.csv",
  ]);
  writeFileSync(at("fresh/events.csv"), "id,what\nmine,Mine\n");
  const { note } = await runWords(["template", "--out", at("fresh")]);
  expect(readFileSync(at("fresh/events.csv"), "utf8")).toContain("Mine");
  expect(note).toContain(at("fresh/events.csv"));
});
