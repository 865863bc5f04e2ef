import { type Finding, units } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { rivertonFinding, rivertonFindings, shareRows } from "../fixtures/riverton-findings.ts";
import { findingSentence } from "./finding-sentence.ts";
import { missingSentence } from "./missing-sentence.ts";
import { openWords } from "./words.ts";

const en = openWords("en");
const es = openWords("es");
const find = (id: string): Finding => {
  const finding = rivertonFindings.find((one) => one.id === id);
  if (!finding) throw new Error(`no fixture ${id}`);
  return finding;
};

describe("a share", () => {
  const race = find("on-whom/race/people");

  test("names years, unit, denominator, numerator and what is missing", () => {
    expect(findingSentence(race, en)).toBe(
      "In 2019–2021, officers reported force against 412 people for whom race is recorded; 231 (56%) were recorded as Black.",
    );
    expect(missingSentence(race, en)).toBe(
      "Race is not recorded for 53 more (11% of all 465 people). Depending on who they were, the share lies between 49% and 62%.",
    );
  });

  test("says at least where the count is a lower bound", () => {
    const least = { ...race, caveats: ["people-lower-bound"] };
    expect(findingSentence(least, en)).toContain("against at least 412 people");
    expect(findingSentence(least, es)).toContain("contra al menos 412 personas");
  });

  test("reads as plainly in Spanish", () => {
    expect(findingSentence(race, es)).toBe(
      "En 2019–2021, los agentes informaron del uso de la fuerza contra 412 personas de las que consta la raza; 231 (56%) figuran como «Negra».",
    );
  });

  test("of one person is singular", () => {
    const one = rivertonFinding({
      ...race,
      rows: shareRows({ black: 1 }, 0),
      numerator: 1,
      denominator: 1,
      total: 1,
      missing: [],
    });
    expect(findingSentence(one, en)).toContain("against 1 person; 1 (100%) was recorded as Black");
  });

  test("without a lead speaks of the largest group", () => {
    const { lead: _, numerator: __, ...rest } = race;
    expect(findingSentence(rest, en)).toContain("231 (56%) were recorded as Black");
  });

  test("with much missing gives the range first", () => {
    expect(findingSentence(find("on-whom/age/people"), en)).toBe(
      "In 2019–2021, officers reported force against 465 people. For “25–34”, the share lies between 30% and 50%: age is recorded for 374 of them, and 141 of those were recorded in the age group 25–34.",
    );
  });

  test("shown as counts only has no percent", () => {
    expect(findingSentence({ ...race, shown: "counts" }, en)).not.toContain("%");
  });
});

test("what cannot be said is said so, and never as zero", () => {
  const deescalation = find("resistance-and-deescalation/deescalation-used/people");
  expect(findingSentence(deescalation, en)).toBe(
    "The files for 2019–2021 cannot yet tell whether officers tried to calm things down first.",
  );
  expect(missingSentence(deescalation, en)).toBe(
    "A yes or no about de-escalation is not recorded for any of the 465 people.",
  );
  for (const words of [en, es]) expect(findingSentence(deescalation, words)).not.toMatch(/\b0\b/);
});

test("a month without records is not the fewest", () => {
  const sentence = findingSentence(find("how-often/monthly-count/incidents"), en);
  expect(sentence).toMatch(/the fewest was [1-9]/);
});

test("a part of a year is said to be one", () => {
  const yearly = find("how-often/yearly-count/incidents");
  const rows = yearly.rows.map((row, index) => (index === 2 ? { ...row, note: "part-year" } : row));
  expect(findingSentence({ ...yearly, rows }, en)).toContain("153 in 2021 (part of the year)");
});

test("incidents counted at least once do not claim that the rest are known", () => {
  const force = rivertonFinding({
    question: "what-force",
    measure: "force-type",
    unit: "incidents",
    dimension: { field: "force_application.force_type", codeList: "force_type" },
    rows: [{ key: "firearm_pointed", count: 30 }],
    lead: "firearm_pointed",
    numerator: 30,
    denominator: 431,
    total: 431,
    method: "count-at-least-once",
    caveats: ["rows-overlap"],
    shown: "counts",
  });
  expect(findingSentence(force, en)).toBe(
    "In 2019–2021, officers reported force in 431 incidents; 30 involved “Firearm pointed”.",
  );
  expect(missingSentence(force, en)).toContain("not used or not recorded");
});

test("those to whom a question does not apply are not counted as missing", () => {
  const applies = rivertonFinding({
    question: "outcomes",
    measure: "injury-severity",
    unit: "people",
    rows: shareRows({ minor: 40 }, 0),
    denominator: 40,
    total: 100,
    missing: [{ reason: "not_applicable", count: 60 }],
  });
  expect(missingSentence(applies, en)).toBe("It does not apply to 60 more.");
});

describe("a measure without words of its own", () => {
  test.each(units)("still gets a correct sentence in %s", (unit) => {
    for (const words of [en, es]) {
      const finding = rivertonFinding({
        question: "weather",
        measure: "cloud-cover",
        unit,
        rows: shareRows({ low: 3, high: 9 }, 2),
        denominator: 12,
        total: 14,
        missing: [{ reason: "unknown", count: 2 }],
      });
      const sentence = findingSentence(finding, words);
      expect(sentence).toContain("2019–2021");
      expect(sentence).toContain("12");
      expect(sentence).toContain("9 (75%)");
      expect(sentence).toContain("high");
      expect(missingSentence(finding, words)).toContain("cloud cover");
    }
  });
});

test("no sentence of the fixture leaves a placeholder or an undefined behind", () => {
  for (const finding of rivertonFindings) {
    for (const words of [en, es]) {
      const text = `${findingSentence(finding, words)} ${missingSentence(finding, words)}`;
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
    }
  }
});
