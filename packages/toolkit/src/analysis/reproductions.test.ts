import { existsSync, readFileSync } from "node:fs";
import type { Benchmark, Finding } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { segmentedRegression } from "../stats/change/segmented-regression.ts";
import { designFromRows } from "../stats/matrices/design-matrix.ts";
import { isRefusal } from "../stats/refusal.ts";
import { poissonRegression } from "../stats/regression/poisson-regression.ts";
import { quasiPoissonRegression } from "../stats/regression/quasi-poisson-regression.ts";
import { riskDifference } from "../stats/shares/risk-difference.ts";
import { shareEstimate } from "../stats/shares/share-estimate.ts";
import { wilsonInterval } from "../stats/shares/wilson-interval.ts";
import { answerQuestion } from "./answer-all.ts";
import { collectCells } from "./collect-cells.ts";
import { compareRule } from "./compare/rule.ts";
import type { Question, QuestionContext } from "./question.ts";
import { rates } from "./questions/rates.ts";
import { treatment } from "./questions/treatment.ts";
import { countableUnits } from "./simulation/answer-department.ts";
import { type SyntheticPerson, syntheticCells } from "./simulation/synthetic-people.ts";

const shared = new URL("../../../../../shared/", import.meta.url);
const openPolicing = new URL("data/open-policing-2018/", shared);
const fetched = new URL("methods/oracles/data-fetched/", shared);

/** Searches of one group out of its stops, and how many found something. */
type Searches = { readonly group: string; readonly stops: number; readonly searches: number; readonly hits?: number };

/** Asks of searches what a report asks of force: per stop, and with what outcome. */
async function searchFindings(groups: readonly Searches[], questions: readonly Question[] = [rates, treatment]) {
  const people = groups.flatMap(({ group, searches, hits }): SyntheticPerson[] => {
    const base = { group, month: "2015-06" };
    if (hits === undefined) return [{ ...base, number: searches }];
    return [
      { ...base, injured: "yes" as const, number: hits },
      { ...base, injured: "no" as const, number: searches - hits },
    ].filter(({ number }) => number > 0);
  });
  const stops: Benchmark = {
    id: "stops",
    kind: "stops",
    source: "Stanford Open Policing Project",
    sha256: "0",
    caveats: [],
    cells: groups.map(({ group, stops: count }) => ({ group, count })),
  };
  const release = { place: "county", date: "2018-01-01", hash: "0" };
  const context: QuestionContext = { release, scope: countableUnits(["incidents", "people"]), benchmarks: [stops] };
  const queries = questions.flatMap((question) => Object.values(question.cells(context.scope, context)));
  const collected = await collectCells(queries, syntheticCells(people));
  const findings = questions.flatMap((question) => answerQuestion(question, context, collected));
  return { perStop: find(findings, "race-per-stops"), hit: findings.find(({ measure }) => measure === "injured") };
}

function find(findings: readonly Finding[], measure: string): Finding {
  const found = findings.find((finding) => finding.measure === measure);
  if (found === undefined) throw new RangeError(`invalid measure; no such finding: ${measure}`);
  return found;
}

const rowOf = (finding: Finding | undefined, key: string) => finding?.rows.find((row) => row.key === key);

