import type { Language } from "@evenhand/standard";
import { localeByLanguage } from "@evenhand/toolkit/report/words/locale";
import english from "./en.json" with { type: "json" };
import spanish from "./es.json" with { type: "json" };

export type SiteKey = keyof typeof english;

const catalogues: Readonly<Record<Language, Readonly<Record<SiteKey, string>>>> = { en: english, es: spanish };

/** What the site says around its findings, with `{name}` places filled. */
export type SiteSay = (key: SiteKey, places?: Readonly<Record<string, string | number>>) => string;

/** Words of one language. */
export function siteWords(language: Language): SiteSay {
  const numbers = new Intl.NumberFormat(localeByLanguage[language]);
  return (key, places = {}) =>
    catalogues[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = places[name];
      return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
    });
}
