import { expect, test } from "vitest";
import { rivertonFindings } from "./fixtures/riverton-findings.ts";
import { mainSentences } from "./main-sentences.ts";

test("how often, on whom, and what is left out", () => {
  expect(mainSentences(rivertonFindings, "en")).toEqual([
    "In 2019–2021, officers reported force in 431 incidents: 160 in 2019, 118 in 2020, and 153 in 2021.",
    "In 2019–2021, officers reported force against 412 people for whom race is recorded; 231 (56%) were recorded as Black. Race is not recorded for 53 more (11% of all 465 people). Depending on who they were, the share lies between 49% and 62%.",
    "The files for 2019–2021 leave out de-escalation. They hold only partly: race or ethnicity.",
  ]);
});

test("what force stands in where race has no finding", () => {
  const withoutRace = rivertonFindings.filter(({ id }) => id !== "on-whom/race/people");
  const said = mainSentences(withoutRace, "en");
  expect(said).toHaveLength(3);
  expect(said[1]).toContain("Hands-on control");
});

test("nothing is said of nothing", () => {
  expect(mainSentences([], "es")).toEqual([]);
});
