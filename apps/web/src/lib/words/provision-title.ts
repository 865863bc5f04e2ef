import type { Language } from "@evenhand/standard";
import titles from "./provision-titles.json" with { type: "json" };

type Titles = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** A question of the audit in two or three words, where a sentence does not fit; undefined for a question without any. */
export const provisionTitle = (id: string, language: Language): string | undefined =>
  (titles as Titles)[id]?.[language];
