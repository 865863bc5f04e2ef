import { afterAll, describe, expect, test } from "vitest";
import { readBenchmark, readBenchmarks } from "./read-benchmark.ts";
import { testFolder } from "./testing/written-file.ts";

const folder = testFolder();
afterAll(folder.remove);

const labels = [
  "Total",
  "Total!!Not Hispanic or Latino",
  "Total!!Not Hispanic or Latino!!White alone",
  "Total!!Not Hispanic or Latino!!Black or African American alone",
  "Total!!Not Hispanic or Latino!!Two or more races",
  "Total!!Not Hispanic or Latino!!Two or more races!!Two races including Some other race",
  "Total!!Hispanic or Latino",
  "Total!!Hispanic or Latino!!White alone",
];
const tract = (name: string, values: readonly number[]) => ({
  name: `Census Tract ${name}, Example County, Ohio`,
  values,
});
const tracts = [tract("1", [100, 80, 50, 27, 3, 1, 20, 15]), tract("2", [200, 190, 150, 40, 0, 0, 10, 6])];
const cells = [
  { group: "white", count: 200, standardError: Math.sqrt(5 ** 2 + 7 ** 2) / 1.645 },
  { group: "black", count: 67, standardError: Math.sqrt(5 ** 2 + 7 ** 2) / 1.645 },
  { group: "multiracial", count: 3, standardError: Math.sqrt(5 ** 2 + 7 ** 2) / 1.645 },
  { group: "hispanic_latino", count: 30, standardError: Math.sqrt(5 ** 2 + 7 ** 2) / 1.645 },
];
const margins = [5, 7];
const quoted = (texts: readonly (string | number)[]) => texts.map((text) => `"${text}"`).join(",");

/** The table with two header lines: codes and labels, as the Census Bureau publishes it. */
function published(mark: (label: string, measure: string) => string): string {
  const codes = labels.flatMap((_, index) => [
    `B03002_${String(index + 1).padStart(3, "0")}E`,
    `B03002_${String(index + 1).padStart(3, "0")}M`,
  ]);
  const second = labels.flatMap((label) => [mark(label, "Estimate"), mark(label, "Margin of Error")]);
  const rows = tracts.map(({ name, values }, at) =>
    quoted([`1400000US3900${at}`, name, ...values.flatMap((value) => [value, margins[at] ?? 0])]),
  );
  return [quoted(["GEO_ID", "NAME", ...codes]), quoted(["Geography", "Geographic Area Name", ...second]), ...rows].join(
    "\n",
  );
}

describe("B03002: Hispanic people of any race and groups that are not Hispanic", () => {
  const forms: readonly (readonly [string, string])[] = [
    ["with !! in its labels", published((label, measure) => `${measure}!!${label}`)],
    ["with : and - in its labels", published((label, measure) => `${measure}; ${label.replaceAll("!!", ": - ")}:`)],
  ];
  for (const [form, text] of forms)
    test(`${form}, areas added up with their margins`, async () => {
      const { benchmark, issues } = await readBenchmark(folder.write("ACSDT5Y2022.B03002-Data.csv", text));
      expect(issues).toEqual([]);
      expect(benchmark.cells).toEqual(cells);
      expect(benchmark).toMatchObject({
        kind: "population",
        years: { from: 2018, to: 2022 },
        areas: 2,
        caveats: ["benchmark-areas-added"],
      });
      expect(benchmark.source).toContain("table B03002; 2 areas in Example County, Ohio, 300 residents");
    });

  test("of one area alone, whose second header looks like data", async () => {
    const text = published((label, measure) => `${measure}!!${label}`)
      .split("\n")
      .slice(0, 3)
      .join("\n");
    const { benchmark } = await readBenchmark(folder.write("ACSDT5Y2022.B03002-Data.csv", text));
    expect(benchmark.cells.map(({ group, count, area }) => [group, count, area])).toEqual([
      ["white", 50, tracts[0]?.name],
      ["black", 27, tracts[0]?.name],
      ["multiracial", 3, tracts[0]?.name],
      ["hispanic_latino", 20, tracts[0]?.name],
    ]);
    expect(benchmark.caveats).toEqual([]);
  });

  test("with labels down the side", async () => {
    const indented = labels.map(
      (label) => `${"\u00a0".repeat(4 * (label.split("!!").length - 1))}${label.split("!!").at(-1)}:`,
    );
    const header = quoted([
      "Label (Grouping)",
      ...tracts.flatMap(({ name }) => [`${name}!!Estimate`, `${name}!!Margin of Error`]),
    ]);
    const rows = indented.map((label, index) =>
      quoted([label, ...tracts.flatMap(({ values }, at) => [values[index] ?? "", `±${margins[at]}`])]),
    );
    const { benchmark } = await readBenchmark(folder.write("ACSDT5Y2022.B03002.csv", [header, ...rows].join("\n")));
    expect(benchmark.cells).toEqual(cells);
  });

  test("with codes only, as the Census Bureau's API gives it", async () => {
    const header = "NAME,B03002_001E,B03002_003E,B03002_003M,B03002_004E,B03002_004M,B03002_012E,B03002_012M";
    const text = `${header}\n"Example city, Ohio",300,200,9,67,8,33,7\n`;
    const { benchmark } = await readBenchmark(folder.write("api.csv", text));
    expect(benchmark.cells.map(({ group, count }) => [group, count])).toEqual([
      ["white", 200],
      ["black", 67],
      ["hispanic_latino", 33],
    ]);
  });

  test("an estimate that is not published is left out, and the total no longer agrees", async () => {
    const text = published((label, measure) => `${measure}!!${label}`).replace('"40"', '"-"');
    const { benchmark, issues } = await readBenchmark(folder.write("ACSDT5Y2022.B03002-Data.csv", text));
    expect(benchmark.cells.find(({ group }) => group === "black")?.count).toBe(27);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ["unreadable-count", "-"],
      ["groups-do-not-add-up", undefined],
    ]);
  });
});

