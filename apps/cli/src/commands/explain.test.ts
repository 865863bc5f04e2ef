import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@evenhand/standard";
import type { Explanation } from "@evenhand/toolkit/analysis/explain/explanation";
import { generateRiverton } from "@evenhand/toolkit/sample/riverton";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const { files } = generateRiverton();
for (const { name, bytes } of files) writeFileSync(at(name), bytes);
const paths = files
  .filter(({ kind }) => kind === "force")
  .slice(0, 2)
  .map(({ name }) => at(name));
const stops = at("stops.csv");
writeFileSync(stops, "# years: 2019-2024\ngroup,stops\nBlack,5200\nHispanic,4100\nWhite,7900\nAsian,900\n");
const compared = ["--benchmark", at("riverton_population.csv"), "--benchmark", stops];

let release = "";
let findings: readonly Finding[] = [];
beforeAll(async () => {
  const made = await runWords(["ingest", ...paths, "--agency", "Riverton, XX", "--out", at("releases"), "--json"]);
  release = JSON.parse(made.out).release;
  const reported = await runWords(["report", release, "--out", at("r.html"), "--json", ...compared]);
  findings = JSON.parse(reported.out).findings;
});

type Explained = Explanation & {
  readonly finding: Finding;
  readonly sentence: string;
  readonly cells: readonly { readonly cells: readonly { readonly count: number }[] }[];
};

const known = new Map<string, Promise<Explained>>();
const explained = (id: string): Promise<Explained> => {
  const found = known.get(id) ?? explain(id);
  known.set(id, found);
  return found;
};

async function explain(id: string): Promise<Explained> {
  const { code, out, note } = await runWords(["explain", id, release, ...compared, "--json"]);
  expect([code, note.includes("fault")]).toEqual([0, false]);
  return JSON.parse(out);
}

/** The numbers of an expression as printed: anyone can type it into a calculator. */
function calculate(expression: string): number {
  expect(expression).toMatch(/^(?:[\d\s+\-*/().]|e[+-]?\d+|sqrt|exp|log)+$/);
  return Function("sqrt", "exp", "log", `return ${expression}`)(Math.sqrt, Math.exp, Math.log);
}

const ids = [
  "on-whom/race/people",
  "on-whom/race-by-year/people",
  "rates/race-per-population/people",
  "rates/race-per-stops/people",
  "treatment/injured/people",
  "outcomes/injured/people",
  "missing-race/share-by-year/people",
];

describe("explain", () => {
  for (const id of ids)
    test(`${id}: the arithmetic printed gives the finding's numbers`, async () => {
      const { finding, steps, cells } = await explained(id);
      expect(finding).toEqual(findings.find((one) => one.id === id));
      expect(steps.length).toBeGreaterThan(3);
      for (const { expression, value } of steps)
        expect(Math.abs(calculate(expression) - value), expression).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-15);
      const counted = cells.map((table) => table.cells.reduce((sum, { count }) => sum + count, 0));
      expect(counted).toContain(finding.total);
    });

  test("every ratio, rate and share of a comparison is among the steps", async () => {
    const { finding, steps } = await explained("rates/race-per-stops/people");
    const rows = finding.rows.filter(({ compared: row }) => row?.ratio !== undefined);
    expect(rows.length).toBeGreaterThan(2);
    for (const { key, compared: row } of rows)
      for (const [label, value] of [
        ["rate", row?.rate?.value],
        ["ratio", row?.ratio?.value],
        ["excess", row?.excess],
      ])
        expect(steps).toContainEqual(expect.objectContaining({ label, row: key, value }));
  });

  test("in words: sentence, counts, formula, arithmetic and R, in the language asked for", async () => {
    const english = await runWords(["explain", "on-whom/race/people", release]);
    const spanish = await runWords(["explain", "on-whom/race/people", release, "--lang", "es"]);
    expect([english.code, spanish.code]).toEqual([0, 0]);
    for (const part of [
      "Unit: people",
      "Counts it was made from",
      "share = count / known",
      "Arithmetic",
      "prop.test(",
      "docs/methods/share-of-known.md",
    ])
      expect(english.out).toContain(part);
    for (const part of ["Unidad: personas", "Conteos de que se hizo", "proporción", "Cálculo", "prop.test("])
      expect(spanish.out).toContain(part);
    expect(spanish.out).not.toContain("Arithmetic");
  });

  test("an id that does not exist lists those that do, the nearest first", async () => {
    const { code, out, note } = await runWords(["explain", "on-whom/rase/people", release]);
    expect([code, out]).toEqual([1, ""]);
    const listed = note.split("\n").filter((line) => line.startsWith("  "));
    expect(listed[0]?.trim()).toBe("on-whom/race/people");
    expect(note).toContain("--benchmark");
  });

  const hasR = spawnSync("Rscript", ["--version"]).status === 0;
  if (!hasR) console.warn("Skipped: R is not on this machine, so the lines for R were not run.");
  test.skipIf(!hasR)("the lines for R give the same numbers", async () => {
    const lines: string[] = [];
    for (const id of ids) lines.push(...(await explained(id)).r);
    expect(lines.length).toBeGreaterThan(100);
    const read = lines.map((line) => /^(\w+) <- .* # = (\S+)$/.exec(line));
    expect(read.every((match) => match !== null)).toBe(true);
    const script = lines
      .map((line, index) => `${line}\ncat(format(${read[index]?.[1]}, digits = 17), "\\n")`)
      .join("\n");
    writeFileSync(at("lines.R"), script);
    const given = execFileSync("Rscript", [at("lines.R")], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number);
    read.forEach((match, index) => {
      const expected = Number(match?.[2]);
      expect(Math.abs((given[index] ?? Number.NaN) - expected), match?.[0]).toBeLessThanOrEqual(
        1e-6 * Math.abs(expected) + 1e-12,
      );
    });
  });
});

