import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { elementIds } from "@evenhand/standard";
import { generateRiverton } from "@evenhand/toolkit/sample/riverton";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ran, runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-test-"));
const { files } = generateRiverton();
const paths = files
  .filter(({ kind }) => kind === "force")
  .slice(0, 2)
  .map(({ name }) => join(folder, name));
for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

/** The one JSON document that a command wrote, and nothing else. */
function onlyJson({ code, out, written, note }: Ran) {
  expect([code, written.length, note.includes("fault")]).toEqual([0, 1, false]);
  return JSON.parse(out);
}

let ingested: Ran;
let release = "";
beforeAll(async () => {
  ingested = await runWords(["ingest", ...paths, "--agency", "Riverton, XX", "--out", at("releases"), "--json"]);
  release = JSON.parse(ingested.out).release;
});

describe("ingest", () => {
  test("--json is one document of release, hash, counts, lines and issues", () => {
    const result = onlyJson(ingested);
    expect(result.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(join(result.release, "release.json"))).toBe(true);
    expect(Object.keys(result.counts)).toEqual(["incidents", "persons", "officers", "reports", "force"]);
    expect(result.lines.in).toBe(result.lines.accepted + result.lines.rejected);
    for (const issue of result.issues)
      expect(issue).toMatchObject({ code: expect.any(String), count: expect.any(Number), example: expect.any(String) });
  });

  test("in words it says where the release is and how many lines were read", async () => {
    const { code, out } = await runWords(["ingest", ...paths, "--agency", "Riverton, XX", "--out", at("again")]);
    const { lines } = JSON.parse(ingested.out);
    const number = (count: number) => new Intl.NumberFormat("en").format(count);
    expect(code).toBe(0);
    expect(out).toContain(at("again"));
    expect(out).toContain(
      `${number(lines.in)} in = ${number(lines.accepted)} accepted + ${number(lines.rejected)} rejected`,
    );
  });
});

