import { expect, test } from "vitest";
import { outcomes, rateFinding } from "./fixtures/disparity-findings.ts";
import { rivertonFindings } from "./fixtures/riverton-findings.ts";
import { mainSentences } from "./main-sentences.ts";

const said = (...findings: Parameters<typeof mainSentences>[0]) =>
  mainSentences([...rivertonFindings, ...findings], "en");
const higher = outcomes.higher ?? { direction: "none" };

test("one disparity stands among the main sentences, with what is missing", () => {
  const sentences = said(rateFinding(higher, { missing: 300 }), rateFinding(higher, { kind: "stops" }));
  expect(sentences).toHaveLength(4);
  expect(sentences[2]).toBe(
    "In 2019–2021, officers reported force against 3,586 Black people: 17 for every 1,000 Black residents a year. That is 2.7 times the rate for White residents (chance alone could put it between 2.5 and 3.0). Race is not recorded for 300 people (3% of all 9,560). Depending on the race that is missing, the ratio could lie between 0.52 and 4.4: the missing alone could turn it round.",
  );
});

test("about the same is news too", () => {
  expect(said(rateFinding(outcomes.same ?? higher))[2]).toContain("about the same");
});

test.each(["unclear", "unclear-among-many", "small-higher", "reversible", "not-compared", "no-reference-events"])(
  "%s is no main sentence",
  (name) => {
    expect(said(rateFinding(outcomes[name] ?? higher))).toHaveLength(3);
  },
);

test("nor is one with too much missing, or shown as counts, or with few on one side", () => {
  expect(said(rateFinding(higher, { missing: 2600 }))).toHaveLength(3);
  expect(said(rateFinding(higher, { parts: { shown: "counts", reason: "few-events" } }))).toHaveLength(3);
  const few = rateFinding(higher);
  const rows = few.rows.map((row) => (row.key === "white" ? { ...row, count: 19 } : row));
  expect(said({ ...few, rows })).toHaveLength(3);
});
