import { expect, test } from "vitest";
import { openWords } from "../words/words.ts";
import { ratioRangesFinding, shareRangesFinding } from "./fixtures/compared-findings.ts";
import { parseSvgs } from "./fixtures/drawn-boxes.ts";
import { rangeChart } from "./range-chart.ts";

const en = openWords("en");
const draw = (finding: typeof shareRangesFinding) => {
  const [svg] = parseSvgs(rangeChart(finding, "wide", en));
  if (svg === undefined) throw new Error("no svg");
  return svg;
};

test("every year has three bars, the one without an assumption hatched, and no dot", () => {
  const svg = draw(shareRangesFinding);
  expect(svg.querySelectorAll("g rect")).toHaveLength(shareRangesFinding.rows.length);
  expect(svg.querySelectorAll("g[fill^='url'] rect")).toHaveLength(shareRangesFinding.rows.length / 3);
  expect(svg.querySelectorAll("circle")).toHaveLength(0);
});

test("bars lie on an axis of shares from zero, as long as their ranges", () => {
  const svg = draw(shareRangesFinding);
  const [all] = svg.querySelectorAll("g[fill^='url'] rect");
  const zero = Number(svg.querySelector("g[stroke='var(--soft)'] line")?.getAttribute("x1"));
  const [from, length] = ["x", "width"].map((name) => Number(all?.getAttribute(name)));
  expect(((from ?? 0) - zero) / (length ?? 1)).toBeCloseTo(0.3 / 0.2, 2);
});

test("the value among the known is a thin tick on each bar", () => {
  const svg = draw(shareRangesFinding);
  expect(svg.querySelectorAll("g[stroke='var(--ink)'][stroke-width='1.5'] path")).toHaveLength(
    shareRangesFinding.rows.length,
  );
});

test("a worst case of zero or without an end runs off with arrows", () => {
  const svg = draw(ratioRangesFinding);
  const texts = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent);
  expect(texts).toContain("0 or more");
  expect(svg.querySelectorAll("g[stroke-width='1.2'] path").length).toBe(4);
});

test("the description has all three ranges of each line", () => {
  expect(draw(shareRangesFinding).querySelector("desc")?.textContent).toContain(
    "All years: 30%–50% without any assumption; 36%–50% if the missing hold no smaller share of the group than the known; 30%–36% if no larger",
  );
});

test("without a range nothing is drawn", () => {
  expect(rangeChart({ ...shareRangesFinding, rows: [] }, "wide", en)).toBe("");
});
