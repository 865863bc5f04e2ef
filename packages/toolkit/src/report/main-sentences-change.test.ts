import { expect, test } from "vitest";
import { seriesFixture } from "./fixtures/change-findings.ts";
import { rivertonChange } from "./fixtures/riverton-events.ts";
import { rivertonFindings } from "./fixtures/riverton-findings.ts";
import { mainSentences } from "./main-sentences.ts";

test("one change stands among the main sentences, with its three facts and without a reason", () => {
  const said = mainSentences([...rivertonFindings, ...rivertonChange], "en");
  expect(said).toHaveLength(4);
  expect(said[2]).toBe(
    "“Neck restraints banned”, and what followed: in the 12 months after the rule took effect on June 15, 2020, officers reported force against 180 people. If the earlier pattern had simply gone on, about 240 (200 to 280) would have been expected. The fall is larger than the usual ups and downs from month to month. No change in recording was seen. Other dates, on which nothing is known to have happened, seldom show as much. What it should leave as it is did not move beyond chance. What kind: Control hold or joint lock and Neck restraint or chokehold fell; Taser pointed rose. On whom: the ratios between groups stayed about the same. These records cannot show whether the rule is the reason.",
  );
  expect(mainSentences([...rivertonFindings, ...rivertonChange], "es")[2]).toContain("Se prohíben las sujeciones");
});

test.each([1, 2])("a change of level %i is none", (claimLevel) => {
  expect(mainSentences([...rivertonFindings, seriesFixture({ claimLevel })], "en")).toHaveLength(3);
});

test("of several, the one that goes furthest, and only that", () => {
  const changes = [3, 5, 4].map((claimLevel) =>
    seriesFixture({ event: `e${claimLevel}`, claimLevel, values: { eventWhat: `Rule ${claimLevel}` } }),
  );
  const said = mainSentences([...rivertonFindings, ...changes], "en");
  expect(said).toHaveLength(4);
  expect(said[2]).toContain("“Rule 5”");
});

test("what is about the same, cannot be told or was not tested is none", () => {
  const none = [
    seriesFixture({ direction: "about-the-same", claimLevel: 3 }),
    seriesFixture({ direction: "cannot-tell", claimLevel: 3 }),
    seriesFixture({ parts: { shown: "counts", reason: "recording-changed" } }),
    seriesFixture({ measure: "target" }),
  ];
  expect(mainSentences([...rivertonFindings, ...none], "en")).toHaveLength(3);
});

test("what other dates, other series or other agencies speak against is none", () => {
  const dates = seriesFixture({ claimLevel: 3, values: { placeboP: 0.5, placeboDates: 30 } });
  expect(mainSentences([...rivertonFindings, dates], "en")).toHaveLength(3);
  const moved = seriesFixture({ measure: "comparison", ratio: 0.8, interval: { low: 0.7, high: 0.9 } });
  const total = seriesFixture({ claimLevel: 3 });
  expect(mainSentences([...rivertonFindings, total], "en")).toHaveLength(4);
  expect(mainSentences([...rivertonFindings, total, moved], "en")).toHaveLength(3);
});
