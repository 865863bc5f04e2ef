import { readFileSync } from "node:fs";
import type { Direction, Finding } from "@evenhand/standard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  groupsFixture,
  mixFixture,
  recordingFixture,
  seriesFixture,
  undatedFixture,
} from "../../fixtures/change-findings.ts";
import { rivertonChange } from "../../fixtures/riverton-events.ts";
import { findingSentence } from "../finding-sentence.ts";
import { missingSentence } from "../missing-sentence.ts";
import { openWords } from "../words.ts";
import { changeStatement } from "./change-statement.ts";
import { inShort } from "./in-short.ts";
import { recordingItems } from "./recording-statement.ts";

const en = openWords("en");
const said = (finding: Finding, ofEvent: readonly Finding[] = [], words = en): string => {
  const { headline = "", more = [], after = [] } = changeStatement(finding, words, ofEvent) ?? {};
  return [headline, ...more, ...after].join(" ");
};
const headline = (finding: Finding, ofEvent: readonly Finding[] = []) =>
  changeStatement(finding, en, ofEvent)?.headline ?? "";

describe("a tested series", () => {
  test("says what was counted, what was expected, and that it is more than noise", () => {
    expect(headline(seriesFixture(), [recordingFixture([])])).toBe(
      "In the 12 months after the rule took effect on June 15, 2020, officers reported force against 180 people. If the earlier pattern had simply gone on, about 240 (200 to 280) would have been expected. The fall is larger than the usual ups and downs from month to month. No change in recording was seen.",
    );
  });

  test("never claims that nothing was recorded differently where something was", () => {
    const gone = { key: "neck_restraint", note: "drift-vanishes", figures: { before: 30, after: 0 } };
    expect(headline(seriesFixture(), [recordingFixture([gone])])).toContain(
      "Nothing was recorded differently but what it is about.",
    );
    expect(headline(seriesFixture({ claimLevel: 2 }))).toContain("part of the fall may be one of recording");
    expect(headline(seriesFixture({ claimLevel: 2 }))).not.toContain("No change in recording");
  });

  test("says what other dates and other series show, as far as its level goes", () => {
    const dates = { placeboP: 0.4, placeboDates: 30 };
    expect(said(seriesFixture({ claimLevel: 3, values: dates }))).toContain("show as much too");
    expect(said(seriesFixture({ claimLevel: 3 }))).toContain("too few other dates");
    expect(said(seriesFixture({ values: { placeboP: 0.02, placeboDates: 30 } }))).toContain("seldom show as much");
    const moved = seriesFixture({ measure: "comparison", ratio: 0.8, interval: { low: 0.7, high: 0.9 } });
    expect(said(seriesFixture({ claimLevel: 3 }), [moved])).toContain("moved too");
    const still = seriesFixture({
      measure: "comparison",
      direction: "about-the-same",
      interval: { low: 0.9, high: 1.1 },
    });
    expect(said(seriesFixture(), [still])).toContain("did not move beyond chance");
  });

  test("names agencies only at the highest level, and says so where it does not stand out among them", () => {
    expect(said(seriesFixture({ claimLevel: 5 }))).toContain("Agencies without the event did not move likewise.");
    const alike = rivertonChange
      .filter(({ measure }) => measure === "agencies")
      .map((finding) => ({
        ...finding,
        values: { ...finding.values, direction: "cannot-tell" },
      }));
    expect(said(seriesFixture({ claimLevel: 4 }), alike)).toContain("it does not stand out");
    expect(said(seriesFixture({ claimLevel: 4 }))).not.toContain("Agencies");
  });

  test("puts what holds 1 as neither a fall nor a rise", () => {
    const unclear = seriesFixture({
      direction: "cannot-tell",
      claimLevel: 1,
      ratio: 0.95,
      interval: { low: 0.71, high: 1.28 },
    });
    expect(headline(unclear)).toContain(
      "These numbers cannot tell whether it changed: they fit anything from a fall of 29% to a rise of 28%.",
    );
    const same = seriesFixture({
      direction: "about-the-same",
      claimLevel: 1,
      ratio: 1.01,
      interval: { low: 0.9, high: 1.12 },
    });
    expect(headline(same)).toContain(
      "stayed about the same: chance alone could put the change anywhere between a fall of 10% and a rise of 12%.",
    );
  });

  test("with an interval beside 1 but not beyond all tests, says only that chance is not ruled out", () => {
    const many = seriesFixture({ direction: "cannot-tell", claimLevel: 1, interval: { low: 0.44, high: 0.96 } });
    expect(headline(many)).toContain("once the 6 tests of this report are allowed for");
  });

  test("says that later dates, or a bend, show as much, and claims nothing then", () => {
    const bent = (caveat: string, values: Record<string, string | number>) =>
      seriesFixture({
        direction: "cannot-tell",
        claimLevel: 1,
        interval: { low: 1.1, high: 1.9 },
        values,
        parts: { caveats: [caveat] },
      });
    const later = bent("later-dates-as-strong", { laterMonth: "2021-01", laterRatio: 1.59 });
    expect(headline(later)).toContain("finds as much at later dates: in January 2021 it would be a rise of 59%.");
    expect(headline(later)).toContain("no step at this date is claimed");
    const bend = bent("bend-fits-as-well", { bendMonth: "2019-06" });
    expect(headline(bend)).toContain("a trend that bends in June 2019, without any step, fits these months");
    for (const one of [later, bend]) {
      expect(headline(one)).not.toContain("chance");
      expect(inShort([one], en).total).toContain("no step is claimed");
    }
  });

  test("claims nothing of the total of an event about some kinds, and does not put it down to chance", () => {
    const context = seriesFixture({ direction: "lower", claimLevel: 1, parts: { caveats: ["total-is-context"] } });
    expect(headline(context)).toContain("so nothing is claimed of this number.");
    expect(headline(context)).not.toContain("chance");
  });

  test("names the smallest fall only where the interval does not reach further than it", () => {
    const setting = { direction: "cannot-tell", claimLevel: 1, ratio: 1, values: { smallestFall: 0.25 } } as const;
    const sentence = "Only a fall of about three quarters or more would probably have been noticed.";
    expect(said(seriesFixture({ ...setting, interval: { low: 0.4, high: 2.5 } }))).toContain(sentence);
    expect(said(seriesFixture({ ...setting, interval: { low: 0.1, high: 9 } }))).not.toContain("noticed");
  });

  test("says which months are left out", () => {
    expect(said(seriesFixture())).toContain("Left out: June 2020, in which it did not yet hold in full.");
    expect(said(seriesFixture({ values: { phaseIn: 3 } }))).toContain("Left out: 3 months from June 2020 on");
  });

  test("speaks of a month, a year or an adoption as far as they are known", () => {
    const at = (eventDate: string, eventFrom = "effective") =>
      headline(seriesFixture({ values: { eventDate, eventFrom } }));
    expect(at("2020-06")).toContain("after the rule took effect in June 2020");
    expect(at("2020")).toContain("after the rule took effect in 2020");
    expect(at("2020-06-15", "adopted")).toContain("after the rule was adopted on June 15, 2020");
    expect(at("spring")).toContain("in spring");
  });
});