describe("check", () => {
  let checked: Ran;
  beforeAll(async () => {
    checked = await runWords([
      "check",
      ...paths,
      "--agency",
      "Riverton, XX",
      "--json",
      "--save-mapping",
      at("mapping.json"),
    ]);
  });

  test("--json names the files, their hash, rows, columns and grain", () => {
    const { files: named } = onlyJson(checked);
    expect(named).toHaveLength(2);
    for (const file of named) {
      expect(file).toMatchObject({ rows: expect.any(Number), columns: expect.any(Number), grain: expect.any(String) });
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test("--json gives each column's field, confidence, reason and values", () => {
    for (const entry of onlyJson(checked).mapping) {
      expect(Object.keys(entry)).toEqual(expect.arrayContaining(["source", "field", "confidence", "reason", "values"]));
      expect(entry.confidence).toBeGreaterThanOrEqual(0);
      expect(entry.confidence).toBeLessThanOrEqual(1);
      expect(entry.reason).not.toBe("");
    }
  });

  test("--json has the fifteen elements, each with status, usable and missing", () => {
    const { elements, issues } = onlyJson(checked);
    expect(elements.map(({ id }: { id: string }) => id)).toEqual([...elementIds]);
    expect(elements).toHaveLength(15);
    for (const element of elements) {
      expect(["collected", "partly", "not_collected"]).toContain(element.status);
      expect(element).toMatchObject({ usable: expect.any(Number), missing: expect.any(Object) });
    }
    for (const issue of issues)
      expect(issue).toMatchObject({ code: expect.any(String), count: expect.any(Number), example: expect.any(String) });
  });

  test("the mapping it saves, applied, gives the release that ingest made", async () => {
    const again = await runWords([
      "ingest",
      ...paths,
      "--agency",
      "Riverton, XX",
      "--mapping",
      at("mapping.json"),
      "--out",
      at("mapped"),
      "--json",
    ]);
    expect(onlyJson(again).hash).toBe(onlyJson(ingested).hash);
  });

  test("in words it names the elements in the language asked for", async () => {
    const english = await runWords(["check", paths[0] ?? ""]);
    const spanish = await runWords(["check", paths[0] ?? "", "--lang", "es"]);
    expect([english.code, spanish.code]).toEqual([0, 0]);
    expect(english.out).toContain("What the files record");
    expect(spanish.out).not.toContain("What the files record");
  });
});

describe("report", () => {
  test("--json is one document with findings; the page is written", async () => {
    const result = onlyJson(await runWords(["report", release, "--out", at("report.html"), "--json"]));
    expect(result.findings.length).toBeGreaterThan(20);
    for (const finding of result.findings)
      expect(finding).toMatchObject({ id: expect.any(String), unit: expect.any(String), rows: expect.any(Array) });
    expect(readFileSync(at("report.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  test("of the files themselves finds what the report of their release finds, and leaves no release", async () => {
    const before = readdirSync(folder);
    const ofFiles = onlyJson(
      await runWords(["report", ...paths, "--agency", "Riverton, XX", "--out", at("report.html"), "--json"]),
    );
    const ofRelease = onlyJson(await runWords(["report", release, "--out", at("report.html"), "--json"]));
    expect(ofFiles.findings).toEqual(ofRelease.findings);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("in Spanish the page is Spanish, with a map where boundaries are given", async () => {
    const boundaries = at(files.find(({ kind }) => kind === "boundaries")?.name ?? "");
    const { code, out } = await runWords([
      "report",
      release,
      "--out",
      at("informe.html"),
      "--lang",
      "es",
      "--boundaries",
      boundaries,
    ]);
    expect([code, out.includes(at("informe.html"))]).toEqual([0, true]);
    expect(readFileSync(at("informe.html"), "utf8")).toMatch(/<html[^>]* lang="es"/);
  });
});

describe("letter", () => {
  test("in English and Spanish, as Markdown and HTML, and as one JSON document", async () => {
    const english = await runWords(["letter", release, "--state", "MN"]);
    const spanish = await runWords(["letter", release, "--state", "mn", "--lang", "es"]);
    expect([english.code, spanish.code]).toEqual([0, 0]);
    expect(english.out).toContain("Riverton");
    expect(spanish.out).toContain("Riverton");
    expect(spanish.out).not.toBe(english.out);
    const html = await runWords([
      "letter",
      release,
      "--state",
      "MN",
      "--format",
      "html",
      "--out",
      at("letter.html"),
      "--requester",
      "Jo <Doe>",
    ]);
    expect(html.code).toBe(0);
    expect(readFileSync(at("letter.html"), "utf8")).toContain("Jo &lt;Doe&gt;");
    expect(onlyJson(await runWords(["letter", release, "--state", "MN", "--json"]))).toMatchObject({
      state: "MN",
      format: "markdown",
      letter: english.out,
    });
  });

  test("for a state that is none is no fault of ours", async () => {
    expect((await runWords(["letter", release, "--state", "ZZ"])).code).toBeLessThan(2);
  });
});

describe("dictionary and template", () => {
  test("the dictionary is a page, or one JSON document", async () => {
    const page = await runWords(["dictionary", "--lang", "es"]);
    expect([page.code, /<html[^>]* lang="es"/.test(page.out)]).toEqual([0, true]);
    expect(Object.keys(onlyJson(await runWords(["dictionary", "--json"]))).length).toBeGreaterThan(0);
  });

  test("the templates are CSV tables and one workbook with the same headers", async () => {
    const { files: written } = onlyJson(await runWords(["template", "--out", at("templates"), "--json"]));
    const tables = written.filter((name: string) => name.endsWith(".csv"));
    expect(tables.length).toBeGreaterThan(5);
    const workbook = new excel.Workbook();
    await workbook.xlsx.readFile(written.find((name: string) => name.endsWith(".xlsx")));
    for (const path of tables) {
      const name = path.slice(at("templates/").length).replace(/\.csv$/, "");
      const header = readFileSync(path, "utf8")
        .split(/\r?\n/)[0]
        ?.replace(/^\ufeff/, "");
      const cells = workbook.getWorksheet(name.slice(0, 31))?.getRow(1).values as readonly string[] | undefined;
      expect(cells?.slice(1).join(",")).toBe(header);
    }
  });
});

describe("demo", () => {
  test("goes the whole way and says that the city is made up", async () => {
    const { code, out } = await runWords(["demo", "--out", at("demo")]);
    expect(code).toBe(0);
    expect(out).toMatch(/made-up/);
    expect(out).toContain(join(at("demo"), "report.html"));
    expect(readFileSync(join(at("demo"), "report.html"), "utf8")).toMatch(/fictional/i);
  });
});
