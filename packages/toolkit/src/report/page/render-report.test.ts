import type { Finding } from "@evenhand/standard";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import {
  rivertonBoundaries,
  rivertonFinding,
  rivertonFindings,
  rivertonIssues,
  rivertonRelease,
  shareRows,
} from "../fixtures/riverton-findings.ts";
import { type Report, renderReport } from "./render-report.ts";

const base: Report = { findings: rivertonFindings, release: rivertonRelease, language: "en", issues: rivertonIssues };
const render = (more: Partial<Report> = {}) => renderReport({ ...base, ...more });
const read = (html: string) => parseHTML(html).document;

describe.each(["en", "es"] as const)("the report in %s", (language) => {
  const html = render({ language, fictional: true, boundaries: rivertonBoundaries });
  const document = read(html);

  test("is one file that asks for nothing", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|src=|javascript:/i);
    expect(html.length).toBeLessThan(400_000);
  });

  test("says its language and that the place is made up", () => {
    expect(document.documentElement.getAttribute("lang")).toBe(language);
    expect(document.querySelector(".fiction")?.textContent).toContain("Riverton");
  });

  test("has one h1 and headings that skip no level", () => {
    const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("has ids that are used once, and no link that leads nowhere", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")?.slice(1));
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
  });

  test("gives every chart a table twin and every table a caption and scopes", () => {
    for (const figure of document.querySelectorAll("figure")) {
      expect(figure.parentElement?.querySelector("details table")).not.toBeNull();
    }
    const tables = [...document.querySelectorAll("table")];
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table.querySelector("caption")?.textContent?.length).toBeGreaterThan(3);
      expect(table.querySelectorAll("thead th:not([scope=col])")).toHaveLength(0);
      expect(table.querySelectorAll("tbody th:not([scope=row])")).toHaveLength(0);
    }
  });

  test("shows every finding, the hashes, the lines and the methods", () => {
    const text = document.documentElement.textContent ?? "";
    for (const { id, question } of rivertonFindings) if (question !== "gap") expect(text).toContain(id);
    for (const part of [
      rivertonRelease.hash,
      ...rivertonRelease.snapshots.map(({ sha256 }) => sha256),
      "912",
      "909",
      "share-of-known",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("leaves nothing unfilled", () => {
    expect(document.documentElement.textContent).not.toMatch(/undefined|NaN|\[object/);
    expect(document.querySelector("main")?.textContent).not.toMatch(/[{}]/);
  });
});

test("text from files is never markup", () => {
  const hostile = `<img src=x onerror="alert(1)">`;
  const findings: readonly Finding[] = [
    rivertonFinding({
      question: hostile,
      measure: hostile,
      unit: "people",
      rows: shareRows({ [hostile]: 3 }, 0),
      denominator: 3,
      total: 3,
      method: hostile,
      caveats: [hostile],
    }),
  ];
  const issues = [
    {
      code: hostile,
      severity: "note" as const,
      file: hostile,
      column: hostile,
      value: hostile,
      count: 1,
      message: hostile,
    },
  ];
  const release = { ...rivertonRelease, agency: { id: "x", name: hostile }, tables: { [hostile]: 1 } };
  const html = render({ findings, issues, release, title: hostile, fictional: true });
  expect(read(html).querySelectorAll("img,[onerror]")).toHaveLength(0);
});

test("a place that is not made up has no banner", () => {
  expect(render()).not.toContain('class="fiction"');
});

test("a release with nothing in it still makes a page that says so", () => {
  const { period: _, ...undated } = rivertonRelease;
  const html = render({ findings: [], issues: [], release: { ...undated, snapshots: [], tables: {} } });
  expect(html).toContain("The records carry no dates");
  expect(html).toContain("read without an issue");
});

test("without a list of issues the report does not say that there are none", () => {
  const { issues: _, ...rest } = base;
  const html = renderReport(rest);
  expect(html).not.toContain("read without an issue");
  expect(html).toContain("issues.parquet");
});

test("gap findings given apart are shown once", () => {
  const gap = rivertonFindings.filter(({ question }) => question === "gap");
  const rest = rivertonFindings.filter(({ question }) => question !== "gap");
  expect(render({ findings: rest, gap })).toBe(render({ findings: [...gap, ...rest] }));
});

test("the same input gives the same bytes", () => {
  expect(render()).toBe(render());
});

test("a measure in several units leads with people, and keeps the others under it", () => {
  const race = rivertonFindings.find(({ id }) => id === "on-whom/race/people");
  if (!race) throw new Error("no fixture");
  const reports = { ...race, id: "on-whom/race/reports", unit: "reports" as const, total: 700, denominator: 647 };
  const section = [...read(render({ findings: [reports, race] })).querySelectorAll("section.finding")][0];
  expect(section?.querySelector("h3")?.textContent).toContain("people");
  expect([...(section?.querySelectorAll("details") ?? [])].at(-1)?.textContent).toContain("officers filed");
});
