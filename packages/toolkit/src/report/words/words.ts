import type { Language } from "@evenhand/standard";
import type { Entry } from "./catalogue.ts";
import { catalogues } from "./catalogues.ts";
import { type Formats, formats } from "./formats.ts";

/** Values for the placeholders of a template. Numbers are written in the reader's language; texts are taken as they are. */
export type Values = Readonly<Record<string, string | number>>;

/** Everything needed to speak to a reader in one language. */
export type Words = Formats & {
  readonly language: Language;
  readonly has: (key: string) => boolean;
  /** The text of `key` with its placeholders filled. Throws `invalid key` or `invalid template` when one is not there. */
  readonly say: (key: string, values?: Values) => string;
};

const placeholder = /\{(\w+)\}/g;

function template(entry: Entry, values: Values, plural: (count: number) => string): string {
  if (typeof entry === "string") return entry;
  const count = values[entry.by];
  if (typeof count !== "number") throw new RangeError(`invalid values; ${entry.by} must be a number: ${count}`);
  return entry[plural(count)] ?? entry.other ?? "";
}

/**
 * Opens the catalogue of a language. Texts are data (`words/<language>/*.json`); plural rules, numbers, dates and lists
 * come from `Intl`. Not for text that an agency wrote: that is shown as published.
 *
 * @example openWords("en").say("unit.people", { n: 2 }) // "2 people"
 */
export function openWords(language: Language): Words {
  const catalogue = catalogues[language];
  const format = formats(language);
  return {
    ...format,
    language,
    has: (key) => Object.hasOwn(catalogue, key),
    say: (key, values = {}) => {
      const entry = catalogue[key];
      if (entry === undefined) throw new RangeError(`invalid key; not in the ${language} catalogue: ${key}`);
      return template(entry, values, format.plural).replace(placeholder, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`invalid values; ${key} needs ${name}`);
        return typeof value === "number" ? format.number(value) : value;
      });
    },
  };
}
