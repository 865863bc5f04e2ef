import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Benchmark } from "@evenhand/standard";
import { afterAll, describe, expect, test } from "vitest";
import { rivertonPopulation } from "../../sample/riverton-population.ts";
import { readBenchmark, readBenchmarks } from "./read-benchmark.ts";
import { testFolder } from "./testing/written-file.ts";

const folder = testFolder();
afterAll(folder.remove);

const read = (name: string, text: string, options = {}) => readBenchmark(folder.write(name, text), options);
const counts = ({ cells }: Benchmark) => Object.fromEntries(cells.map(({ group, count }) => [group, count]));
const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

describe("a line for each group", () => {
  test("comments give source, years and kind; what is not understood is an issue with its count", async () => {
    const text =
      '# source: City records, 2021\n# years: 2016-2020\n# kind: stops\nRace,Number\nBlack,"1,200"\nWhite Non-Hispanic,2400\nHispanic,500\nUnknown,40\nMartian,7\nTotal,4147\n';
    const { benchmark, issues } = await read("a.csv", text);
    expect(counts(benchmark)).toEqual({ black: 1200, white: 2400, hispanic_latino: 500 });
    expect(benchmark).toMatchObject({ id: "stops", kind: "stops", years: { from: 2016, to: 2020 }, caveats: [] });
    expect(benchmark.source).toBe("a.csv: City records, 2021; 4,100 in all");
    expect(issues.map(({ code, value, count }) => [code, value, count])).toEqual([
      ["unknown-group", "Martian", 1],
      ["group-not-known", "Unknown", 1],
    ]);
    expect(issues[0]?.message).toContain("7");
  });

  test("the checksum is that of the file as it is, comments and all", async () => {
    const path = folder.write("sum.csv", "# kind: arrests\ngroup,n\nBlack,1\nWhite,2\n");
    const { benchmark } = await readBenchmark(path);
    expect(benchmark.sha256).toBe(createHash("sha256").update(readFileSync(path)).digest("hex"));
  });

  test.each([
    ["the option", "x.csv", "group,count", { kind: "contacts" }, "contacts"],
    ["the count's column", "x.csv", "race,Arrests", {}, "arrests"],
    ["words of the count's column", "x.csv", "Subject Race,number of calls for service", {}, "calls_for_service"],
    ["the file's name", "traffic_stops_2020.csv", "group,count", {}, "stops"],
    ["nothing", "x.csv", "group,count", {}, "unstated"],
    ["the Spanish column", "x.csv", "grupo,población", {}, "population"],
  ])("the kind comes from %s", async (_, name, header, options, kind) => {
    const { benchmark } = await read(name, `${header}\nBlack,100\nWhite,200\n`, options);
    expect(benchmark.kind).toBe(kind);
  });

  test("Riverton's population: sex and age by group, and the whole city", async () => {
    const { benchmark, issues } = await read("riverton_population.csv", rivertonPopulation());
    expect(issues).toEqual([]);
    expect(benchmark.kind).toBe("population");
    expect(benchmark.cells).toHaveLength(6 * 7 * 2);
    for (const cell of benchmark.cells)
      expect(cell).toMatchObject({ gender: /^(wo)?man$/, ageBand: expect.any(String) });
    const published = rivertonPopulation().trimEnd().split("\n").slice(1);
    const total = published.reduce((sum, line) => sum + Number(line.split(",")[3]), 0);
    expect(benchmark.cells.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  test("margins of error become standard errors", async () => {
    const { benchmark } = await read("m.csv", "group,residents,moe\nBlack,100,16.45\nWhite,200,32.9\n");
    expect(benchmark.cells.map(({ standardError }) => standardError)).toEqual([10, 20]);
  });

  test("events of several years add up; residents of several years are the same people", async () => {
    const text = "group,year,count\nBlack,2019,100\nBlack,2020,140\nWhite,2019,300\nWhite,2020,340\n";
    const stops = await read("s.csv", text, { kind: "stops" });
    expect([counts(stops.benchmark), stops.benchmark.years]).toEqual([
      { black: 240, white: 640 },
      { from: 2019, to: 2020 },
    ]);
    const people = await read("p.csv", text, { kind: "population" });
    expect(counts(people.benchmark)).toEqual({ black: 120, white: 320 });
    expect(codes(people.issues)).toEqual(["years-averaged"]);
    await expect(read("q.csv", `${text}Asian,2019,4\n`, { kind: "population" })).rejects.toThrow(/one year/);
  });

  test("lines for both sexes are not added to those for each", async () => {
    const text = "group,sex,arrests\nBlack,M,60\nBlack,F,40\nBlack,Both,100\nWhite,M,70\nWhite,F,30\nWhite,Both,100\n";
    const { benchmark, issues } = await read("sex.csv", text);
    expect(benchmark.cells.map(({ group, gender, count }) => [group, gender, count])).toEqual([
      ["black", "man", 60],
      ["black", "woman", 40],
      ["white", "man", 70],
      ["white", "woman", 30],
    ]);
    expect(codes(issues)).toEqual(["total-left-out"]);
  });

  test("a word for sex or age that is not understood is an issue; its count stays in the group", async () => {
    const { benchmark, issues } = await read("s.csv", "group,sex,age,stops\nBlack,Q,18-24,6\nWhite,F,youth,7\n");
    expect(benchmark.cells).toEqual([
      { group: "black", ageBand: "18-24", count: 6 },
      { group: "white", gender: "woman", count: 7 },
    ]);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ["sex-or-age-not-read", "Q"],
      ["sex-or-age-not-read", "youth"],
    ]);
  });

  test("a cell that is no count is an issue, not a zero", async () => {
    const { benchmark, issues } = await read("c.csv", "group,stops\nBlack,<10\nWhite,200\nAsian,30\n");
    expect(counts(benchmark)).toEqual({ white: 200, asian: 30 });
    expect(issues).toMatchObject([{ code: "unreadable-count", value: "<10", row: 1 }]);
  });
});

describe("a column for each group", () => {
  test("areas are added up; a line that is their sum is left out, and the total shows who is in no group", async () => {
    const text = "area,white,black,hispanic,total\nNorth,100,50,20,175\nSouth,300,10,30,345\nCity,400,60,50,520\n";
    const { benchmark, issues } = await read("stops.csv", text);
    const sum = (group: string) =>
      benchmark.cells.reduce((all, cell) => all + (cell.group === group ? cell.count : 0), 0);
    expect([sum("white"), sum("black"), sum("hispanic_latino")]).toEqual([400, 60, 50]);
    expect(benchmark).toMatchObject({ kind: "stops", areas: 2, caveats: ["benchmark-areas-added"] });
    expect(codes(issues)).toEqual(["total-left-out", "groups-below-total"]);
    const north = await read("stops.csv", text, { areaContains: "nor" });
    expect(north.benchmark.cells.map(({ count }) => count)).toEqual([100, 50, 20]);
    expect(north.benchmark.areas).toBe(1);
  });

  test("counts of force are no benchmark", async () => {
    const text = "beat,White_pop,Black_pop,White_uof,Black_uof\nB1,900,100,5,9\nB2,800,300,4,1\n";
    const { benchmark, issues } = await read("beats.csv", text);
    expect(benchmark.kind).toBe("population");
    expect(benchmark.cells.reduce((sum, { count }) => sum + count, 0)).toBe(2100);
    expect(issues.map(({ column }) => column)).toEqual(["White_uof", "Black_uof"]);
  });
});

describe("nobody is counted twice", () => {
  test("White people who are not Hispanic stand in for all White people beside Hispanic people", async () => {
    const { benchmark, issues } = await read(
      "d.csv",
      "group,residents\nWhite,800\nWhite non-Hispanic,500\nBlack,100\nHispanic,350\nTotal,950\n",
    );
    expect(counts(benchmark)).toEqual({ white: 500, black: 100, hispanic_latino: 350 });
    expect(issues).toMatchObject([{ code: "overlapping-group", value: "White" }]);
  });

  test("without Hispanic people the whole group is kept, and the reader is told", async () => {
    const { benchmark } = await read("d.csv", "group,residents\nWhite,800\nWhite non-Hispanic,500\nBlack,100\n");
    expect(counts(benchmark)).toEqual({ white: 800, black: 100 });
    expect(benchmark.caveats).toEqual(["benchmark-hispanic-in-groups"]);
  });

  test("a table that does not say whether groups overlap carries a caveat", async () => {
    const { benchmark } = await read("d.csv", "group,residents\nWhite,800\nBlack,100\nHispanic,350\n");
    expect(benchmark.caveats).toEqual(["benchmark-hispanic-unclear"]);
    const checked = await read("d.csv", "group,residents\nWhite,800\nBlack,100\nHispanic,350\nTotal,1250\n");
    expect(checked.benchmark.caveats).toEqual([]);
  });

  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    [
      "groups above their total",
      "p_population.csv",
      "group,count\nWhite,800\nBlack,100\nHispanic,350\nTotal,950\n",
      /B03002/,
    ],
    [
      "races alone beside Hispanic people",
      "p_population.csv",
      "group,count\nWhite alone,800\nBlack alone,100\nHispanic,350\n",
      /“alone”/,
    ],
    [
      "two words for one group",
      "f.csv",
      "group,arrests\nBlack,100\nAfrican American,90\nWhite,4\n",
      /“Black”, “African American”/,
    ],
    ["a group and its part", "f.csv", "group,arrests\nAsian,100\nChinese,40\nWhite,4\n", /“Asian”, “Chinese”/],
    [
      "a group in two lines",
      "f.csv",
      "group,residents\nBlack,100\nBlack,90\nWhite,4\n",
      /twice, in rows 1 \(100\) and 2 \(90\)/,
    ],
    ["shares", "g.csv", "group,count\nBlack,0.3\nWhite,0.7\n", /shares, not counts/],
    ["several kinds", "h.csv", "race,population,stops\nBlack,1000,10\nWhite,5000,20\n", /residents=h\.csv/],
    ["one group only", "i.csv", "group,count\nBlack,3\n", /at least two groups/],
    ["no groups", "j.csv", "tract,population\n1,200\n2,300\n", /“group” and “count”/],
    ["a kind nobody knows", "k.csv", "# kind: dogs\ngroup,count\nBlack,3\nWhite,4\n", /“# kind: dogs”/],
    [
      "repeated numbers of a larger area",
      "l.csv",
      "beat,white_pop,black_pop\nB1,5000,900\nB2,5000,900\nC1,4000,100\n",
      /5,900 people stand beside “B1”, “B2”/,
    ],
  ];
  for (const [what, name, text, says] of refused)
    test(`${what}: refused, with what to do`, async () => {
      await expect(read(name, text)).rejects.toMatchObject({ name: "InputError", message: says });
    });

  test("the kind asked for chooses among several", async () => {
    const { benchmark } = await read("h.csv", "race,population,stops\nBlack,1000,10\nWhite,5000,20\n", {
      kind: "stops",
    });
    expect(counts(benchmark)).toEqual({ black: 10, white: 20 });
    const lines = "kind,race,count\nstops,Black,10\nstops,White,20\narrests,Black,4\narrests,White,5\n";
    expect(counts((await read("n.csv", lines, { kind: "arrests" })).benchmark)).toEqual({ black: 4, white: 5 });
    await expect(read("n.csv", lines)).rejects.toThrow(/several kinds/);
  });
});

test("several files: ids tell them apart, and one given twice is refused", async () => {
  const [one, other] = [
    folder.write("one.csv", "group,stops\nBlack,1\nWhite,2\n"),
    folder.write("other.csv", "group,stops\nBlack,3\nWhite,4\n"),
  ];
  const { benchmarks } = await readBenchmarks([{ path: one }, { path: other }, { path: one, kind: "arrests" }]);
  expect(benchmarks.map(({ id }) => id)).toEqual(["stops", "stops-2", "arrests"]);
  await expect(readBenchmarks([{ path: one }, { path: one }])).rejects.toThrow(/given twice/);
});

test("a file that is not there, or is a folder, is said in the readers' words", async () => {
  await expect(readBenchmark("/no/such/file.csv")).rejects.toThrow(/There is no file/);
  await expect(readBenchmark("/")).rejects.toThrow(/is a folder/);
});
