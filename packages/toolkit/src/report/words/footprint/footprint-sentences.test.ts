import type { Finding, Language } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import {
  childrenFindingOf,
  footprintVariants,
  respondersFinding,
  rivertonFootprint,
  situationGroupsFinding,
  situationsFinding,
  whatIfFinding,
} from "../../fixtures/footprint-findings.ts";
import { mainSentences } from "../../main-sentences.ts";
import { whatIfSteps } from "../../what-if/what-if-steps.ts";
import { findingSentence } from "../finding-sentence.ts";
import { missingSentence } from "../missing-sentence.ts";
import { openWords } from "../words.ts";
import { footprintStatement } from "./footprint-statement.ts";
import { mainFootprint } from "./main-footprint.ts";

const en = openWords("en");
const say = (finding: Finding, language: Language = "en") => footprintStatement(finding, openWords(language));

describe("the words of a band", () => {
  test("name both counts, both definitions and both shares, and no chance", () => {
    expect(findingSentence(situationsFinding(), en)).toBe(
      "In 2019–2021, between 80 and 128 of the 400 incidents with force (20% to 32%) began in a mental-health call: 80 by what the contact was for, 128 when what officers perceived is counted too.",
    );
    expect(findingSentence(situationsFinding(), openWords("es"))).toBe(
      "En 2019–2021, entre 80 y 128 de los 400 incidentes con uso de la fuerza (20% a 32%) empezaron en una llamada por salud mental. Son 80 según el motivo del contacto, y 128 si se cuenta también lo que percibieron los agentes.",
    );
  });

  test("say what is not recorded, what may be more, and what cannot be told apart", () => {
    const more = say(situationsFinding({ told: "part" }))?.more ?? [];
    expect(more).toContain("The records do not say where it happened, so nothing can be said of schools.");
    expect(more).toContain(
      "The records do not say what officers perceived, so more may belong to mental-health calls than is counted here.",
    );
    expect(more).toContain(
      "The records do not tell which contacts were of the kind “Noise complaint”. It can be anything from none to all of the 20.",
    );
    expect(say(situationsFinding({ told: "part" }))?.headline).toMatch(/, by what the contact was for\.$/);
  });

  test("a kind that no record carries is no zero", () => {
    const more = say(situationsFinding({ told: "never" }))?.more.join(" ") ?? "";
    expect(more).toContain("No record carries a code for mental-health calls. The form may have no word for it");
  });

  test("by group: the two groups with the most force, by count; small groups have no share", () => {
    const statement = say(situationGroupsFinding());
    expect(statement?.headline).toBe(
      "In 2019–2021, between 31 and 53 of the 220 Black people on whom force was used (14% to 24%) met it in a mental-health call. Of the 150 White people, between 48 and 71 did (32% to 47%).",
    );
    expect(statement?.after).toContain("Groups of fewer than 10 have no share.");
    expect(statement?.after).toContain("27 people with no recorded group are in no row.");
  });

  test("children: in and out of school, or nothing of schools where no place is recorded", () => {
    expect(say(childrenFindingOf(40))?.headline).toBe(
      "In 2019–2021, force was used on 40 people under 18: 10 at a school, 28 elsewhere, and 2 at a place that is not known.",
    );
    expect(say(childrenFindingOf(40, { isPlaced: false }))?.more[0]).toMatch(/nothing can be said of schools/);
    expect(say(childrenFindingOf(0))?.headline).toMatch(/no person under 18/);
  });

  test("responders: their own account, never beside police’s", () => {
    const { headline = "", more = [] } = say(respondersFinding) ?? {};
    expect(headline).toContain("1,200 calls from January 1, 2020 to December 31, 2020");
    expect(headline).toContain("15 of them (1.3%)");
    expect(more.at(-1)).toMatch(/must not be set side by side/);
  });
});

