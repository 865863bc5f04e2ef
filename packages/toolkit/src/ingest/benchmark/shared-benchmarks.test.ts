import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readBenchmark } from "./read-benchmark.ts";
import { readPlaceTable } from "./read-place-table.ts";

const data = new URL("../../../../../../shared/data/", import.meta.url);
const isHere = existsSync(data);
if (!isHere)
  console.warn("Skipped: census tables of cities are not on this machine (../shared/data beside the repository).");
const at = (path: string) => fileURLToPath(new URL(path, data));

/**
 * Residents by group summed with pandas over the tracts' columns of “HISPANIC OR LATINO AND RACE”; the total is the sum
 * of the files' own column “SEX AND AGE – Total population”.
 */
const bundles = [
  {
    path: "minneapolis-pd/cpe-acs/24-00013_ACS_race-sex-age.ACS_15_5YR_DP05_with_ann.csv",
    whole: "299 areas in Hennepin County, Minnesota",
    total: 1_197_776,
    groups: [81_719, 843_413, 143_509, 7_068, 80_741, 409, 3_203, 37_714],
  },
  {
    path: "seattle-pd/cpe-acs/49-00009_ACS_race-sex-age.ACS_15_5YR_DP05_with_ann.csv",
    whole: "398 areas in King County, Washington",
    total: 2_045_756,
    groups: [189_808, 1_284_684, 123_350, 11_972, 317_214, 15_681, 3_756, 99_291],
  },
  {
    path: "dallas-pd/cpe-acs/37-00049_ACS_race-sex-age.ACS_15_5YR_DP05_with_ann.csv",
    whole: "529 areas in Dallas County, Texas",
    total: 2_485_003,
    groups: [969_793, 782_992, 541_844, 4_226, 139_060, 1_164, 3_271, 42_653],
  },
];
const codes = [
  "hispanic_latino",
  "white",
  "black",
  "american_indian_alaska_native",
  "asian",
  "native_hawaiian_pacific_islander",
  "other_unspecified",
  "multiracial",
];

describe.skipIf(!isHere)("published census tables", () => {
  for (const { path, whole, total, groups } of bundles)
    test(`${whole}: a whole county, more than the city, and the reader is told`, async () => {
      const { benchmark, issues } = await readBenchmark(at(path));
      expect(benchmark.cells.map(({ group, count }) => [group, count])).toEqual(
        codes.map((code, at) => [code, groups[at]]),
      );
      expect(benchmark.cells.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      expect(benchmark.source).toContain(`${whole}, ${total.toLocaleString("en-US")} residents`);
      expect(benchmark).toMatchObject({
        kind: "population",
        years: { from: 2011, to: 2015 },
        caveats: ["benchmark-areas-added"],
      });
      expect(issues).toEqual([]);
    });

  test("counties of the whole country: one is chosen, all are refused", async () => {
    const path = at("_reference/acs_2017_5_year_county_level_race_data.csv");
    const { benchmark } = await readBenchmark(path, { areaContains: "Hennepin County" });
    const counts = Object.fromEntries(benchmark.cells.map(({ group, count }) => [group, count]));
    expect([counts.white, counts.black, counts.hispanic_latino]).toEqual([851_532, 153_651, 84_059]);
    expect(benchmark.years).toEqual({ from: 2013, to: 2017 });
    await expect(readBenchmark(path)).rejects.toThrow(/3,142 areas.*50 states.*--benchmark-area/);
    // Doña Ana County: the file is not UTF-8.
    expect((await readBenchmark(path, { areaContains: "Doña Ana" })).benchmark.areas).toBe(1);
  });

  test("a table of poverty has no residents by group", async () => {
    const path = at("minneapolis-pd/cpe-acs/24-00013_ACS_poverty.ACS_15_5YR_S1701_with_ann.csv");
    await expect(readBenchmark(path)).rejects.toThrow(/no counts by group/);
  });

  test("Seattle's beats repeat the population of their survey area: refused", async () => {
    for (const read of [readBenchmark, readPlaceTable])
      await expect(read(at("seattle-pd/context_by_beat.csv"))).rejects.toThrow(/several times/);
  });

  test("Minneapolis has 84 neighborhoods with 401,606 people", async () => {
    const { places, issues } = await readPlaceTable(at("minneapolis-pd/carData_MplsDemo.csv"));
    const sum = (pick: (place: (typeof places.places)[number]) => number) =>
      places.places.reduce((all, place) => all + pick(place), 0);
    expect([places.places.length, sum(({ population }) => population)]).toEqual([84, 401_606]);
    expect(places.covariates.map(({ id }) => id)).toEqual(["foreignBorn", "hhIncome", "poverty", "collegeGrad"]);
    expect(places.places[0]).toMatchObject({
      name: "Cedar Riverside",
      population: 8247,
      covariates: { poverty: 0.06 },
    });
    expect(places.places[0]?.residents.black).toBeCloseTo(0.464 * 8247, 9);
    expect(issues).toEqual([]);
    await expect(readBenchmark(at("minneapolis-pd/carData_MplsDemo.csv"))).rejects.toThrow(/--covariates/);
  });
});
