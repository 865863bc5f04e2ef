import type { Finding, Language } from "@evenhand/standard";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import {
  funnelFinding,
  missingRatioFinding,
  missingShareFinding,
  officersFinding,
  outcomes,
  placesFinding,
  rateFinding,
  stopBiasFinding,
  strengthFinding,
  treatmentFinding,
} from "../fixtures/disparity-findings.ts";
import { rivertonFinding, rivertonRelease } from "../fixtures/riverton-findings.ts";
import { renderReport } from "./render-report.ts";

const higher = outcomes.higher ?? { direction: "none" };
const unsaid = (question: string, measure: string, reason: string): Finding =>
  rivertonFinding({
    question,
    measure,
    unit: "people",
    rows: [],
    denominator: 0,
    total: 0,
    shown: "cannot-say",
    reason,
  });
const findings: readonly Finding[] = [
  rateFinding(higher, { missing: 300 }),
  rateFinding(outcomes.unclear ?? higher, { kind: "stops" }),
  treatmentFinding(outcomes.same ?? higher),
  unsaid("treatment", "hospitalised", "nothing-known"),
  unsaid("treatment", "firearm_pointed", "absent-is-not-zero"),
  unsaid("treatment", "struck", "absent-is-not-zero"),
  placesFinding(higher, 0.6),
  missingShareFinding(),
  missingRatioFinding({ low: 0.6, high: 4.1 }, 0.45),
  strengthFinding(higher),
  stopBiasFinding(0.55),
  funnelFinding(1),
  officersFinding(5),
  unsaid("units-and-officers", "other", "no-officer-key"),
];
const read = (of: readonly Finding[], language: Language = "en") =>
  parseHTML(renderReport({ findings: of, release: rivertonRelease, issues: [], language })).document;
const section = (document: ReturnType<typeof read>, id: string) =>
  document.querySelector(`section[aria-labelledby="${id}"]`);
const table = (document: ReturnType<typeof read>, id: string) =>
  [...(section(document, id)?.querySelector("table")?.querySelectorAll("tr") ?? [])].map((row) =>
    [...row.querySelectorAll("th,td")].map(({ textContent }) => textContent),
  );

describe.each(["en", "es"] as const)("a report with disparities in %s", (language) => {
  const document = read(findings, language);

  test("has a section for each question, in the order a reader asks", () => {
    const ids = [...document.querySelectorAll("h2[id]")].map(({ id }) => id);
    const asked = ["rates", "treatment", "places", "missing-race", "selection", "units-and-officers"];
    expect(ids.filter((id) => asked.includes(id))).toEqual(asked);
  });

  test("says what a disparity is once in each section that has one", () => {
    const definition = language === "en" ? "is a measured difference" : "es una diferencia medida";
    for (const id of ["rates", "treatment", "places", "selection"]) {
      const text = section(document, id)?.textContent ?? "";
      expect(text.split(definition), id).toHaveLength(2);
    }
  });

  test("gives every comparison a longer text on how sure it is, with the way to redo it", () => {
    for (const { id, method, shown } of findings) {
      const text = document.documentElement.textContent ?? "";
      expect(text, id).toContain(id);
      if (shown !== "cannot-say") {
        expect(text).toContain(`evenhand explain ${id} RELEASE`);
        expect(text).toContain(`docs/methods/${method}.md`);
      }
    }
  });

  test("leaves nothing unfilled, and skips no level of heading", () => {
    expect(document.querySelector("main")?.textContent).not.toMatch(/undefined|NaN|Infinity|\[object|[{}]/);
    const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map(({ tagName }) => Number(tagName.slice(1)));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

test("what cannot be said shares one list, a line for each reason, with what would answer it", () => {
  const list = section(read(findings), "treatment")?.querySelector(".cannot-say");
  const lines = [...(list?.querySelectorAll("li") ?? [])].map(({ textContent }) => textContent);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("Firearm pointed and Struck.");
  expect(lines[1]).toContain("What would answer it: A form, or its codebook");
  expect(section(read(findings), "treatment")?.querySelectorAll(".finding")).toHaveLength(1);
});

test("one thing that cannot be said has its own section, with what would answer it", () => {
  const text = section(read([unsaid("rates", "race-per-population", "no-benchmark")]), "rates")?.textContent;
  expect(text).toContain("cannot yet tell how force per resident compares");
  expect(text).toContain("--benchmark");
});

test("the table of a comparison has the finding's order, the reference marked and what can be said", () => {
  const [head, asian, black, white, multiracial] = table(read([rateFinding(higher, { missing: 300 })]), "rates");
  expect(head).toEqual([
    "Group",
    "Number of people",
    "Residents × years",
    "For every 1,000 a year",
    "Ratio (by chance)",
    "What can be said",
    "What the ratio could be, given the missing",
    "Note",
  ]);
  expect(asian?.slice(0, 2)).toEqual(["Asian", "412"]);
  expect(black).toEqual(["Black", "3,586", "216,000", "17", "2.7 (2.5 to 3.0)", "higher", "0.52 to 4.4", ""]);
  expect(white?.slice(0, 6)).toEqual(["White (compared with)", "4,429", "720,000", "6.2", "", ""]);
  expect(multiracial?.at(-1)).toBe("not in the file compared with");
});

test("a ratio whose interval holds 1 is not called higher in the table", () => {
  const rows = table(read([rateFinding(outcomes.unclear ?? higher)]), "rates");
  expect(rows[2]).toContain("cannot tell");
  expect(rows.flat()).not.toContain("higher");
});

test("the limits speak of rates only when there are some", () => {
  const limits = (of: readonly Finding[]) => section(read(of), "limits")?.textContent;
  expect(limits([])).toContain("makes no such comparison");
  expect(limits(findings)).not.toContain("makes no such comparison");
});

test("a blanked row shows that it is blanked, and no number made from it", () => {
  const finding = rateFinding(higher);
  const rows = finding.rows.map((row) =>
    row.key === "asian" ? { key: "asian", note: "suppressed-small-count" } : row,
  );
  const lines = table(read([{ ...finding, rows }]), "rates");
  expect(lines[1]?.slice(0, 2)).toEqual(["Asian", "blanked"]);
  expect(lines[1]?.join("")).not.toMatch(/\d/);
});
