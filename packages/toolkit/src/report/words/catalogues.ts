import type { Language } from "@evenhand/standard";
import type { Catalogue, Entry } from "./catalogue.ts";
import enAudit from "./en/audit.json" with { type: "json" };
import enCaveats from "./en/caveats.json" with { type: "json" };
import enChange from "./en/change.json" with { type: "json" };
import enCharts from "./en/charts.json" with { type: "json" };
import enDisparity from "./en/disparity.json" with { type: "json" };
import enFootprint from "./en/footprint.json" with { type: "json" };
import enGap from "./en/gap.json" with { type: "json" };
import enGlossary from "./en/glossary.json" with { type: "json" };
import enIssues from "./en/issues.json" with { type: "json" };
import enLetter from "./en/letter.json" with { type: "json" };
import enMeasures from "./en/measures.json" with { type: "json" };
import enPage from "./en/page.json" with { type: "json" };
import enPolicy from "./en/policy.json" with { type: "json" };
import enRegister from "./en/register.json" with { type: "json" };
import enReview from "./en/review.json" with { type: "json" };
import enSentences from "./en/sentences.json" with { type: "json" };
import enSure from "./en/sure.json" with { type: "json" };
import enUnlock from "./en/unlock.json" with { type: "json" };
import enVersions from "./en/versions.json" with { type: "json" };
import esAudit from "./es/audit.json" with { type: "json" };
import esCaveats from "./es/caveats.json" with { type: "json" };
import esChange from "./es/change.json" with { type: "json" };
import esCharts from "./es/charts.json" with { type: "json" };
import esDisparity from "./es/disparity.json" with { type: "json" };
import esFootprint from "./es/footprint.json" with { type: "json" };
import esGap from "./es/gap.json" with { type: "json" };
import esGlossary from "./es/glossary.json" with { type: "json" };
import esIssues from "./es/issues.json" with { type: "json" };
import esLetter from "./es/letter.json" with { type: "json" };
import esMeasures from "./es/measures.json" with { type: "json" };
import esPage from "./es/page.json" with { type: "json" };
import esPolicy from "./es/policy.json" with { type: "json" };
import esRegister from "./es/register.json" with { type: "json" };
import esReview from "./es/review.json" with { type: "json" };
import esSentences from "./es/sentences.json" with { type: "json" };
import esSure from "./es/sure.json" with { type: "json" };
import esUnlock from "./es/unlock.json" with { type: "json" };
import esVersions from "./es/versions.json" with { type: "json" };

const files = {
  en: {
    audit: enAudit,
    caveat: enCaveats,
    change: enChange,
    chart: enCharts,
    disparity: enDisparity,
    footprint: enFootprint,
    gap: enGap,
    glossary: enGlossary,
    issue: enIssues,
    letter: enLetter,
    measure: enMeasures,
    page: enPage,
    policy: enPolicy,
    register: enRegister,
    review: enReview,
    say: enSentences,
    sure: enSure,
    unlock: enUnlock,
    versions: enVersions,
  },
  es: {
    audit: esAudit,
    caveat: esCaveats,
    change: esChange,
    chart: esCharts,
    disparity: esDisparity,
    footprint: esFootprint,
    gap: esGap,
    glossary: esGlossary,
    issue: esIssues,
    letter: esLetter,
    measure: esMeasures,
    page: esPage,
    policy: esPolicy,
    register: esRegister,
    review: esReview,
    say: esSentences,
    sure: esSure,
    unlock: esUnlock,
    versions: esVersions,
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