// Pierson et al. (2020), Nature Human Behaviour 4, 736–745; counts of the project's published county files.
describe("Stanford Open Policing: El Paso County, Colorado", () => {
  const elPaso: readonly Searches[] = [
    { group: "white", stops: 109_426, searches: 222, hits: 156 },
    { group: "black", stops: 11_943, searches: 54, hits: 39 },
    { group: "hispanic_latino", stops: 11_842, searches: 64, hits: 38 },
  ];

  test("searches per stop: 0.203%, 0.452%, 0.540%, with R's score intervals, worded as higher", async () => {
    const { perStop } = await searchFindings(elPaso);
    const [white, black, hispanic] = ["white", "black", "hispanic_latino"].map((key) => rowOf(perStop, key)?.compared);
    expect(white?.rate?.value).toBeCloseTo(0.002028768300038382, 12);
    expect(black?.rate?.value).toBeCloseTo(0.00452147701582517, 12);
    expect(hispanic?.rate?.value).toBeCloseTo(64 / 11_842, 12);
    expect(black?.ratio?.value).toBeCloseTo(2.228680829, 8);
    expect(black?.ratio?.interval?.low).toBeCloseTo(1.657156226, 6);
    expect(black?.ratio?.interval?.high).toBeCloseTo(2.997314409, 6);
    expect(hispanic?.ratio?.value).toBeCloseTo(2.663927904, 8);
    expect(hispanic?.ratio?.interval?.low).toBeCloseTo(2.019021949, 6);
    expect(hispanic?.ratio?.interval?.high).toBeCloseTo(3.514826513, 6);
    expect([black?.direction, hispanic?.direction]).toEqual(["higher", "higher"]);
    expect(perStop.comparison?.reference).toBe("white");
  });

  test("hit rates: 70.3%, 72.2%, 59.4%, Black and White about the same, Hispanic cannot be told", async () => {
    const { hit } = await searchFindings(elPaso);
    const [white, black, hispanic] = ["white", "black", "hispanic_latino"].map((key) => rowOf(hit, key));
    expect(white?.share).toBeCloseTo(0.7027027027027027, 12);
    expect(black?.share).toBeCloseTo(0.7222222222222222, 12);
    expect(hispanic?.share).toBeCloseTo(0.59375, 12);
    expect(black?.compared?.rate?.interval?.low).toBeCloseTo(0.5910955707, 8);
    expect(black?.compared?.rate?.interval?.high).toBeCloseTo(0.8238317235, 8);
    expect(hispanic?.compared?.ratio?.interval?.low).toBeCloseTo(0.6621449238, 5);
    expect(hispanic?.compared?.ratio?.interval?.high).toBeCloseTo(1.0295440239, 5);
    expect([black?.compared?.direction, hispanic?.compared?.direction]).toEqual(["about-the-same", "cannot-tell"]);
  });
});

const groupOf: Readonly<Record<string, string>> = {
  "White drivers": "white",
  "Black drivers": "black",
  "Hispanic drivers": "hispanic_latino",
};

function readRows(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(new URL(name, openPolicing), "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    expect(values.length, line).toBe(names.length);
    return Object.fromEntries(names.map((column, index) => [column, values[index] ?? ""]));
  });
}

describe.skipIf(!existsSync(openPolicing))("Stanford Open Policing: every county of the published files", () => {
  const number = (row: Readonly<Record<string, string>>, column: string): number => Number(row[column]);

  test("1,130 search and hit rates of the threshold test equal ours to 1e-12", async () => {
    const rows = readRows("fig4b_threshold_test.csv");
    expect(rows).toHaveLength(1130);
    const counties = Map.groupBy(rows, ({ location_variable, state }) => `${location_variable}, ${state}`);
    let [told, withheld] = [0, 0];
    for (const [county, own] of counties) {
      const { perStop, hit } = await searchFindings(
        own.map((row) => ({
          group: groupOf[row.driver_race ?? ""] ?? "",
          stops: number(row, "num_stops"),
          searches: number(row, "num_searches"),
          hits: number(row, "num_hits"),
        })),
      );
      for (const row of own) {
        const key = groupOf[row.driver_race ?? ""] ?? "";
        const [stops, searches, hits] = [
          number(row, "num_stops"),
          number(row, "num_searches"),
          number(row, "num_hits"),
        ];
        const plain = shareEstimate(hits, searches);
        expect(isRefusal(plain) ? undefined : plain.share, county).toBeCloseTo(number(row, "hit_rate"), 12);
        const rate = rowOf(perStop, key)?.compared?.rate?.value;
        if (rate !== undefined) expect(rate, `${county} ${key}`).toBeCloseTo(number(row, "search_rate"), 12);
        else expect(stops < compareRule("smallExposure") || perStop.shown !== "full", `${county} ${key}`).toBe(true);
        const share = rowOf(hit, key)?.share;
        if (share !== undefined) expect(share, `${county} ${key}`).toBeCloseTo(number(row, "hit_rate"), 12);
        else expect(searches < compareRule("smallTotal") || hit?.shown !== "full", `${county} ${key}`).toBe(true);
        if (rate !== undefined && share !== undefined) told += 1;
        else withheld += 1;
      }
    }
    expect(told).toBeGreaterThan(900);
    expect(told + withheld).toBe(1130);
  });

  test.each([
    ["fig3a_search_rate_county.csv", 2589, "n_searches", "n_stops"],
    ["fig4a_hit_rate_county.csv", 702, "n_hits", "n_searches"],
  ])("%s: our rates per event are count over events in every row", async (name, length, count, of) => {
    const rows = readRows(name);
    expect(rows).toHaveLength(length);
    let told = 0;
    for (const [county, own] of Map.groupBy(rows, ({ location }) => location)) {
      const asked = own.map((row) => ({
        group: groupOf[row.driver_race ?? ""] ?? "",
        stops: number(row, of),
        searches: number(row, count),
      }));
      const { perStop } = await searchFindings(asked, [rates]);
      for (const { group, stops, searches } of asked) {
        const rate = rowOf(perStop, group)?.compared?.rate?.value;
        if (rate === undefined) continue;
        told += 1;
        expect(rate, `${county} ${group}`).toBeCloseTo(searches / stops, 12);
      }
    }
    expect(told).toBeGreaterThan(length / 4);
  });
});

