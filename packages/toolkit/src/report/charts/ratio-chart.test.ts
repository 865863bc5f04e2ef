import { expect, test } from "vitest";
import { openWords } from "../words/words.ts";
import { chartSizes } from "./chart-size.ts";
import { placesFinding, ratesFinding, treatmentFinding } from "./fixtures/compared-findings.ts";
import { parseSvgs, shapeBoxes } from "./fixtures/drawn-boxes.ts";
import { ratioCaption, ratioChart } from "./ratio-chart.ts";
import { ratioLines } from "./ratio-lines.ts";

const en = openWords("en");
const finding = ratesFinding();
const only = (svg: string) => {
  const [first] = parseSvgs(svg);
  if (first === undefined) throw new Error("no svg");
  return first;
};
const svg = only(ratioChart(finding, "wide", en));
const texts = [...svg.querySelectorAll("text")].map((text) => text.textContent);
const ratios = finding.rows.flatMap(({ compared }) => compared?.ratio ?? []);
const shown = (value: number | undefined) => value !== undefined && value > 0 && Number.isFinite(value);

test("every interval is drawn, and has a cap wherever it ends on the scale", () => {
  const intervals = [...ratios, ...finding.rows.flatMap(({ compared }) => compared?.adjusted ?? [])].map(
    ({ interval }) => interval,
  );
  const lines = svg.querySelectorAll("g[stroke='var(--mark)'][stroke-width='3'] path");
  expect(lines).toHaveLength(intervals.length);
  const ends = intervals.flatMap((interval) => [interval?.low, interval?.high]).filter(shown);
  expect(svg.querySelectorAll("g[stroke='var(--mark)'][stroke-width='2'] path").length).toBeGreaterThanOrEqual(
    ends.length,
  );
});

test("only a compared group with a ratio on the scale has a dot", () => {
  const dots = svg.querySelectorAll("circle");
  expect(dots).toHaveLength(ratios.filter(({ value }) => shown(value)).length);
  expect(ratios.some(({ value }) => value === 0)).toBe(true);
});

test("groups not compared are named in grey, without a ratio", () => {
  const apart = ratioLines(finding, en).filter(({ text }) => text === "not compared");
  expect(apart.map(({ tone }) => tone)).toEqual(["soft", "soft"]);
  for (const line of apart)
    expect([line.estimate, line.range, line.isReference]).toEqual([undefined, undefined, undefined]);
  expect(texts.filter((text) => text === "not compared")).toHaveLength(2);
});

test("the range over the missing is hatched and wider than its interval's line", () => {
  const bands = svg.querySelectorAll("g[fill^='url'] rect");
  const open = finding.rows.filter(({ compared }) => compared?.ratio && (compared.ratioRange?.high ?? 0) > 0);
  expect(bands).toHaveLength(open.length);
  for (const band of bands) expect(Number(band.getAttribute("height"))).toBeGreaterThan(10);
});

test("a zero and an interval without an end have arrows at the ends of the scale", () => {
  const edges = shapeBoxes(svg).filter(({ what }) => what === "path");
  const [left, right] = [Math.min(...edges.map((box) => box.left)), Math.max(...edges.map((box) => box.right))];
  expect(texts).toContain("0 (0–1.4)");
  expect(texts).toContain("1.1 (0.20 or more)");
  expect(right).toBeLessThan(chartSizes.wide.width);
  expect(left).toBeGreaterThan(0);
  expect(ratioCaption(finding, en)).toContain("An arrow");
});

test("twice as often and half as often are drawn equally far from 1", () => {
  const ratio = (value: number) => ({
    exposure: 10,
    ratio: { value, interval: { low: value, high: value } },
    direction: "none" as const,
  });
  const rows = [
    { key: "black", count: 2, compared: ratio(2) },
    { key: "asian", count: 2, compared: ratio(0.5) },
    { key: "white", count: 2, compared: { direction: "none" as const } },
  ];
  const drawn = only(ratioChart({ ...finding, rows, shown: "full" }, "narrow", en));
  const [asian = 0, black = 0] = [...drawn.querySelectorAll("circle")]
    .map((dot) => Number(dot.getAttribute("cx")))
    .sort((a, b) => a - b);
  const reference = /translate\(([\d.]+)/.exec(
    drawn.querySelector("g[stroke='var(--soft)'][fill='var(--paper)'] path")?.getAttribute("transform") ?? "",
  );
  expect((asian + black) / 2).toBeCloseTo(Number(reference?.[1]), 1);
});

test("adjusted ratios and other methods are hollow diamonds below the measured one", () => {
  const lines = ratioLines(placesFinding, en).filter(({ estimate }) => estimate !== undefined);
  expect(lines.map(({ label, estimate, text }) => [label, estimate?.kind, text])).toEqual([
    ["Black", "measured", "4.0 (3.2–5.2)"],
    ["in like areas", "adjusted", "3.1 (2.2–4.4)"],
    ["in like areas, another model", "alternative", "3.3 (2.4–4.5)"],
    ["inside each area", "alternative", "2.9"],
  ]);
  expect(ratioCaption(placesFinding, en)).toContain("A diamond is the ratio in like areas.");
  expect(ratioCaption(treatmentFinding(), en)).toContain("in like situations");
});

test("figures of a finding shown as a range, and of small counts, are hollow", () => {
  const kinds = (lines: ReturnType<typeof ratioLines>) =>
    new Set(lines.flatMap(({ estimate }) => estimate?.kind ?? []));
  expect(kinds(ratioLines({ ...finding, shown: "range" }, en))).toEqual(new Set(["unsure", "adjusted"]));
  const asian = ratioLines(finding, en).find(({ label }) => label === "Asian");
  expect(asian?.estimate?.kind).toBe("unsure");
});

test("the description says who is compared with whom, every number, and what is missing", () => {
  const text = svg.querySelector("desc")?.textContent ?? "";
  expect(text).toContain("White people");
  expect(text).toContain("Black 3.2 (2.5–4.2), or 2.2–4.8 given what is missing");
});
