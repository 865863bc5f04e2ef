import type { Language } from "@evenhand/standard";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { rivertonFootprint, rivertonList, situationsFinding, whatIfFinding } from "../fixtures/footprint-findings.ts";
import { rivertonFinding, rivertonRelease } from "../fixtures/riverton-findings.ts";
import { renderWhatIf } from "../what-if/render-what-if.ts";
import { renderReport } from "./render-report.ts";

const report = (language: Language) =>
  renderReport({
    findings: rivertonFootprint,
    release: rivertonRelease,
    issues: [],
    language,
    footprint: rivertonList,
  });
const read = (markup: string) => parseHTML(markup).document;
type Found = ReturnType<ReturnType<typeof read>["querySelector"]>;
const cells = (table: Found | undefined) =>
  [...(table?.querySelectorAll("tr") ?? [])].map((row) =>
    [...row.querySelectorAll("th,td")].map(({ textContent }) => textContent),
  );

describe.each(["en", "es"] as const)("where force could be reduced, in %s", (language) => {
  const document = read(report(language));
  const section = document.querySelector('section[aria-labelledby="footprint"]');

  test("is a section of its own, in the list of parts", () => {
    expect(section?.querySelector("h2")?.id).toBe("footprint");
    expect(document.querySelector('nav a[href="#footprint"]')).not.toBeNull();
  });

  test("every chart is named and described, in two widths, and has its table twin", () => {
    const charts = [...(section?.querySelectorAll("svg.chart") ?? [])];
    expect(charts.length).toBe(6);
    for (const chart of charts) {
      expect(chart.querySelector("title")?.textContent).toBeTruthy();
      expect(chart.querySelector("desc")?.textContent).toBeTruthy();
      expect(chart.closest(".body")?.querySelector("details table")).not.toBeNull();
    }
  });

  test("shows every line of the code list with its reason, and the lines that differ", () => {
    const list = [...(section?.querySelectorAll("table") ?? [])].at(-1);
    const lines = cells(list);
    expect(lines.length - 1).toBe(rivertonList.classes.flatMap(({ codes }) => codes).length);
    expect(lines.at(-1)?.at(-1)).toBe(language === "en" ? "A made-up reason." : "Una razón inventada.");
    for (const text of [rivertonList.hash, ...rivertonList.changes]) expect(section?.textContent).toContain(text);
  });

  test("is the same bytes every time", () => expect(report(language)).toBe(report(language)));
});

test("the table says the two counts, and why there are none", () => {
  const section = read(report("en")).querySelector("#finding-footprint-situations-incidents");
  const lines = cells(section?.querySelector("table"));
  expect(lines[1]).toEqual(["Mental-health call", "80", "128", "20% to 32%", "12", ""]);
  expect(lines[3]).toEqual(["School", "not recorded", "", "", "12", "not recorded in these files"]);
  expect(lines[5]).toEqual(["Noise complaint", "0", "20", "0% to 5%", "12", "cannot be told apart"]);
});

test("a group of fewer than 10 has counts and no share", () => {
  const section = read(report("en")).querySelector("#finding-footprint-situations-by-group-people");
  const asian = cells(section?.querySelector("table")).find(([, group]) => group === "Asian");
  expect(asian).toEqual(["Mental-health call", "Asian", "2", "3", "8", "", "fewer than 10"]);
});

test("titles of a list and changes are written as text, never as markup", () => {
  const nasty = { ...rivertonList, changes: ["<img src=x>"] };
  const page = renderReport({
    findings: [situationsFinding()],
    release: rivertonRelease,
    language: "en",
    footprint: nasty,
  });
  expect(page).not.toContain("<img");
  expect(page).toContain("&lt;img src=x&gt;");
});

describe.each(["en", "es"] as const)("the what-if page in %s", (language) => {
  const page = renderWhatIf({ finding: whatIfFinding(), release: rivertonRelease, language, list: rivertonList });
  const document = read(page);

  test("gives the sentence, the steps, the groups and what it assumes, in this order", () => {
    expect([...document.querySelectorAll("h2")].map(({ id }) => id)).toEqual([
      "answer",
      "steps",
      "groups",
      "assumes",
      "list",
      "check",
    ]);
    expect(document.querySelectorAll("ol li")).toHaveLength(8);
    expect(document.querySelectorAll("script,link,img")).toHaveLength(0);
  });

  test("the table has the group it is compared with, and no ratio of small groups", () => {
    const lines = cells(document.querySelector('section[aria-labelledby="groups"] table'));
    expect(lines.find(([group]) => /Asian|Asiática/.test(group ?? ""))?.at(-1)).toBe("");
    expect(lines.find(([group]) => /Black|Negra/.test(group ?? ""))?.at(-1)).toMatch(/^\+5\.0% (to|a) \+7\.0%$/);
  });
});

test("a what-if of what is not recorded says so, and what would answer it", () => {
  const finding = rivertonFinding({
    question: "footprint",
    measure: "what-if",
    unit: "people",
    rows: [],
    denominator: 0,
    total: 0,
    shown: "cannot-say",
    reason: "situation-not-recorded",
  });
  const text = read(renderWhatIf({ finding, release: rivertonRelease, language: "en" })).querySelector(
    "main",
  )?.textContent;
  expect(text).toContain("so nothing can be said");
  expect(text).toContain("Records that say what each contact was for");
});