describe("the words of a what-if", () => {
  test("give the sum and its range, and no forecast", () => {
    const { headline = "", more } = say(whatIfFinding()) ?? {};
    expect(headline).toContain(
      "If 30 of 100 of these contacts had met a different response, and police had been called to 10 of 100 of those, about 26 to 39 of the 465 people (range 18 to 51) would, by this sum, not have met force.",
    );
    expect(more).toEqual([
      "This is arithmetic on past records and no forecast. It holds only as far as what it assumes, which is listed with it.",
    ]);
  });

  test("the steps can be worked out again by hand", () => {
    const steps = whatIfSteps(whatIfFinding(), en);
    expect(steps).toContain("Narrow definition: 95 × 0.3 × (1 − 0.1) × 1 = 25.7, so about 26.");
    expect(steps).toContain("Wide definition: 145 × 0.3 × (1 − 0.1) × 1 = 39.2, so about 39.");
    for (const step of steps) {
      const [, count, share, backup, risk, product] =
        /([\d.]+) × ([\d.]+) × \(1 − ([\d.]+)\) × ([\d.]+) = ([\d.]+)/.exec(step)?.map(Number) ?? [];
      if (count !== undefined)
        expect(count * (share ?? 0) * (1 - (backup ?? 0)) * (risk ?? 0)).toBeCloseTo(product ?? 0, 0);
    }
    expect(steps.filter((step) => step.includes("×"))).toHaveLength(2);
  });

  const ratio = (changes: readonly [number, number]) =>
    say(whatIfFinding({ changes }))?.after.find((text) => text.includes("Black people"));
  test("say which way a ratio would go, and only for groups with at least 20", () => {
    expect(ratio([1.05, 1.07])).toBe("The ratio of Black people to White people would rise by about 5% to 7%.");
    expect(ratio([0.95, 0.9])).toBe("The ratio of Black people to White people would fall by about 5% to 10%.");
    expect(ratio([1.001, 1.002])).toMatch(/would hardly change/);
    expect(ratio([0.97, 1.02])).toMatch(/either way: from 3\.0% lower to 2\.0% higher/);
    expect(say(whatIfFinding())?.after.join(" ")).not.toContain("Asian");
    expect(say(whatIfFinding())?.after.join(" ")).toMatch(/fewer than 20/);
  });
});

describe("among the main sentences", () => {
  test("at most one, of mental-health calls by incident", () => {
    const said = mainSentences(rivertonFootprint, "en").filter((text) => text.includes("mental-health"));
    expect(said).toEqual([findingSentence(situationsFinding(), en)]);
  });

  test("the lead stands in where mental-health calls are few; none where all are, or little is known", () => {
    expect(mainFootprint([situationsFinding({ told: "never" })])?.lead).toBe("traffic_stop");
    expect(mainFootprint([situationsFinding({ total: 90 })])).toBeUndefined();
    expect(mainFootprint([{ ...situationsFinding(), shown: "counts" }])).toBeUndefined();
    expect(mainFootprint([])).toBeUndefined();
  });
});

const forbidden: Readonly<Record<Language, RegExp>> = {
  en: /\b(caus(e|es|ed|ing)|proves?|proof|bias\w*|racis\w*|suspects?|civilians?|offenders?|intent\w*|guilty|discriminat\w*|will|confidence|likely between)\b/i,
  es: /\b(caus(a|as|ado|ada|an|ó)|debido a|demuestra\w*|prueba|sesg\w*|racis\w*|sospechos\w*|civil(es)?|delincuentes?|intenci\w*|culpable\w*|discrimin\w*|confianza)\b/i,
};

describe.each(["en", "es"] as const)("all sentences in %s", (language) => {
  const words = openWords(language);
  const texts = [
    ...new Set(
      footprintVariants.flatMap((finding) => {
        const statement = footprintStatement(finding, words);
        const steps = finding.measure === "what-if" ? whatIfSteps(finding, words) : [];
        return [findingSentence(finding, words), ...(statement?.more ?? []), ...(statement?.after ?? []), ...steps];
      }),
    ),
  ];
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!][)”»]?)\s+(?=[\p{Lu}“«¿\d])/u));

  test("there are many", () => expect(texts.length).toBeGreaterThan(300));
  test("claim no more than a record can", () => {
    expect(texts.filter((text) => forbidden[language].test(text))).toEqual([]);
  });
  test("leave nothing unfilled", () => {
    const broken = /NaN|Infinity|undefined|null|\[object|[{}]| {2}|\.\.| ,|\(\)/;
    expect(texts.filter((text) => broken.test(text) || !/[.?]$/.test(text) || !/^[\p{Lu}\d“«¿]/u.test(text))).toEqual(
      [],
    );
  });
  test("are at most 45 words long", () => {
    expect(sentences.filter((text) => text.split(/\s+/).length > 45)).toEqual([]);
  });
  test("headlines name their years and a count", () => {
    const years = language === "en" ? /^In 2019–2021, / : /^En 2019–2021, /;
    const headlines = footprintVariants
      .filter(({ shown, measure }) => shown !== "cannot-say" && measure !== "responders")
      .map((finding) => findingSentence(finding, words));
    expect(headlines.filter((text) => !years.test(text))).toEqual([]);
  });
  test("what is missing is said by the statement alone", () => {
    expect(footprintVariants.flatMap((finding) => missingSentence(finding, words) ?? [])).toEqual([]);
  });
});