describe("a series that is not tested", () => {
  const reasons = [
    "recording-changed",
    "too-few-months-for-change",
    "too-few-events-for-change",
    "months-missing-for-change",
    "change-not-estimable",
    "code-never-occurs",
  ];

  test.each(reasons)("%s has its own sentence, and what would answer it", (reason) => {
    const text = said(seriesFixture({ parts: { shown: "counts", reason } }));
    expect(text).toContain("cannot be tested");
    expect(text).toContain(en.say(`caveat.${reason}`));
    expect(text).toContain(en.say(`unlock.${reason}`));
    expect(text).not.toMatch(/larger than|expected|undefined/);
    const isBare = reason === "recording-changed" || reason === "code-never-occurs";
    expect(text.includes("the number was 240")).toBe(!isBare);
    expect(text.includes("At best, only a fall of about 30%")).toBe(!isBare);
  });

  test("with all records on one side of the date, nothing is said of how recording stood before", () => {
    const recording = recordingFixture([]);
    const oneSided = { ...recording, values: { ...recording.values, monthsBefore: 0 } };
    expect(headline(oneSided)).toBe(
      "All records lie on one side of the date, so recording before and after cannot be set side by side.",
    );
    const little = {
      ...recording,
      values: { ...recording.values, codesChecked: 1, fieldsChecked: 2, isLittleChecked: 1 },
    };
    expect(said(little)).toContain("1 code that is used often enough for a change to show, in 2 of 4 fields");
    expect(said(little)).toContain("That is little to go by.");
  });

  test("a change of recording that the events file names is named with its date, in the reader's language", () => {
    const values = {
      recordingEvents: "form",
      recordingEvent1: "A new form.",
      recordingEvent1Es: "Un formulario nuevo.",
      recordingEvent1Date: "2020-03",
    };
    const refused = seriesFixture({ values, parts: { shown: "counts", reason: "recording-changed" } });
    expect(headline(refused)).toContain("in this time: “A new form” (March 2020).");
    expect(said(refused, [], openWords("es"))).toContain("«Un formulario nuevo» (marzo de 2020)");
    const recording = recordingFixture([{ key: "form", note: "form-changed" }]);
    const named = { ...recording, values: { ...recording.values, ...values } };
    expect(recordingItems(named, en)).toEqual([
      "The events file says that the way of recording changed: “A new form” (March 2020).",
    ]);
  });

  test("an event without a date has nothing before or after it", () => {
    expect(findingSentence(undatedFixture(), en)).toContain("its date is not known");
  });
});

