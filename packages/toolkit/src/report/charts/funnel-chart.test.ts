import { expect, test } from "vitest";
import { openWords } from "../words/words.ts";
import { funnelFinding } from "./fixtures/compared-findings.ts";
import { parseSvgs } from "./fixtures/drawn-boxes.ts";
import { funnelCaption, funnelChart } from "./funnel-chart.ts";

const en = openWords("en");
const draw = (finding: typeof funnelFinding) => {
  const [svg] = parseSvgs(funnelChart(finding, "wide", en));
  if (svg === undefined) throw new Error("no svg");
  return svg;
};
const texts = (finding: typeof funnelFinding) =>
  [...draw(finding).querySelectorAll("text")].map(({ textContent }) => textContent);

test("areas inside are rings, those outside triangles with a name", () => {
  const svg = draw(funnelFinding);
  expect(svg.querySelectorAll("circle")).toHaveLength(22);
  expect(svg.querySelectorAll("g[fill='var(--mark)'] path")).toHaveLength(2);
  expect(texts(funnelFinding)).toEqual(
    expect.arrayContaining(["Riverton district number 22", "Riverton district number 9"]),
  );
  expect(funnelCaption(funnelFinding, en)).toContain("triangle");
});

test("two inner and two outer limits are curves, told apart by their strokes", () => {
  const svg = draw(funnelFinding);
  expect(svg.querySelectorAll("g[stroke='var(--soft)'][stroke-dasharray] path")).toHaveLength(2);
  expect(svg.querySelectorAll("g[stroke='var(--soft)'][stroke-width='1.4']:not([stroke-dasharray]) path")).toHaveLength(
    2,
  );
});

test("outcomes that are not recorded are a hatched bar on the same axis, with their share", () => {
  const svg = draw(funnelFinding);
  const [bar] = svg.querySelectorAll("g[fill^='url'] rect");
  const lines = [...svg.querySelectorAll("g[stroke='var(--line)'] line")].map((line) =>
    Number(line.getAttribute("y1")),
  );
  const axis = Math.max(...lines) - Math.min(...lines);
  expect(Number(bar?.getAttribute("height")) / axis).toBeCloseTo(0.1 / 0.6, 2);
  expect(texts(funnelFinding)).toContain("10%");
  const whole = { ...funnelFinding, denominator: funnelFinding.total };
  expect(draw(whole).querySelectorAll("g[fill^='url'] rect")).toHaveLength(0);
});

test("where no area is outside, the caption and the description say so", () => {
  const rows = funnelFinding.rows.map((row) => ({
    ...row,
    compared: { ...row.compared, direction: "cannot-tell" as const },
  }));
  const calm = { ...funnelFinding, rows };
  expect(funnelCaption(calm, en)).toContain("No area is marked");
  expect(funnelCaption(calm, en)).toContain("beyond the outer curve without a mark");
  expect(draw(calm).querySelector("desc")?.textContent).toContain("No area lies outside");
});