test("B02001: races alone hold Hispanic people, and the reader is told", async () => {
  const text =
    'GEO_ID,NAME,B02001_001E,B02001_002E,B02001_003E\nGeography,Geographic Area Name,Estimate!!Total:,Estimate!!Total:!!White alone,Estimate!!Total:!!Black or African American alone\n1600000US39,"Example city, Ohio",300,220,80\n';
  const { benchmark } = await readBenchmark(folder.write("B02001.csv", text));
  expect(benchmark.cells.map(({ group, count }) => [group, count])).toEqual([
    ["white", 220],
    ["black", 80],
  ]);
  expect(benchmark.caveats).toEqual(["benchmark-hispanic-in-groups"]);
});

test("a census table without groups is refused, with those that have them", async () => {
  const text = 'NAME,"Estimate; Median income"\n"Example city, Ohio",50000\n';
  await expect(readBenchmark(folder.write("B19013.csv", text))).rejects.toThrow(/B03002 or DP05/);
});

describe("B01001A–I: one group each, by sex and age", () => {
  const table = (letter: string, scale: number, area = "Example city, Ohio") => {
    const numbers = Array.from({ length: 31 }, (_, index) => index + 1);
    const detail = numbers.map((number) => (number === 1 ? 28 : number === 2 || number === 17 ? 14 : 1) * scale);
    const header = ["NAME", ...numbers.map((number) => `B01001${letter}_${String(number).padStart(3, "0")}E`)].join(
      ",",
    );
    return { path: folder.write(`ACSDT5Y2021.B01001${letter}-Data.csv`, `${header}\n"${area}",${detail.join(",")}\n`) };
  };

  test("joined into one benchmark; White people who are not Hispanic stand in for all", async () => {
    const files = [table("A", 90), table("B", 20), table("H", 60), table("I", 40)];
    const { benchmarks, issues } = await readBenchmarks(files);
    expect([benchmarks.length, issues]).toEqual([1, []]);
    const [benchmark] = benchmarks;
    expect(benchmark?.caveats).toEqual(["benchmark-hispanic-in-groups"]);
    expect(benchmark?.cells).toHaveLength(3 * 2 * 7);
    const white = benchmark?.cells.filter(({ group, gender }) => group === "white" && gender === "man");
    expect(white?.map(({ ageBand, count }) => [ageBand, count])).toEqual([
      ["0-17", 240],
      ["18-24", 120],
      ["25-34", 120],
      ["35-44", 60],
      ["45-54", 60],
      ["55-64", 60],
      ["65+", 180],
    ]);
  });

  test("a table alone, twice, of other areas, or with an overlap is refused", async () => {
    await expect(readBenchmarks([table("B", 1)])).rejects.toThrow(/one group only/);
    await expect(readBenchmarks([table("A", 9), table("I", 4)])).rejects.toThrow(/B01001H/);
    await expect(readBenchmarks([table("B", 1), table("H", 2, "Other city, Ohio")])).rejects.toThrow(/different areas/);
  });
});