// Gelman & Hill (2007), Data Analysis Using Regression and Multilevel/Hierarchical Models, 6.2, stop and frisk in New York.
describe.skipIf(!existsSync(fetched))("Gelman & Hill: stop and frisk", () => {
  const readDesign = (name: string) => {
    const text = readFileSync(new URL(name, fetched), "utf8");
    const file = JSON.parse(text) as { columns: string[]; X: number[][]; y: number[]; offset: number[] };
    return { design: designFromRows(file.columns, file.X), y: file.y, offset: file.offset };
  };

  test("by ethnicity alone: -0.588, 0.070, -0.162", () => {
    const fit = poissonRegression(readDesign("glm_frisk_ethnicity.design.json"));
    if (isRefusal(fit)) throw new Error(fit.reason);
    expect(fit.coefficients.map((value) => value?.toFixed(3))).toEqual(["-0.588", "0.070", "-0.162"]);
    expect(fit.deviance.toFixed(1)).toBe("45437.4");
  });

  test("with precincts: -1.38, 0.010, -0.419, overdispersion 21.9", () => {
    const input = readDesign("glm_frisk_precinct.design.json");
    const fit = poissonRegression(input);
    const quasi = quasiPoissonRegression(input);
    if (isRefusal(fit) || isRefusal(quasi)) throw new Error("not fitted");
    expect(fit.coefficients[0]?.toFixed(2)).toBe("-1.38");
    expect(fit.coefficients.slice(1, 3).map((value) => value?.toFixed(3))).toEqual(["0.010", "-0.419"]);
    expect(fit.deviance.toFixed(1)).toBe("3427.1");
    expect(quasi.dispersion.toFixed(1)).toBe("21.9");
  });

  // Lopez Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348–355: a smoking ban in Sicily.
  test("Lopez Bernal: rate ratio 0.894; with seasons 0.885 (0.839 to 0.933)", () => {
    const [head = "", ...lines] = readFileSync(new URL("sicily.csv", fetched), "utf8").trim().split(/\r?\n/);
    const names = head.split(",");
    const column = (name: string) => lines.map((line) => Number(line.split(",")[names.indexOf(name)]));
    const series = { counts: column("aces"), times: column("time"), exposure: column("stdpop") };
    const plain = segmentedRegression(series, { changeAt: 37, seasons: 0 });
    const seasonal = segmentedRegression(series, { changeAt: 37, seasons: 2 });
    if (isRefusal(plain) || isRefusal(seasonal)) throw new Error("not fitted");
    expect(plain.ratio.toFixed(3)).toBe("0.894");
    const { low, high } = seasonal.intervals.quasiPoisson;
    expect([seasonal.ratio, low, high].map((value) => value.toFixed(3))).toEqual(["0.885", "0.839", "0.933"]);
  });
});

describe("Newcombe (1998)", () => {
  test("Statistics in Medicine 17, 873–890: 56 of 70 against 48 of 80, 0.0524 to 0.3339", () => {
    const found = riskDifference({ count: 56, total: 70 }, { count: 48, total: 80 });
    if (isRefusal(found)) throw new Error(found.reason);
    expect([found.interval.low, found.interval.high].map((value) => value.toFixed(4))).toEqual(["0.0524", "0.3339"]);
  });

  test("Statistics in Medicine 17, 857–872, Table I, method 3", () => {
    const published = [
      [81, 263, "0.2553", "0.3662"],
      [15, 148, "0.0624", "0.1605"],
      [0, 20, "0.0000", "0.1611"],
      [1, 29, "0.0061", "0.1718"],
    ] as const;
    for (const [count, total, low, high] of published) {
      const interval = wilsonInterval(count, total);
      expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low, high]);
    }
  });
});
