import { readFileSync } from "node:fs";
import { findCode, isCodeListId, missingReasons, units } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import type { Entry } from "./catalogue.ts";
import { catalogues } from "./catalogues.ts";
import { isWidened } from "./disparity/units-statement.ts";

const { en, es } = catalogues;
const keys = [...new Set([...Object.keys(en), ...Object.keys(es)])];
const templates = (entry: Entry | undefined): readonly string[] =>
  entry === undefined
    ? []
    : typeof entry === "string"
      ? [entry]
      : Object.entries(entry).flatMap(([category, text]) => (category === "by" ? [] : [text]));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").toSorted();
const used = (entry: Entry | undefined) => [...new Set(templates(entry).flatMap(placeholders))].toSorted();

test("there are texts to test", () => {
  expect(keys.length).toBeGreaterThan(300);
});

test("every text is in both languages", () => {
  expect(keys.filter((key) => en[key] === undefined || es[key] === undefined)).toEqual([]);
});

test("the two languages fill the same placeholders", () => {
  // Spanish has no capitalised form of a field: its sentence begins with the verb.
  const names = (entry: Entry | undefined) =>
    [...new Set(used(entry).map((name) => name.toLowerCase()))].toSorted().join();
  const same = (key: string) => names(en[key]) === names(es[key]);
  expect(keys.filter((key) => !same(key))).toEqual([]);
});

test("plurals name their number and have a form for the rest", () => {
  const plural = keys.flatMap((key) => [en[key], es[key]]).filter((entry) => typeof entry === "object");
  expect(plural.length).toBeGreaterThan(40);
  for (const entry of plural) expect(Object.keys(entry)).toEqual(expect.arrayContaining(["by", "one", "other"]));
});

test("no text is empty, and none that should differ is left in English", () => {
  for (const key of keys)
    for (const text of [...templates(en[key]), ...templates(es[key])]) expect(text.trim(), key).not.toBe("");
  const same = keys.filter(
    (key) =>
      JSON.stringify(en[key]) === JSON.stringify(es[key]) &&
      /[a-z]{4}/i.test(
        templates(en[key])
          .join(" ")
          .replaceAll(/\{\w+\}/g, ""),
      ),
  );
  expect(same.toSorted()).toEqual(["measure.hospitalised.title", "page.severity.error"]);
});

// Words that call someone guilty, claim a cause or an intent, or say more than a number can.
const banned = {
  en: /\b(suspects?|offenders?|perp\w*|civilians?|criminals?|caus(e|es|ed|ing)|because of|due to|intent\w*|intend\w*|bias\w*|racist|racism|discriminat\w*|proves?|proof|guilty|led to|result(s|ed)? in|disproportionate\w*)\b/,
  es: /\b(sospechos\w*|delincuentes?|perpetrador\w*|civil(es)?|criminal\w*|caus(a|as|ado|ada|ó)|debido a|a causa de|intenci\w*|sesg\w*|racis\w*|discrimin\w*|demuestra\w*|prueba\w*|culpable\w*|provoc\w*)\b/,
};

test("Black and White are capitalised in English", () => {
  const small = Object.entries(en).filter(([, entry]) =>
    templates(entry).some((text) => /\b(black|white) (people|person|residents?)\b/.test(text)),
  );
  expect(small).toEqual([]);
});

describe.each(["en", "es"] as const)("%s", (language) => {
  const catalogue = catalogues[language];

  test("has no word that says more than a record can", () => {
    const found = Object.entries(catalogue).flatMap(([key, entry]) =>
      templates(entry).flatMap((text) => {
        const match = banned[language].exec(text.toLowerCase());
        return match && !/^letter\./.test(key) ? [`${key}: ${match[0]}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  test("every sentence about a count names its years and its unit", () => {
    const sentences = [
      "share",
      "share.range",
      "share.counts",
      "total",
      "yearly",
      "yearly.long",
      "monthly",
      "by",
      "display",
      "display.none",
    ];
    for (const key of sentences) {
      for (const text of templates(catalogue[`say.${key}`])) {
        expect(text, key).toContain("{years}");
        expect(text, key).toMatch(/\{(reported|known)\}/);
      }
    }
    for (const key of ["coverage", "drift", "drift.none", "missing-race", "link", "explosion"]) {
      for (const text of templates(catalogue[`gap.${key}`])) {
        expect(text, key).toContain("{years}");
        expect(text, key).toMatch(/\{(reported|units|total|n)\}/);
      }
    }
    for (const unit of units) {
      for (const text of [
        ...templates(catalogue[`say.reported.${unit}`]),
        ...templates(catalogue[`say.unit.${unit}`]),
      ]) {
        expect(text, unit).toContain("{n}");
      }
      expect(templates(catalogue[`say.counted.${unit}`]), unit).toHaveLength(1);
    }
  });

  test("a share is never said without its count, and never without what is missing beside it", () => {
    for (const key of ["share", "share.range"]) {
      expect(used(catalogue[`say.${key}`])).toEqual(expect.arrayContaining(["numerator", "years"]));
    }
    expect(used(catalogue["say.missing"])).toEqual(expect.arrayContaining(["n", "percent", "total"]));
  });

  test("has words for every missing reason", () => {
    for (const reason of missingReasons) expect(catalogue[`say.reason.${reason}`], reason).toBeDefined();
  });

  test.each(["caveats", "methods"])("has words for all %s of the analysis", (file) => {
    const ids = Object.keys(JSON.parse(readFileSync(new URL(`../../analysis/${file}.json`, import.meta.url), "utf8")));
    expect(ids.length).toBeGreaterThan(5);
    const prefix = file === "caveats" ? "caveat" : "page.method";
    expect(ids.filter((id) => catalogue[`${prefix}.${id}`] === undefined)).toEqual([]);
  });
});

test("limits that are put into words are those of the analysis", () => {
  const rules = (path: string) => JSON.parse(readFileSync(new URL(`../../analysis/${path}`, import.meta.url), "utf8"));
  const { sameFrom, sameTo, smallCount } = rules("compare/compare-rules.json");
  expect(templates(en["sure.limits"]).join()).toContain(`within ${sameFrom.value} and ${sameTo.value}`);
  expect(templates(en["disparity.compare.small"]).join()).toContain(`fewer than ${smallCount.value} on`);
  const { overdispersedFrom, smallestUnit, fewestOfficers } = rules("questions/unit-rules.json");
  expect(isWidened({ values: { units: overdispersedFrom.value } })).toBe(true);
  expect(isWidened({ values: { units: overdispersedFrom.value - 1 } })).toBe(false);
  expect(templates(en["disparity.units.left-out"]).join()).toContain(`fewer than ${smallestUnit.value} `);
  expect(templates(en["unlock.few-officers"]).join()).toContain(`at least ${fewestOfficers.value} officers`);
});

test("every reason that can stand alone has words for what would answer it", () => {
  const reasons = Object.keys(en).filter((key) => key.startsWith("unlock."));
  expect(reasons.length).toBeGreaterThan(20);
  expect(reasons.filter((key) => en[key.replace("unlock.", "caveat.")] === undefined)).toEqual([]);
});

test("code lists that findings name exist in the standard", () => {
  expect(isCodeListId("force_stage")).toBe(true);
  expect(findCode("force_stage", "point")?.titleEs).toBeTruthy();
});
