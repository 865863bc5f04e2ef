import { afterAll, describe, expect, test } from "vitest";
import { readPlaceTable } from "./read-place-table.ts";
import { testFolder } from "./testing/written-file.ts";

const folder = testFolder();
afterAll(folder.remove);

const read = (text: string) => readPlaceTable(folder.write("areas.csv", text));

describe("readPlaceTable", () => {
  test("shares of residents become residents; who is in no named group is given to none", async () => {
    const text =
      "neighborhood,population,white,black,poverty,hhIncome\n Cedar ,1000,0.5,0.25,0.06,18892\nPhillips,400,0.2,0.5,0.1,20000\n";
    const { places, issues } = await read(text);
    expect(places.places).toEqual([
      {
        name: "Cedar",
        population: 1000,
        residents: { white: 500, black: 250 },
        covariates: { poverty: 0.06, hhIncome: 18892 },
      },
      {
        name: "Phillips",
        population: 400,
        residents: { white: 80, black: 200 },
        covariates: { poverty: 0.1, hhIncome: 20000 },
      },
    ]);
    expect(places.covariates).toEqual([
      { id: "poverty", column: "poverty" },
      { id: "hhIncome", column: "hhIncome" },
    ]);
    expect(issues).toEqual([]);
  });

  test("percent is told from counts, and a crime count becomes a rate", async () => {
    const percent = await read(
      "beat,pop,pct_white,pct_black,poverty rate,violent crime\nB1,1000,50,25,12.5,20\nB2,2000,10,80,40,10\n",
    );
    expect(percent.places.places[0]).toEqual({
      name: "B1",
      population: 1000,
      residents: { white: 500, black: 250 },
      covariates: { poverty: 0.125, violent_crime_rate: 0.02 },
    });
    const counted = await read("beat,pop,white,black,violent crime rate\nB1,1000,50,25,20\nB2,2000,10,80,10\n");
    expect(counted.places.places[0]?.residents).toEqual({ white: 50, black: 25 });
    expect(counted.places.places[0]?.covariates).toEqual({ violent_crime_rate: 20 });
  });

  test("what cannot be read is not known: absent, not zero, and an issue", async () => {
    const { places, issues } = await read(
      "area,population,white,black,poverty\nA,1000,400,NA,0.1\nB,n/a,3,4,0.2\nC,500,100,200,\n",
    );
    expect(places.places.map(({ name, residents, covariates }) => [name, residents, covariates])).toEqual([
      ["A", { white: 400 }, { poverty: 0.1 }],
      ["C", { white: 100, black: 200 }, {}],
    ]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["area-without-population", 2],
      ["unreadable-number", 1],
      ["unreadable-number", 3],
    ]);
  });

  test.each([
    [
      "an area in two lines",
      "area,population,white,black\nA,1000,400,100\na,900,300,100\n",
      /several lines.*one line for each/,
    ],
    ["groups above the population", "area,population,white,black\nA,100,90,80\nB,100,70,60\n", /two of them/],
    [
      "repeated numbers of a larger area",
      "area,population,white,black\nA,9000,900,100\nB,9000,900,100\nC,80,9,1\n",
      /9,000 people stand beside “A”, “B”/,
    ],
    ["no population", "area,white,black\nA,1,2\n", /population/],
    ["no groups", "area,population\nA,1\nB,2\n", /residents by group/],
  ])("%s: refused, with what to do", async (_, text, says) => {
    await expect(read(text)).rejects.toMatchObject({ name: "InputError", message: says });
  });
});