describe("the groups", () => {
  const interval = { low: 0.6, high: 0.9 };
  const black = { key: "black", before: 120, after: 88, ratio: 0.74, interval, direction: "lower" as Direction };
  const white = { key: "white", before: 80, after: 60, ratio: 0.75, interval, direction: "lower" as Direction };
  const moved = (is: -1 | 0 | 1, low: number, high: number, p = 1) => ({
    ratio: (low + high) / 2,
    interval: { low, high },
    p,
    is,
  });

  test("a ratio that moved is said where both ways of asking agree", () => {
    const fell = groupsFixture([{ ...black, moved: moved(-1, 0.5, 0.8, 0.01) }, white]);
    expect(headline(fell)).toContain(
      "The ratio of Black people to White people fell: it was 0.65 times what it had been",
    );
    const trend = groupsFixture([{ ...black, moved: moved(0, 0.5, 0.8, 0.01) }, white]);
    expect(said(trend)).toContain("no change is claimed");
    expect(said(trend)).not.toContain("people fell");
  });

  test("where all fell and the ratio did not move, both are said", () => {
    expect(headline(groupsFixture([{ ...black, moved: moved(0, 0.85, 1.15) }, white]))).toContain(
      "The number fell for every group that could be tested, and the ratios between them stayed about the same.",
    );
    expect(headline(groupsFixture([{ ...black, moved: moved(0, 0.5, 1.6) }, white]))).toContain(
      "Whether the ratios between them moved cannot be told.",
    );
  });

  test("an interval beside 1 that does not hold among the groups is no change", () => {
    const many = groupsFixture([{ ...black, direction: "cannot-tell", moved: moved(0, 0.5, 0.99, 0.3) }, white]);
    expect(headline(many)).toContain("not enough to say that it moved");
  });

  test("how many have no recorded race stands beside the shares", () => {
    const total = seriesFixture({ values: { before: 240, after: 180 } });
    expect(said(groupsFixture([black, white]), [total])).toContain(
      "Race is not recorded for 40 of 240 before and 32 of 180 after.",
    );
  });
});

