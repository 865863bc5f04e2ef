import { type BenchmarkKind, benchmarkKinds, type Finding, type Language, units } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { seriesFixture } from "../fixtures/change-findings.ts";
import {
  funnelFinding,
  missingRatioFinding,
  missingShareFinding,
  type Outcome,
  officersFinding,
  outcomes,
  placesFinding,
  rateFinding,
  stopBiasFinding,
  strengthFinding,
  treatmentFinding,
} from "../fixtures/disparity-findings.ts";
import { footprintVariants } from "../fixtures/footprint-findings.ts";
import { rivertonChange, rivertonEvents } from "../fixtures/riverton-events.ts";
import { howSure } from "../page/how-sure.ts";
import { whatIfSteps } from "../what-if/what-if-steps.ts";
import type { Entry } from "./catalogue.ts";
import { catalogues } from "./catalogues.ts";
import { changeStatement } from "./change/change-statement.ts";
import { mainChangeSentence } from "./change/main-change.ts";
import { otherEventsSentence } from "./change/other-events.ts";
import { recordingItems } from "./change/recording-statement.ts";
import { disparityStatement } from "./disparity/disparity-statement.ts";
import { findingSentence } from "./finding-sentence.ts";
import { footprintStatement } from "./footprint/footprint-statement.ts";
import { missingSentence } from "./missing-sentence.ts";
import { openWords, type Words } from "./words.ts";

const levelsOfMissing = [0, 300, 1500, 2600, 6000];
const all: readonly Outcome[] = Object.values(outcomes);
const clear = all.filter(({ direction, reason }) => reason === undefined && /higher|lower/.test(direction));
const treatments = [
  "firearm-pointed",
  "taser-used",
  "struck",
  "neck-restraint",
  "police-dog",
  "injured",
  "hospitalised",
  "arrested",
  "deescalation-used",
  "something-new",
];

const rates: readonly Finding[] = all.flatMap((outcome) =>
  units.flatMap((unit) =>
    levelsOfMissing.flatMap((missing) => [
      ...benchmarkKinds.map((kind: BenchmarkKind) => rateFinding(outcome, { unit, kind, missing })),
      rateFinding(outcome, { unit, missing, reference: "everybody-else" }),
    ]),
  ),
);
const countsOnly = { shown: "counts", reason: "few-events" } as const;
const undated = ({ years: _, ...finding }: Finding): Finding => finding;
const bare = ({ lead: _, numerator: __, values: ___, ...finding }: Finding): Finding => ({
  ...finding,
  rows: finding.rows.map(({ key, count }) => (count === undefined ? { key } : { key, count })),
  shown: "counts",
  reason: "suppressed-small-count",
});
const others: readonly Finding[] = [
  ...all.flatMap((outcome) =>
    levelsOfMissing.flatMap((missing) => [
      ...treatments.map((measure) => treatmentFinding(outcome, measure, { missing })),
      placesFinding(outcome, 0.6, { missing }),
      placesFinding(outcome, 1.03, { missing, reference: "white" }),
    ]),
  ),
  ...placesRemaining().map((remaining) => placesFinding(outcomes.higher ?? { direction: "none" }, remaining)),
  ...units.flatMap((unit) => [missingShareFinding({ unit }), missingShareFinding({ unit, parts: countsOnly })]),
  ...benchmarkKinds.flatMap((kind) => [
    missingRatioFinding({ low: 0.6, high: 4.1 }, 0.45, { kind }),
    missingRatioFinding({ low: 1.4, high: Number.POSITIVE_INFINITY }, undefined, { kind }),
    ...clear.map((outcome) => strengthFinding(outcome, { kind })),
  ]),
  ...units.flatMap((unit) => [stopBiasFinding(0.55, { unit }), stopBiasFinding(0, { unit })]),
  ...[0, 1, 5].flatMap((n) => [funnelFinding(n), officersFinding(n)]),
];
const special: readonly Finding[] = [
  undated({
    ...rateFinding(outcomes.higher ?? { direction: "none" }),
    caveats: ["rate-of-whole-file", "people-lower-bound"],
  }),
  { ...rateFinding(outcomes.higher ?? { direction: "none" }), ...countsOnly },
];
const findings: readonly Finding[] = [...rates, ...others, ...special];
const blanked: readonly Finding[] = [...others, ...special].map(bare);

