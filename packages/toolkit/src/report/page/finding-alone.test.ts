import { describe, expect, test } from "vitest";
import { rivertonChange, rivertonEvents } from "../fixtures/riverton-events.ts";
import { rivertonBoundaries, rivertonFindings } from "../fixtures/riverton-findings.ts";
import { changeStatement } from "../words/change/change-statement.ts";
import { findingSentence } from "../words/finding-sentence.ts";
import { openWords } from "../words/words.ts";
import { chartAlone, evidenceAlone, findingAlone, findingTitle, sentenceAlone } from "./finding-alone.ts";
import { findingSection } from "./finding-section.ts";
import { escapeHtml } from "./html.ts";

const beside = {
  findings: [...rivertonFindings, ...rivertonChange],
  events: rivertonEvents,
  boundaries: rivertonBoundaries,
};

describe.each(["en", "es"] as const)("a finding that stands alone, in %s", (language) => {
  const words = openWords(language);
  const follows = words.say("caveat.followed-not-caused");

  test("is the same as on the page of its question", () => {
    for (const finding of rivertonFindings) {
      expect(findingAlone(finding, beside, words).markup).toBe(
        findingSection(finding, [], words, rivertonBoundaries).markup,
      );
      expect(sentenceAlone(finding, beside, words)).toBe(findingSentence(finding, words));
      expect(evidenceAlone(finding, beside, words)).toEqual([]);
    }
  });

  test("about an event has its event's sentence, chart and title, and says that nothing need come from it", () => {
    for (const finding of rivertonChange) {
      const { markup } = findingAlone(finding, beside, words);
      const chart = chartAlone(finding, beside, words);
      expect(markup).toContain(escapeHtml(sentenceAlone(finding, beside, words)));
      expect(markup).toContain(escapeHtml(findingTitle(finding, words)));
      expect(markup.split(escapeHtml(follows)), finding.id).toHaveLength(2);
      expect(evidenceAlone(finding, beside, words).at(-1)).toBe(follows);
      expect(markup.includes('class="chart wide"'), finding.id).toBe(chart !== undefined);
      if (chart !== undefined) expect(markup).toContain(chart.svg);
    }
    expect(rivertonChange.some((finding) => chartAlone(finding, beside, words) !== undefined)).toBe(true);
  });

  test("claims no more of an event than beside the others of it", () => {
    for (const finding of rivertonChange.filter(({ shown }) => shown === "full")) {
      const ofEvent = rivertonChange.filter(({ values }) => values?.event === finding.values?.event);
      const { headline, more = [] } = changeStatement(finding, words, ofEvent) ?? {};
      expect(sentenceAlone(finding, beside, words)).toBe(headline ?? findingSentence(finding, words));
      expect(evidenceAlone(finding, beside, words)).toEqual([...more, follows]);
    }
  });

  test("is not named by its event twice where the event stands above it", () => {
    const [finding] = rivertonChange;
    if (finding === undefined) throw new Error("the fixture has no finding about an event");
    const { markup } = findingAlone(finding, { ...beside, isEventNamed: true }, words);
    expect(markup).not.toContain(escapeHtml(findingTitle(finding, words)));
  });
});
