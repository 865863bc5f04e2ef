import { expect, test } from "vitest";
import { openWords } from "../words/words.ts";
import { benchmarksChart } from "./benchmarks-chart.ts";
import { placesFinding, ratesFinding, residentsFinding } from "./fixtures/compared-findings.ts";
import { parseSvgs } from "./fixtures/drawn-boxes.ts";

const en = openWords("en");
const texts = (chart: ReturnType<typeof benchmarksChart>) =>
  [...(parseSvgs(chart?.svg ?? "")[1]?.querySelectorAll("text") ?? [])].map(({ textContent }) => textContent);

test("the headline group comes first, with one line per benchmark, and is drawn larger", () => {
  const chart = benchmarksChart([ratesFinding(), residentsFinding], en);
  const all = texts(chart);
  expect(all.filter((text) => text === "per stop").length).toBe(all.filter((text) => text === "per resident").length);
  expect(parseSvgs(chart?.svg ?? "")[1]?.querySelector("desc")?.textContent).toMatch(
    /Black, per stop: 3\.2 .*?; Black, per resident: 5\.5/,
  );
  const radii = [...(parseSvgs(chart?.svg ?? "")[1]?.querySelectorAll("circle") ?? [])].map((dot) =>
    Number(dot.getAttribute("r")),
  );
  expect(radii.filter((radius) => radius === 5)).toHaveLength(2);
  expect(new Set(radii).size).toBe(2);
});

test("two benchmarks of one kind are told apart by their files, other references are named", () => {
  const { comparison } = ratesFinding();
  if (comparison?.benchmark === undefined) throw new Error("no benchmark");
  const other = ratesFinding({
    measure: "race-per-stops-2",
    comparison: { ...comparison, reference: "everybody-else", benchmark: { ...comparison.benchmark, source: "b.csv" } },
  });
  const described = parseSvgs(benchmarksChart([ratesFinding(), other], en)?.svg ?? "")[0]?.querySelector(
    "desc",
  )?.textContent;
  expect(described).toContain("per stop (riverton_stops.csv), next to White people");
  expect(described).toContain("per stop (b.csv), next to everybody else");
});

test("a benchmark that allows no ratio is named as not compared, never as 1 or 0", () => {
  const counts = ratesFinding({
    shown: "counts",
    rows: ratesFinding().rows.map(({ key, count = 0 }) => ({ key, count })),
  });
  const chart = benchmarksChart(
    [ratesFinding(), residentsFinding, { ...counts, id: "rates/race-per-stops-2/people" }],
    en,
  );
  expect(texts(chart).filter((text) => text === "not compared").length).toBeGreaterThan(5);
});

test("fewer than two benchmarks with ratios are no comparison of benchmarks", () => {
  expect(benchmarksChart([], en)).toBeUndefined();
  expect(benchmarksChart([ratesFinding(), placesFinding], en)).toBeUndefined();
  expect(benchmarksChart([ratesFinding(), ratesFinding({ shown: "cannot-say", rows: [] })], en)).toBeUndefined();
});
