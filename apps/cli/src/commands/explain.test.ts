import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
const areas = at("neighborhoods.csv");
const names = [...readFileSync(at("riverton_boundaries.geojson"), "utf8").matchAll(/"neighborhood":"([^"]+)"/g)];
const lines = names.map(([, name], index) => {
  const [white, black] = [1000 + 90 * index, 900 - 50 * index];
  return `${name},${white + black},${white},${black},${0.05 + 0.02 * ((index * 4) % 11)}`;
});
writeFileSync(areas, `${["neighborhood,population,white,black,poverty", ...lines].join("\n")}\n`);
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
  readonly cells: readonly { readonly name: string; readonly cells: readonly { readonly count: number }[] }[];
};

async function explain(id: string, ...words: readonly string[]): Promise<Explained> {
  const { code, out, note } = await runWords(["explain", id, release, ...compared, "--json", ...words]);
  expect([code, note.includes("fault")]).toEqual([0, false]);
  return JSON.parse(out);
}

describe("explain", () => {
  test("--json carries the finding as the report has it, its cells, tables, steps and lines for R", async () => {
    const { finding, cells, tables, steps, r, formula } = await explain("rates/race-per-stops/people");
    expect(finding).toEqual(findings.find(({ id }) => id === "rates/race-per-stops/people"));
    expect(cells.map(({ cells: own }) => own.reduce((sum, { count }) => sum + count, 0))).toContain(finding.total);
    expect(tables.map(({ name }) => name)).toEqual(["months"]);
    expect(formula).toContain("Garwood");
    for (const { key, compared: row } of finding.rows.filter(({ compared: row }) => row?.ratio !== undefined))
      for (const [label, value] of [
        ["rate", row?.rate?.value],
        ["ratio", row?.ratio?.value],
        ["difference-low", row?.difference?.interval?.low],
        ["excess", row?.excess],
      ])
        expect(steps).toContainEqual(expect.objectContaining({ label, row: key, value }));
    expect(r.filter((line) => line.includes("poisson.test(")).length).toBeGreaterThan(4);
  });

  test("the areas of the file with circumstances are there, and the models in R", async () => {
    const { tables, r } = await explain("places/race-within-similar-areas/people", "--covariates", areas);
    expect(tables[0]).toMatchObject({ name: "areas" });
    expect(tables[0]?.columns).toEqual(["area", "group", "events", "residents_years", "poverty", "reference_share"]);
    expect(tables[0]?.rows.length).toBe(28);
    expect(r).toContainEqual(expect.stringMatching(/^adjusted <- glm.*standard\(poverty\)/));
    expect(r).toContainEqual(expect.stringMatching(/^black_adjusted_low <- ratio_of\(adjusted, "black"\)\[2\] # = /));
  });

  test("a series that cannot be tested shows its months and no regression", async () => {
    const id = "change/total@autumn-training/people";
    const { finding, tables, r, cells, formula } = await explain(id, "--events", at("riverton_events.csv"));
    expect([finding.shown, finding.reason]).toEqual(["counts", "too-few-months-for-change"]);
    expect(formula).toContain("Newey");
    expect(tables[0]).toMatchObject({ name: "series", columns: ["month", "count", "days", "time", "level"] });
    expect(cells.map(({ name }) => name)).toEqual(expect.arrayContaining(["people", "dates"]));
    expect(r.filter((line) => line.includes("glm"))).toEqual([]);
  });

  test("where small counts are blanked no count behind the finding is told", async () => {
    const { cells, tables, finding, r } = await explain("rates/race-per-stops/people", "--suppress-below", "11");
    expect([cells, tables]).toEqual([[], []]);
    const blanked = finding.rows.filter(({ note }) => note === "suppressed-small-count").map(({ key }) => key);
    expect(blanked.length).toBeGreaterThan(0);
    for (const key of blanked) expect(r.filter((line) => line.startsWith(key))).toEqual([]);
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

  test("the demo compares with Riverton's residents, and the guide's commands and numbers are right", async () => {
    const { code, out } = await runWords(["demo", "--out", at("demo"), "--json"]);
    const demo = JSON.parse(out);
    expect([code, demo.benchmarks.map(({ id }: { id: string }) => id)]).toEqual([0, ["population"]]);
    const again = ["report", demo.release, "--out", at("d.html"), "--json"];
    const beside = ["--benchmark", "population", "--events", "events", "--responders", "responders"].map((word) =>
      word.startsWith("-") ? word : at(`demo/files/riverton_${word}.csv`),
    );
    const made = await runWords([...again, ...beside]);
    const withResidents = JSON.parse(made.out).findings;
    expect(demo.findings).toBe(withResidents.length);
    expect(withResidents.map(({ id }: Finding) => id)).toContain("rates/race-per-population/people");
    expect(withResidents.map(({ id }: Finding) => id)).toContain("change/by-group@stops-on-foot/people");

    const event = ["--events", at("demo/files/riverton_events.csv")];
    const total = await runWords(["explain", "change/total@autumn-training/people", demo.release, ...event]);
    for (const part of [
      "Months that the regression was fitted to",
      "fit <- glm(count ~ level + time + sin(2 * pi * time / 12)",
      "family = quasipoisson",
      "sandwich::NeweyWest(fit, lag = 3",
      "ratio <- found$ratio # = ",
    ])
      expect(total.out).toContain(part);

    const guide = readFileSync(new URL("../../../../docs/guides/check-a-finding.md", import.meta.url), "utf8");
    const lines = [...guide.matchAll(/evenhand -- (explain .*)/g)].map(([, line = ""]) =>
      line.replaceAll("RELEASE", demo.release).replaceAll("out/riverton", at("demo")).split(" "),
    );
    expect(lines.length).toBe(3);
    const [listed, words, data] = await Promise.all(lines.map((line) => runWords(line)));
    if (listed === undefined || words === undefined || data === undefined) throw new RangeError("invalid guide");
    expect([listed.code, words.code, data.code]).toEqual([1, 0, 0]);
    expect(listed.note).toContain("  rates/race-per-population/people\n");
    const numbers = [...guide.matchAll(/^\| .* \| `(.*)` \| ([\d.]+) \|$/gm)];
    expect(numbers.length).toBe(5);
    for (const [, expression, value] of numbers) expect(words.out).toContain(`    ${expression} = ${value}\n`);
    expect(words.out).toContain(/^black_ratio <- .*$/m.exec(guide)?.[0]);
    expect(Object.keys(JSON.parse(data.out))).toEqual(expect.arrayContaining(["steps", "tables", "r"]));
  });
});
