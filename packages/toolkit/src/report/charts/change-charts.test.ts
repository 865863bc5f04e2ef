import type { Finding } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { groupsFixture, seriesFixture } from "../fixtures/change-findings.ts";
import { rivertonChange, rivertonEvents } from "../fixtures/riverton-events.ts";
import { listedEvents } from "../words/change/listed-events.ts";
import { openWords } from "../words/words.ts";
import { agencyLines, changeAgenciesChart, hasAgencyMonths } from "./change-agencies-chart.ts";
import { changeGroupsChart, groupLines, hasGroupChanges } from "./change-groups-chart.ts";
import { changeSeriesChart } from "./change-series-chart.ts";
import { changeTimeline, time } from "./change-timeline.ts";
import { type ChartWidth, chartSizes, chartWidths } from "./chart-size.ts";
import { type EventMark, placeEventMarks } from "./event-marks.ts";
import { parseSvgs, textBoxes } from "./fixtures/drawn-boxes.ts";

const en = openWords("en");
const es = openWords("es");
const mark = (label: string, date: string, isOwn = false): EventMark => ({ label, date: new Date(date), isOwn });
const marks = [mark("1", "2020-06-15", true), mark("2", "2020-08-01"), mark("3", "2035-01-01")];
const series = (finding: Finding, width: ChartWidth = "wide", words = en) =>
  changeSeriesChart(finding, width, words, { title: "How many", marks });
const only = (chart: string) => {
  const [svg] = parseSvgs(chart);
  if (svg === undefined) throw new Error("no svg");
  return svg;
};
const numbers = (svg: ReturnType<typeof only>, selector: string, name: string) =>
  [...svg.querySelectorAll(selector)].map((part) => Number(part.getAttribute(name)));
const agencyMonth = (key: string, ratio: number, low: number, high: number) => ({ key, figures: { ratio, low, high } });
const agencies: Finding = {
  ...(rivertonChange.find(({ measure }) => measure === "agencies") ?? seriesFixture()),
  rows: [
    agencyMonth("-2", 1, 0.9, 1.1),
    agencyMonth("0", 0.7, 0.6, 0.8),
    agencyMonth("1", 0.72, 0.6, 0.9),
    agencyMonth("-3", 0.97, 0.8, 1.2),
  ],
};
const listed = listedEvents(rivertonEvents, rivertonChange);
const recorded = { from: "2019-01", to: "2021-06" };
const group = { key: "black", before: 120, after: 88, ratio: 0.74, interval: { low: 0.6, high: 0.91 } } as const;
const groups = groupsFixture([
  { ...group, direction: "lower" },
  { key: "white", before: 80, after: 60, ratio: 1.5, interval: { low: 0.58, high: 41 } },
  { key: "asian", before: 4, after: 3, reason: "too-few-events-for-change" },
]);

describe("a series with an event", () => {
  const svg = only(series(seriesFixture()));

  test("draws counted months as bars from zero, months left out striped, and months without data from top to bottom", () => {
    const solid = numbers(svg, "g[fill='var(--mark)'] rect", "height");
    const leftOut = numbers(svg, "g[fill^='url'][stroke] rect", "height");
    const gaps = numbers(svg, "g[fill^='url']:not([stroke]) rect", "height");
    expect([solid.length, leftOut.length, gaps.length]).toEqual([28, 1, 1]);
    expect(gaps[0]).toBeGreaterThan(Math.max(...solid));
    const bottoms = [...svg.querySelectorAll("g[fill='var(--mark)'] rect")].map(
      (rect) => Number(rect.getAttribute("y")) + Number(rect.getAttribute("height")),
    );
    expect(Math.max(...bottoms) - Math.min(...bottoms)).toBeLessThan(0.01);
  });

  test("draws what was expected after the date only, between two dashed limits", () => {
    const thick = [
      ...svg.querySelectorAll(
        "g[stroke='var(--ink)'][stroke-width='2.4'] path, path[stroke='var(--ink)'][stroke-width='2.4']",
      ),
    ];
    expect(thick).toHaveLength(1);
    expect((thick[0]?.getAttribute("d")?.match(/[ML]/g) ?? []).length).toBe(
      1 + (thick[0]?.getAttribute("d")?.match(/L/g) ?? []).length,
    );
    expect((thick[0]?.getAttribute("d")?.split(/[ML]/) ?? []).length - 1).toBe(12);
    expect([...svg.querySelectorAll("[stroke-dasharray='4,3']")].length).toBeGreaterThanOrEqual(2);
  });

  test("marks the event by a solid line and others by dotted ones, and leaves out those outside the months", () => {
    expect(svg.querySelectorAll("g[stroke='var(--ink)'][stroke-width='2'] line")).toHaveLength(1);
    expect(svg.querySelectorAll("g[stroke-dasharray='2,3'] line")).toHaveLength(1);
    const texts = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent);
    expect(texts).toEqual(expect.arrayContaining(["1", "2"]));
    expect(texts).not.toContain("3");
  });

  test("holds the highest limit as well as the highest bar", () => {
    const tall = seriesFixture({
      parts: {
        rows: [
          { key: "2020-01", count: 3 },
          { key: "2020-02", count: 4, figures: { expected: 40, low: 10, high: 90 } },
        ],
      },
    });
    const heights = numbers(only(series(tall)), "g[fill='var(--mark)'] rect", "height");
    const frame = numbers(only(series(tall)), "g[stroke='var(--line)'] line", "y1");
    expect(Math.max(...heights)).toBeLessThan((Math.max(...frame) - Math.min(...frame)) / 10);
  });

  test("without a test has bars and no expectation, and says so", () => {
    const refused = only(series(seriesFixture({ parts: { shown: "counts", reason: "recording-changed" } })));
    expect(refused.querySelectorAll("[stroke-dasharray='4,3']")).toHaveLength(0);
    expect(refused.querySelector("desc")?.textContent).not.toContain("expected");
    expect(svg.querySelector("desc")?.textContent).toContain("180 were counted and about 240 expected");
  });

  test("with nothing to draw is empty", () => {
    expect(series(seriesFixture({ parts: { rows: [] } }))).toBe("");
  });
});

