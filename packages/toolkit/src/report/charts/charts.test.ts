import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { rivertonBoundaries, rivertonFinding, rivertonFindings, shareRows } from "../fixtures/riverton-findings.ts";
import { openWords } from "../words/words.ts";
import { areaMap, mapClasses } from "./area-map.ts";
import { areaByFeature, readBoundaries } from "./boundaries.ts";
import { linesDrawn } from "./chart-row.ts";
import { chartSizes, chartWidths } from "./chart-size.ts";
import { countBars } from "./count-bars.ts";
import { findingChart } from "./finding-chart.ts";
import { monthlySeries } from "./monthly-series.ts";
import { shareDots } from "./share-dots.ts";
import { simplifyRing } from "./simplify-ring.ts";

const en = openWords("en");
const drawn = rivertonFindings.filter(({ question, rows }) => question !== "gap" && rows.length > 0);
const find = (id: string) =>
  rivertonFindings.find((finding) => finding.id === id) ?? rivertonFinding(drawn[0] as never);
const read = (svg: string) => parseHTML(`<!doctype html><body>${svg}</body>`).document;

describe("every chart", () => {
  const charts = drawn.map((finding) => ({
    id: finding.id,
    chart: findingChart(finding, en, rivertonBoundaries)?.svg ?? "",
  }));

  test.each(charts)("$id is named for those who hear it, in both widths", ({ chart }) => {
    const document = read(chart);
    const svgs = [...document.querySelectorAll("svg.chart")];
    expect(svgs).toHaveLength(chartWidths.length);
    for (const svg of svgs) {
      expect(svg.getAttribute("role")).toBe("img");
      const ids = svg.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const texts = ids.map((id: string) => document.getElementById(id)?.textContent ?? "");
      expect(texts).toHaveLength(2);
      for (const text of texts) expect(text.length).toBeGreaterThan(10);
    }
  });

  test("has ids that no other chart has", () => {
    const ids = charts.flatMap(({ chart }) => [...chart.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(ids.length).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("brings no font, style, script or colour of its own", () => {
    for (const { chart } of charts) {
      expect(chart).not.toMatch(/<style|<script|font-family|@import|https?:\/\/(?!www\.w3\.org)/);
      const paints = [...chart.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, paint]) => paint ?? "");
      expect(paints.filter((paint) => !/^(var\(--\w+\)|url\(#[\w-]+\)|currentColor|none)$/.test(paint))).toEqual([]);
    }
  });

  test("is the same each time", () => {
    for (const finding of drawn) expect(findingChart(finding, en)?.svg).toBe(findingChart(finding, en)?.svg);
  });
});

test("text is 12 px or more on a 320 px screen", () => {
  const { width, font } = chartSizes.narrow;
  expect((font * 288) / width).toBeGreaterThanOrEqual(12);
});

test("months without a record are hatched from bottom to top, and are no bars", () => {
  const finding = find("how-often/monthly-count/incidents");
  const document = read(monthlySeries(finding, "wide", en));
  const rects = [...document.querySelectorAll("g rect")];
  const hatched = [...document.querySelectorAll("g[fill^='url'] rect")];
  expect(hatched).toHaveLength(3);
  expect(rects).toHaveLength(36);
  const heights = hatched.map((rect) => Number(rect.getAttribute("height")));
  const tallest = Math.max(...rects.map((rect) => Number(rect.getAttribute("height"))));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(tallest);
});

test("what is not recorded is a hatched bar as long as its count", () => {
  const document = read(countBars(find("on-whom/race/people"), "wide", en));
  const [missing] = document.querySelectorAll("g[fill^='url'] rect");
  const [asian] = document.querySelectorAll("g[fill='var(--mark)'] rect");
  const length = (rect: { getAttribute(name: string): string | null } | undefined) =>
    Number(rect?.getAttribute("width"));
  expect(length(missing) / length(asian)).toBeCloseTo(53 / 9, 3);
});

test("a year without records is hatched, not a bar of nothing", () => {
  const yearly = find("how-often/yearly-count/incidents");
  const rows = [...yearly.rows.slice(0, 1), { key: "2020", note: "no-records-then" }, ...yearly.rows.slice(2)];
  const svg = countBars({ ...yearly, rows }, "wide", en);
  expect(svg).toContain("no record");
  expect(read(svg).querySelectorAll("g[fill^='url'] rect")).toHaveLength(1);
});

test("the range of a share is drawn around its dot, from zero", () => {
  const document = read(shareDots(find("on-whom/race/people"), "wide", en));
  expect(document.querySelectorAll("g[stroke-width='3'] path")).toHaveLength(4);
  expect(document.querySelectorAll("circle")).toHaveLength(4);
  expect(document.documentElement.textContent).toContain("0%");
});

test("a finding shown as a range has hollow dots", () => {
  expect(shareDots(find("on-whom/age/people"), "wide", en)).toMatch(/fill="var\(--paper\)"[^>]*><circle/);
});

test("many areas are cut in the chart, and the caption says so", () => {
  const counts = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`Area ${index}`, 100 - index]));
  const finding = rivertonFinding({
    ...find("where/area/incidents"),
    rows: shareRows(counts, 0),
    missing: [],
    denominator: 3220,
    total: 3220,
  });
  const chart = findingChart(finding, en);
  expect(chart?.caption).toContain(`first ${linesDrawn} of 40`);
});

test("labels from a file are escaped", () => {
  const finding = rivertonFinding({
    ...find("where/area/incidents"),
    rows: shareRows({ "<script>alert(1)</script>": 5, B: 3 }, 0),
  });
  expect(countBars(finding, "wide", en)).not.toContain("<script");
});

describe("the map", () => {
  const area = find("where/area/incidents");

  test("fills the areas it can name and hatches those without a record", () => {
    const map = areaMap(area, rivertonBoundaries, "narrow", en);
    expect(map?.matched).toBe(4);
    const document = read(map?.svg ?? "");
    expect(document.querySelectorAll("path[fill-opacity]")).toHaveLength(4);
    expect(document.querySelectorAll("g[fill^='url'] path")).toHaveLength(1);
  });

  test("is not drawn when no boundary bears the name of an area", () => {
    const features = rivertonBoundaries.features.map((feature) => ({ ...feature, properties: { code: 7 } }));
    expect(areaMap(area, { type: "FeatureCollection", features }, "wide", en)).toBeUndefined();
  });

  test("reads names whatever their case and spaces", () => {
    expect([...areaByFeature(rivertonBoundaries, ["North", "Harbor"]).values()]).toEqual(["North", "Harbor"]);
  });

  test("has at most four classes that hold every count once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 90 }), (counts) => {
        const classes = mapClasses(counts);
        expect(classes.length).toBeLessThanOrEqual(4);
        for (const count of counts) {
          expect(classes.filter(({ low, high }) => low <= count && count <= high)).toHaveLength(1);
        }
      }),
    );
  });

  test.each([
    null,
    {},
    { type: "FeatureCollection", features: [{ type: "Feature", geometry: { type: "Point", coordinates: [0, 0] } }] },
  ])("refuses what is no map: %j", (value) => {
    expect(() => readBoundaries(value)).toThrow("invalid boundaries");
  });
});

test("simplifyRing keeps ends and corners, and drops what is on the way", () => {
  const ring = [
    [0, 0],
    [0.5, 0.0001],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  expect(simplifyRing(ring, 0.01)).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ]);
  expect(simplifyRing(ring, 0)).toHaveLength(6);
});
