import type { Language } from "@evenhand/standard";
import type { Catalogue, Entry } from "./catalogue.ts";
import enAudit from "./en/audit.json" with { type: "json" };
import enCaveats from "./en/caveats.json" with { type: "json" };
import enCharts from "./en/charts.json" with { type: "json" };
import enDisparity from "./en/disparity.json" with { type: "json" };
import enGap from "./en/gap.json" with { type: "json" };
import enGlossary from "./en/glossary.json" with { type: "json" };
import enIssues from "./en/issues.json" with { type: "json" };
import enLetter from "./en/letter.json" with { type: "json" };
import enMeasures from "./en/measures.json" with { type: "json" };
import enPage from "./en/page.json" with { type: "json" };
import enSentences from "./en/sentences.json" with { type: "json" };
import enSure from "./en/sure.json" with { type: "json" };
import enUnlock from "./en/unlock.json" with { type: "json" };
import esAudit from "./es/audit.json" with { type: "json" };
import esCaveats from "./es/caveats.json" with { type: "json" };
import esCharts from "./es/charts.json" with { type: "json" };
import esDisparity from "./es/disparity.json" with { type: "json" };
import esGap from "./es/gap.json" with { type: "json" };
import esGlossary from "./es/glossary.json" with { type: "json" };
import esIssues from "./es/issues.json" with { type: "json" };
import esLetter from "./es/letter.json" with { type: "json" };
import esMeasures from "./es/measures.json" with { type: "json" };
import esPage from "./es/page.json" with { type: "json" };
import esSentences from "./es/sentences.json" with { type: "json" };
import esSure from "./es/sure.json" with { type: "json" };
import esUnlock from "./es/unlock.json" with { type: "json" };

const files = {
  en: {
    audit: enAudit,
    caveat: enCaveats,
    chart: enCharts,
    disparity: enDisparity,
    gap: enGap,
    glossary: enGlossary,
    issue: enIssues,
    letter: enLetter,
    measure: enMeasures,
    page: enPage,
    say: enSentences,
    sure: enSure,
    unlock: enUnlock,
  },
  es: {
    audit: esAudit,
    caveat: esCaveats,
    chart: esCharts,
    disparity: esDisparity,
    gap: esGap,
    glossary: esGlossary,
    issue: esIssues,
    letter: esLetter,
    measure: esMeasures,
    page: esPage,
    say: esSentences,
    sure: esSure,
    unlock: esUnlock,
  },
} satisfies Record<Language, Record<string, Readonly<Record<string, Entry>>>>;

function joined(parts: Readonly<Record<string, Readonly<Record<string, Entry>>>>): Catalogue {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([file, entries]) =>
      Object.entries(entries).map(([key, entry]) => [`${file}.${key}`, entry] as const),
    ),
  );
}

/** Every text of the report and the letter, by language; a key is `<file>.<key in the file>`, such as `page.skip`. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en: joined(files.en), es: joined(files.es) };