/** Findings about events: those of Riverton, and series of each unit, kind of event, direction, level and refusal. */
const changes: readonly Finding[] = [
  ...rivertonChange,
  ...units.flatMap((unit) =>
    (["total", "target", "comparison"] as const).flatMap((measure) =>
      ["policy", "practice", "training"].flatMap((eventKind) =>
        ["effective", "adopted"].flatMap((eventFrom) => {
          const setting = { unit, measure, values: { eventKind, eventFrom, placeboP: 0.3, placeboDates: 20 } };
          return [
            ...[2, 3, 4, 5].map((claimLevel) => seriesFixture({ ...setting, claimLevel })),
            seriesFixture({
              ...setting,
              direction: "higher",
              claimLevel: 3,
              ratio: 3.2,
              interval: { low: 2.1, high: 5 },
            }),
            seriesFixture({
              ...setting,
              direction: "about-the-same",
              claimLevel: 1,
              interval: { low: 0.9, high: 1.1 },
            }),
            seriesFixture({ ...setting, direction: "cannot-tell", claimLevel: 1, interval: { low: 0.4, high: 1.9 } }),
            ...["recording-changed", "too-few-events-for-change", "months-missing-for-change"].map((reason) =>
              seriesFixture({ ...setting, parts: { shown: "counts", reason } }),
            ),
          ];
        }),
      ),
    ),
  ),
];

/** Findings about situations, and the steps of what-ifs. */
function footprintTexts(finding: Finding, words: Words): readonly string[] {
  const { more = [], after = [] } = footprintStatement(finding, words) ?? {};
  const steps = finding.measure === "what-if" ? whatIfSteps(finding, words) : [];
  return [findingSentence(finding, words), ...more, ...after, ...steps];
}

function changeTexts(finding: Finding, words: Words): readonly string[] {
  const ofEvent = changes.filter(({ values }) => values?.event === finding.values?.event).slice(0, 20);
  const { headline, more = [], after = [] } = changeStatement(finding, words, ofEvent) ?? {};
  return [
    findingSentence(finding, words),
    ...(headline === undefined ? [] : [headline]),
    ...more.filter((text) => !text.endsWith(":")),
    ...after,
    ...(finding.measure === "recording" ? recordingItems(finding, words) : []),
    ...(finding.shown === "full" && finding.measure === "total" ? [mainChangeSentence(finding, ofEvent, words)] : []),
    otherEventsSentence(finding, rivertonEvents, words),
  ];
}

function placesRemaining(): readonly number[] {
  return [-0.2, 0, 0.004, 0.31, 0.995, 1, 1.4];
}

function texts(finding: Finding, words: Words): readonly string[] {
  const statement = disparityStatement(finding, words);
  const missing = missingSentence(finding, words);
  return [
    findingSentence(finding, words),
    ...(missing === undefined ? [] : [missing]),
    ...(statement?.more ?? []),
    ...(statement?.after ?? []),
  ];
}

const sureTexts = (finding: Finding, words: Words): readonly string[] =>
  [...(howSure(finding, words)?.markup ?? "").matchAll(/<p>(.*?)<\/p>/g)].map(([, text = ""]) =>
    text.replaceAll("&#39;", "'"),
  );

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!][)”»]?)\s+(?=[\p{Lu}“«¿\d])/u);
const distinct = (
  language: Language,
  made: typeof texts = texts,
  of: readonly Finding[] = [...findings, ...blanked],
): readonly string[] => {
  const words = openWords(language);
  return [...new Set(of.flatMap((finding) => made(finding, words)))];
};
const templates = (entry: Entry | undefined): readonly string[] =>
  entry === undefined
    ? []
    : typeof entry === "string"
      ? [entry]
      : Object.entries(entry).flatMap(([category, text]) => (category === "by" ? [] : [text]));

