import type { Language } from "../arguments.ts";
import english from "./en.json" with { type: "json" };
import spanish from "./es.json" with { type: "json" };

export type WordKey = keyof typeof english;

const catalogues: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en: english, es: spanish };

/** What the command line says, in the user's language, with `{name}` places filled. */
export type Say = (key: WordKey, places?: Readonly<Record<string, string | number>>) => string;

/** Words of one language. An unknown place in a text is left as it is, so that a test can find it. */
export const speaker = (language: Language): Say => {
  const numbers = new Intl.NumberFormat(language);
  return (key, places = {}) =>
    catalogues[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = places[name];
      return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
    });
};