describe("report with files to compare with", () => {
  test("--json carries the benchmarks without their cells, their issues, and the findings made with them", async () => {
    const odd = at("arrests.csv");
    writeFileSync(odd, "group,arrests\nBlack,900\nWhite,1200\nMartian,7\n");
    const { code, out } = await runWords([
      "report",
      release,
      "--out",
      at("c.html"),
      "--json",
      ...compared,
      "--benchmark",
      `calls=${odd}`,
      "--reference",
      "Black",
    ]);
    const result = JSON.parse(out);
    expect(code).toBe(0);
    expect(result.benchmarks.map(({ id }: { id: string }) => id)).toEqual(["population", "stops", "calls_for_service"]);
    for (const benchmark of result.benchmarks) {
      expect(benchmark.cells).toBeUndefined();
      expect(benchmark.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(result.benchmarks[1]).toMatchObject({ counted: 18_100, years: { from: 2019, to: 2024 } });
    expect(result.benchmarkIssues).toMatchObject([{ code: "unknown-group", value: "Martian" }]);
    expect(result.reference).toBe("black");
    const rates = result.findings.filter(({ question }: Finding) => question === "rates");
    expect(rates.map(({ measure }: Finding) => measure)).toEqual([
      "race-per-population",
      "race-per-stops",
      "race-per-calls_for_service",
    ]);
    expect(rates[0].comparison.reference).toBe("black");
  });

  test("in words it names each file with its kind and size, and what was doubtful", async () => {
    const { code, out } = await runWords(["report", release, "--out", at("w.html"), ...compared]);
    expect(code).toBe(0);
    expect(out).toContain("Residents: riverton_population.csv");
    expect(out).toContain("Stops: stops.csv: 18,100 in all");
  });

  test("a table of areas and a map", async () => {
    const areas = at("areas.csv");
    writeFileSync(
      areas,
      "neighborhood,population,white,black,poverty\nNorth,9000,0.5,0.3,0.2\nSouth,8000,0.4,0.4,0.1\n",
    );
    const words = [
      "report",
      release,
      "--out",
      at("a.html"),
      "--covariates",
      areas,
      "--areas",
      at("riverton_boundaries.geojson"),
      "--json",
    ];
    const { code, out } = await runWords(words);
    expect(code).toBe(0);
    expect(JSON.parse(out).places).toMatchObject({
      areas: 2,
      residents: 17_000,
      covariates: [{ id: "poverty", column: "poverty" }],
    });
  });

  test("the demo compares with Riverton's residents", async () => {
    const { code, out } = await runWords(["demo", "--out", at("demo"), "--json"]);
    const demo = JSON.parse(out);
    expect([code, demo.benchmarks.map(({ id }: { id: string }) => id)]).toEqual([0, ["population"]]);
    const again = ["report", demo.release, "--out", at("d.html"), "--json"];
    const made = await runWords([...again, "--benchmark", at("demo/files/riverton_population.csv")]);
    expect(demo.findings).toBe(JSON.parse(made.out).findings.length);
    expect(demo.findings).toBeGreaterThan(JSON.parse((await runWords(again)).out).findings.length);
  });
});