const forbidden: Readonly<Record<Language, RegExp>> = {
  en: /\b(caus(e|es|ed|ing)|because of (their )?race|proves?|proven|proof|bias(ed)?|racis(t|m)|explain(s|ed)?( away| by)?|suspects?|civilians?|offenders?|perpetrators?|intent\w*|guilty|discriminat\w*)\b/i,
  es: /\b(caus(a|as|ado|ada|an|ó|aron)|debido a|por su raza|demuestra\w*|prueba|sesg\w*|racis\w*|explica\w*|sospechos\w*|civil(es)?|delincuentes?|perpetrador\w*|intenci\w*|culpable\w*|discrimin\w*)\b/i,
};
const withoutCommands = (text: string): string => text.replaceAll(/evenhand explain \S+ RELEASE/g, "");

describe.each(["en", "es"] as const)("sentences in %s", (language) => {
  const words = openWords(language);
  const said = [
    ...distinct(language),
    ...distinct(language, changeTexts, changes),
    ...distinct(language, footprintTexts, footprintVariants),
  ];
  const sure = distinct(language, sureTexts, [...others, ...special]);

  test("there are many to walk", () => {
    expect(findings.length).toBeGreaterThan(3000);
    expect(said.length).toBeGreaterThan(2000);
    expect(sure.length).toBeGreaterThan(30);
  });

  test("no template and no sentence claims more than a record can", () => {
    const written = Object.entries(catalogues[language])
      .filter(([key]) => !key.startsWith("letter."))
      .flatMap(([, entry]) => templates(entry));
    expect([...written, ...said, ...sure].filter((text) => forbidden[language].test(withoutCommands(text)))).toEqual(
      [],
    );
  });

  test("nothing is left unfilled, and nothing that is no number is shown as one", () => {
    const broken = /NaN|Infinity|∞|undefined|null|\[object|[{}]|(^|[\s(])[-−]0([\s,.;)%]|$)| {2}|\.\./;
    expect([...said, ...sure].filter((text) => broken.test(text))).toEqual([]);
  });

  test("every sentence ends, and begins with a large letter or a number", () => {
    expect([...said, ...sure].filter((text) => !/[.?]$/.test(text))).toEqual([]);
    expect([...said, ...sure].filter((text) => !/^[\p{Lu}\d“«¿]/u.test(text))).toEqual([]);
  });

  test("no sentence is longer than 45 words", () => {
    const long = [...said, ...sure].flatMap(sentencesOf).filter((text) => text.split(/\s+/).length > 45);
    expect(long).toEqual([]);
  });

  test("a ratio whose interval holds 1 is never put as more or less", () => {
    const compares =
      language === "en"
        ? /\btimes (the|that)\b|\babout (half|an? \w+ of|\w+ (thirds|quarters) of|[\d.]+% of) the\b/
        : /\bveces la\b|\bcerca de (la mitad|un \S+|tres cuartos|dos tercios) de la\b/;
    const holds = [...rates, ...others].filter(({ question, rows, lead }) => {
      const compared = rows.find(({ key }) => key === lead)?.compared;
      const interval = (question === "places" ? compared?.adjusted : compared?.ratio)?.interval;
      return ["rates", "treatment", "places"].includes(question) && interval && interval.low <= 1 && interval.high >= 1;
    });
    expect(holds.length).toBeGreaterThan(500);
    expect(
      [...new Set(holds.map((finding) => findingSentence(finding, words)))].filter((text) => compares.test(text)),
    ).toEqual([]);
    const higher = findingSentence(rateFinding(outcomes.higher ?? { direction: "none" }), words);
    expect(higher).toMatch(compares);
  });

  test("a small count, and what the missing could turn round, is never put as more or less", () => {
    const doubtful = [...rates, ...others].filter(({ rows, lead }) =>
      ["small-counts", "missing-could-change-it", "no-group-comparison"].includes(
        rows.find(({ key }) => key === lead)?.compared?.reason ?? "",
      ),
    );
    const bold = language === "en" ? /^[^.]*That is [\d.]+ times|That is about/ : /\bEs [\d.]+ veces|Es cerca/;
    const sentences = doubtful
      .filter(({ question }) => question === "rates" || question === "treatment")
      .map((finding) => findingSentence(finding, words));
    expect(sentences.length).toBeGreaterThan(200);
    expect([...new Set(sentences)].filter((text) => bold.test(text))).toEqual([]);
  });

  test("every headline with a ratio names its years, its count and what that is set against", () => {
    const years = language === "en" ? /^In (2019–2021|the files)/ : /^En (2019–2021|los archivos)/;
    const against =
      language === "en"
        ? /for every [\d,]+|, of [\d,]+|areas compared|set against/
        : /por cada [\d,]+|, de [\d,]+|zonas comparadas|en relación con/;
    const noun =
      language === "en"
        ? /people|residents|uses of force|reports|incidents/
        : /personas|usos de la fuerza|informes|incidentes/;
    const compared = findings.filter(({ question, lead, rows, shown }) => {
      const row = rows.find(({ key }) => key === lead);
      return row?.compared?.ratio !== undefined && shown !== "counts" && !question.startsWith("units");
    });
    expect(compared.length).toBeGreaterThan(2000);
    for (const finding of compared) {
      const headline = findingSentence(finding, words);
      expect(headline, finding.id).toMatch(years);
      expect(headline, finding.id).toMatch(against);
      expect(headline, finding.id).toMatch(noun);
      expect(headline, finding.id).toContain("3,586");
    }
  });

  test("where more than 20 in 100 are missing, the range comes before the ratio", () => {
    const higher = outcomes.higher ?? { direction: "none" };
    const headline = findingSentence(rateFinding(higher, { missing: 2600 }), words);
    expect(headline.indexOf("4.4")).toBeGreaterThan(0);
    expect(headline.indexOf("4.4")).toBeLessThan(headline.indexOf("2.7"));
  });

  test("an interval without an upper end says so", () => {
    const open = outcomes["small-open"] ?? { direction: "none" };
    expect(findingSentence(rateFinding(open), words)).toContain(
      language === "en" ? "no upper limit" : "sin límite superior",
    );
  });
});

const syllables = (word: string): number => {
  const lower = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  const silent = lower.replace(/(?:[^laeiouy]es|[^laeiouydt]ed|[^laeiouy]e)$/, "");
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 0);
};

/** Flesch–Kincaid grade level (Kincaid and others 1975): 0.39·words per sentence + 11.8·syllables per word − 15.59. */
function readingGrade(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.split(/[\s–]+/).filter((word) => /[a-z]/i.test(word)));
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59;
}

test("the reading grade of the English sentences stays low", () => {
  const headlines = distinct("en", (finding, words) => [findingSentence(finding, words)], findings).flatMap(
    sentencesOf,
  );
  const beside = distinct("en").flatMap(sentencesOf);
  const sure = distinct("en", sureTexts, [...others, ...special]).flatMap(sentencesOf);
  const change = distinct("en", changeTexts, changes).flatMap(sentencesOf);
  expect(readingGrade(["The cat sat on the mat."])).toBeLessThan(1);
  expect(readingGrade(headlines)).toBeLessThan(9);
  expect(readingGrade(beside)).toBeLessThan(9);
  expect(readingGrade(sure)).toBeLessThan(10);
  expect(readingGrade(change)).toBeLessThan(9);
  const footprint = distinct("en", footprintTexts, footprintVariants).flatMap(sentencesOf);
  expect(readingGrade(footprint)).toBeLessThan(9);
});