describe("the mix", () => {
  const lines = [
    { key: "takedown", before: 80, after: 40, direction: "lower" as Direction },
    { key: "control_hold", before: 30, after: 70, direction: "higher" as Direction },
    { key: "oc_spray_used", before: 9, after: 1, direction: "lower" as Direction, reason: "small-counts" },
    { key: "push_pull_grab", before: 0, after: 50, direction: "higher" as Direction, note: "drift-appears" },
  ];

  test("what fell and what rose stand together, without few counts and codes that came into use", () => {
    const text = said(mixFixture(lines));
    expect(text).toContain("Fell beyond chance: Takedown (from 80 to 40).");
    expect(text).toContain("Rose beyond chance: Control hold or joint lock (from 30 to 70).");
    expect(text).toContain("look at the total before speaking of less force");
    expect(text).toContain("within these months: Push, pull or grab.");
    expect(text).not.toMatch(/chance:[^.]*spray/i);
  });

  test("what fell is set against what rose elsewhere", () => {
    const counts = { targetBefore: 80, targetAfter: 40, othersBefore: 39, othersAfter: 60 };
    const net = (displacement: number, low: number, high: number) =>
      said(mixFixture(lines, { values: { ...counts, displacement, displacementLow: low, displacementHigh: high } }));
    expect(net(-20, -60, 20)).toContain(
      "What the rule is about went from 80 to 40; everything else went from 39 to 60.",
    );
    expect(net(-20, -60.2, 20)).toContain(
      "cannot be told: chance alone could put the change of both together between 61 fewer and 20 more",
    );
    expect(net(-90, -120, -60)).toContain("was not made up for elsewhere: taken together there were 90 fewer");
    expect(net(30, 5, 60)).toContain("Taken together there were 30 more");
  });

  test("nothing is compared across a change in recording", () => {
    const text = said(mixFixture(lines, { parts: { shown: "counts", reason: "recording-changed" } }));
    expect(text).not.toMatch(/Fell|Rose/);
    expect(text).toContain("not compared");
  });
});

test("a change in recording says what was found and what it forbids", () => {
  const finding = rivertonChange.find(({ id }) => id === "change/recording@training/force");
  expect(finding && said(finding)).toMatch(/not compared.*forbids a test of the total.*forbids a test of the groups/);
});

test("in short, each of the three facts goes no further than its finding", () => {
  const event = rivertonChange.filter(({ values }) => values?.event === "neck");
  expect(inShort(event, en)).toEqual({
    total: "fewer than the earlier pattern would have given, beyond the usual ups and downs",
    mix: "Control hold or joint lock and Neck restraint or chokehold fell; Taser pointed rose",
    groups: "the ratios between groups stayed about the same",
  });
  expect(inShort([seriesFixture({ claimLevel: 2 })], en).total).toContain("but something was recorded differently");
  expect(inShort([seriesFixture({ claimLevel: 1, direction: "cannot-tell" })], en).total).toBe(
    "a change cannot be told from chance",
  );
});

test("limits that the words repeat are those of the analysis", () => {
  const path = new URL("../../../analysis/change/change-rules.json", import.meta.url);
  const rules = JSON.parse(readFileSync(path, "utf8"));
  expect(rules.placeboLevel.value).toBe(0.1);
  expect(rules.recordingMonths.value).toBe(6);
  expect(rules.window.value).toBe(12);
  expect(en.say("change.recording.found")).toContain("six months");
  expect(en.say("change.recording.found")).toContain("twelve for missing values");
});

const number = fc.integer({ min: 0, max: 30000 });
const ratio = fc.double({ min: 0.001, max: 60, noNaN: true });
const directions: readonly Direction[] = ["lower", "higher", "about-the-same", "cannot-tell"];

/** Findings of every measure with numbers, directions, levels, dates and refusals of any kind. */
const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    measure: fc.constantFrom("total", "target", "comparison" as const),
    unit: fc.constantFrom("people", "incidents", "reports", "force" as const),
    kind: fc.constantFrom("policy", "practice", "training"),
    date: fc.constantFrom("2020-06-15", "2020-06", "2020"),
    from: fc.constantFrom("effective", "adopted"),
    direction: fc.constantFrom(...directions),
    claimLevel: fc.integer({ min: 1, max: 5 }),
    observed: number,
    expected: fc.double({ min: 0, max: 30000, noNaN: true }),
    ends: fc.tuple(ratio, ratio, ratio).map((values) => values.toSorted((a, b) => a - b)),
    isOpen: fc.boolean(),
    months: fc.integer({ min: 1, max: 60 }),
    placebo: fc.option(
      fc.record({
        placeboP: fc.double({ min: 0, max: 1, noNaN: true }),
        placeboDates: fc.integer({ min: 1, max: 60 }),
      }),
    ),
    smallestFall: fc.option(fc.double({ min: 0.01, max: 0.999, noNaN: true })),
    reason: fc.option(
      fc.constantFrom(
        "recording-changed",
        "too-few-months-for-change",
        "too-few-events-for-change",
        "months-missing-for-change",
        "change-not-estimable",
      ),
    ),
  })
  .map((parts) => {
    const [low = 1, middle = 1, high = 1] = parts.ends;
    return seriesFixture({
      ...parts,
      ratio: middle,
      interval: { low, high: parts.isOpen ? Number.POSITIVE_INFINITY : high },
      months: { before: parts.months, after: parts.months },
      values: {
        eventKind: parts.kind,
        eventDate: parts.date,
        eventFrom: parts.from,
        windowMonths: Math.min(12, parts.months),
        phaseIn: parts.months % 4,
        ...parts.placebo,
        ...(parts.smallestFall === null ? {} : { smallestFall: parts.smallestFall }),
      },
      ...(parts.reason === null ? {} : { parts: { shown: "counts", reason: parts.reason } }),
    });
  });

