import { describe, expect, test } from "vitest";
import { openWords } from "../words/words.ts";
import { benchmarksChart } from "./benchmarks-chart.ts";
import { chartSizes, chartWidths } from "./chart-size.ts";
import { findingChart } from "./finding-chart.ts";
import { comparedFindings, ratesFinding, residentsFinding } from "./fixtures/compared-findings.ts";
import { type Box, parseSvgs, shapeBoxes, textBoxes } from "./fixtures/drawn-boxes.ts";

const charts = (["en", "es"] as const).flatMap((language) => {
  const words = openWords(language);
  return [
    ...comparedFindings.map((finding) => ({ id: `${language} ${finding.id}`, chart: findingChart(finding, words) })),
    { id: `${language} benchmarks`, chart: benchmarksChart([ratesFinding(), residentsFinding], words) },
  ];
});

const touches = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe.each(charts)("$id", ({ chart }) => {
  const svgs = parseSvgs(chart?.svg ?? "");

  test("is drawn in both widths, named in words with its numbers, and has a caption", () => {
    expect(svgs).toHaveLength(chartWidths.length);
    for (const svg of svgs) {
      expect(svg.querySelector("title")?.textContent?.length).toBeGreaterThan(20);
      expect(svg.querySelector("desc")?.textContent).toMatch(/\d/);
    }
    expect(chart?.caption.length).toBeGreaterThan(60);
  });

  test("has no number that is none", () => {
    expect(chart?.svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test("brings no font, style, script or colour of its own", () => {
    const svg = chart?.svg ?? "";
    expect(svg).not.toMatch(/<style|<script|font-family|clip-path/);
    const paints = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, paint]) => paint ?? "");
    expect(paints.filter((paint) => !/^(var\(--\w+\)|url\(#[\w-]+\)|currentColor|none)$/.test(paint))).toEqual([]);
  });

  test("keeps every text and shape inside", () => {
    for (const [index, svg] of svgs.entries()) {
      const width = chartSizes[chartWidths[index] ?? "wide"].width;
      const height = Number(svg.getAttribute("height"));
      const outside = [...textBoxes(svg), ...shapeBoxes(svg)].filter(
        ({ left, right, top, bottom }) => !(left >= -1 && right <= width + 1 && top >= -1 && bottom <= height + 1),
      );
      expect(outside).toEqual([]);
    }
  });

  test("lays no text over another", () => {
    for (const svg of svgs) {
      const boxes = textBoxes(svg);
      expect(boxes.length).toBeGreaterThan(6);
      const over = boxes.flatMap((a, index) =>
        boxes.slice(index + 1).flatMap((b) => (touches(a, b) ? [`${a.what} / ${b.what}`] : [])),
      );
      expect(over).toEqual([]);
    }
  });
});

test("ids are distinct among all the charts of a page", () => {
  const english = charts.filter(({ id }) => id.startsWith("en"));
  const ids = english.flatMap(({ chart }) => [...(chart?.svg.matchAll(/ id="([^"]+)"/g) ?? [])].map(([, id]) => id));
  expect(ids.length).toBe(english.length * chartWidths.length * 3);
  expect(new Set(ids).size).toBe(ids.length);
});

test("no English text is left in a Spanish chart", () => {
  const texts = (language: string) =>
    charts
      .filter(({ id }) => id.startsWith(language))
      .flatMap(({ chart }) => parseSvgs(chart?.svg ?? ""))
      .flatMap((svg) => [...svg.querySelectorAll("text, title, desc")].map((text) => text.textContent ?? ""));
  const english = new Set(texts("en").filter((text) => /[a-z]{4}/i.test(text)));
  const shared = new Set(texts("es").filter((text) => english.has(text)));
  expect([...shared].filter((text) => !text.startsWith("Riverton"))).toEqual([]);
});

test("a finding that says no ratio has no chart of ratios", () => {
  const en = openWords("en");
  for (const finding of comparedFindings) {
    expect(findingChart({ ...finding, shown: "cannot-say", rows: [] }, en)).toBeUndefined();
    expect(findingChart({ ...finding, shown: "counts" }, en)).toBeUndefined();
  }
});