test("labels of events that would meet stand above one another", () => {
  const axis = { from: new Date("2020-01-01"), to: new Date("2021-01-01"), pixels: 366 };
  const placed = placeEventMarks(
    [mark("3", "2020-02-05"), mark("1", "2020-01-20"), mark("2", "2020-02-01"), mark("4", "2020-06-01")],
    axis,
  );
  expect(placed.map(({ label, level }) => [label, level])).toEqual([
    ["1", 0],
    ["2", 1],
    ["3", 2],
    ["4", 0],
  ]);
});

describe("changes of groups", () => {
  test("have a dot and an interval on a log axis, with everyone first", () => {
    const lines = groupLines(groups, en, seriesFixture());
    expect(lines.map(({ label, text }) => [label, text])).toEqual([
      ["Everyone", "0.75 (0.62–0.90)"],
      ["Asian", "not tested"],
      ["Black", "0.74 (0.60–0.91)"],
      ["White", "1.5 (0.58–41)"],
    ]);
    const svg = only(changeGroupsChart(groups, "wide", en, seriesFixture()));
    expect(svg.querySelectorAll("circle")).toHaveLength(3);
    expect(svg.querySelector("desc")?.textContent).toContain("Black 0.74 (0.60–0.91)");
  });

  test("are not drawn where recording forbids it, or where no group was tested", () => {
    expect(hasGroupChanges(groups)).toBe(true);
    expect(hasGroupChanges({ ...groups, shown: "counts" })).toBe(false);
    expect(hasGroupChanges(groupsFixture([{ key: "black", before: 1, after: 2 }]))).toBe(false);
  });
});

describe("the timeline", () => {
  test("has a mark for each event with a date, by kind, and the months with records", () => {
    const svg = only(changeTimeline(listed, "wide", en, recorded));
    expect(svg.querySelectorAll("circle")).toHaveLength(3);
    expect(svg.querySelectorAll("g[fill='var(--paper)'][stroke='var(--mark)'] path")).toHaveLength(2);
    expect(svg.querySelectorAll("rect[fill-opacity], g[fill-opacity] rect").length).toBeGreaterThan(0);
    expect(svg.querySelector("desc")?.textContent).toContain(
      "3: New use-of-force form, in effect from January 1, 2021",
    );
  });

  test("is empty without any date, and whole without records", () => {
    expect(changeTimeline([], "wide", en)).toBe("");
    expect(
      changeTimeline(
        listed.filter(({ date }) => date === undefined),
        "wide",
        en,
      ),
    ).toBe("");
    expect(changeTimeline(listed, "narrow", es)).toContain("Línea de tiempo");
  });

  test("reads dates as far as they are known, and nothing into what is none", () => {
    expect(
      [time("2020"), time("2020-06"), time("spring"), time(undefined)].map((date) => date?.toISOString().slice(0, 10)),
    ).toEqual(["2020-01-01", "2020-06-01", undefined, undefined]);
  });
});

describe("agencies beside the others", () => {
  test("has a line for each month from the date, in order, the ends standing for all further ones", () => {
    expect(agencyLines(agencies, en).map(({ label, text }) => [label, text])).toEqual([
      ["3 or more months before", "0.97 (0.80–1.20)"],
      ["2 months before", "1.0 (0.90–1.10)"],
      ["first month", "0.70 (0.60–0.80)"],
      ["1 or more months after", "0.72 (0.60–0.90)"],
    ]);
    expect(agencyLines(agencies, en).map(({ startsGroup }) => startsGroup)).toEqual([false, false, true, false]);
    expect(agencyLines(agencies, es)[0]?.label).toBe("3 o más meses antes");
  });

  test("is drawn only where the agencies could be compared", () => {
    expect(hasAgencyMonths(agencies)).toBe(true);
    expect(hasAgencyMonths({ ...agencies, shown: "cannot-say" })).toBe(false);
    expect(hasAgencyMonths(groups)).toBe(false);
  });
});

describe.each(chartWidths)("every chart, %s", (width) => {
  const charts = [en, es].flatMap((words) => [
    series(seriesFixture(), width, words),
    changeGroupsChart(groups, width, words, seriesFixture()),
    changeTimeline(listed, width, words, recorded),
    changeAgenciesChart(agencies, width, words),
  ]);

  test("is named, and brings no colour, style or script of its own", () => {
    for (const chart of charts) {
      const svg = only(chart);
      expect(svg.getAttribute("role")).toBe("img");
      expect(svg.querySelector("title")?.textContent?.length).toBeGreaterThan(8);
      expect(svg.querySelector("desc")?.textContent).not.toMatch(/undefined|NaN/);
      expect(chart).not.toMatch(/<style|<script|font-family|NaN|Infinity/);
      const paints = [...chart.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, paint]) => paint ?? "");
      expect(paints.filter((paint) => !/^(var\(--\w+\)|url\(#[\w-]+\)|currentColor|none)$/.test(paint))).toEqual([]);
    }
  });

  test("keeps its texts inside the drawing", () => {
    for (const chart of charts)
      for (const { left, right, what } of textBoxes(only(chart))) {
        expect(left, what).toBeGreaterThanOrEqual(-2);
        expect(right, what).toBeLessThanOrEqual(chartSizes[width].width + 2);
      }
  });
});