const forbidden = {
  en: /\b(caus(e|es|ed|ing)|because of|due to|led to|result(s|ed)? in|thanks to|owing to|proves?|proof|bias\w*|intent\w*)\b/i,
  es: /\b(caus(a|as|ado|ada|ó)|debido a|a causa de|gracias a|provoc\w*|demuestra\w*|prueba|sesg\w*|intenci\w*)\b/i,
};
const broken = /NaN|Infinity|∞|undefined|null|\[object|[{}]|(^|[\s(])[-−]0([\s,.;)%]|$)| {2}|\.\./;
const levels = {
  en: {
    2: /larger than the usual/,
    3: /No change in recording|Nothing was recorded/,
    4: /seldom show as much|did not move beyond chance/,
    5: /Agencies without the event did/,
  },
  es: {
    2: /mayor que los altibajos/,
    3: /No se vio ningún cambio|Nada se registró/,
    4: /rara vez muestran tanto|no se movió más allá/,
    5: /Las agencias sin ese hecho no/,
  },
} as const;

describe.each(["en", "es"] as const)("any finding in %s", (language) => {
  const words = openWords(language);

  test("is said in whole sentences without a claim beyond its level", () => {
    fc.assert(
      fc.property(anyFinding, fc.option(anyFinding), (finding, other) => {
        const text = said(finding, other === null ? [] : [other], words);
        expect(text).not.toMatch(forbidden[language]);
        expect(text).not.toMatch(broken);
        expect(text).toMatch(/^[\p{Lu}].*[.]$/u);
        const level = finding.shown === "full" ? Number(finding.values?.claimLevel) : 0;
        const isMoved = ["lower", "higher"].includes(String(finding.values?.direction));
        for (const [step, claim] of Object.entries(levels[language]))
          if (level < Number(step) || !isMoved) expect(text, step).not.toMatch(claim);
        expect(missingSentence(finding, words)).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  test("has the singular of one", () => {
    const one = seriesFixture({ observed: 1, months: { before: 1, after: 1 }, values: { phaseIn: 1 } });
    const refused = seriesFixture({
      values: { windowMonths: 1, after: 1, before: 1 },
      parts: { shown: "counts", reason: "change-not-estimable" },
    });
    const text = [one, refused].map((finding) => said(finding, [], words)).join(" ");
    expect(text).not.toMatch(/\b1 (months|people|meses|personas)\b/);
    expect(text).toMatch(language === "en" ? /1 month after.*1 person/ : /1 mes después.*1 persona/);
  });
});

test("a jump in missing race forbids every comparison of groups", () => {
  const groups = groupsFixture([
    { key: "black", before: 90, after: 60, reason: "recording-changed" },
    { key: "white", before: 80, after: 70, reason: "recording-changed" },
  ]);
  const refused = { ...groups, shown: "counts", reason: "missing-jumps" } as const;
  expect(headline(refused)).toBe(
    "Race is missing much more or much less often than before, so the groups before and after are listed, but not compared.",
  );
  expect(inShort([refused], en).groups).toBe("not compared (race is missing otherwise than before)");
});

test("an event of some agencies names them wherever it is spoken of", () => {
  const values = { eventAgency: "Riverton PD | Harbor PD" };
  expect(headline(seriesFixture({ values }))).toContain(
    "after the rule took effect on June 15, 2020 (Riverton PD and Harbor PD only), officers",
  );
});
