import type { Language } from "@evenhand/standard";

/** Locale whose number and date habits a reader in the United States expects. */
export const localeByLanguage: Readonly<Record<Language, string>> = { en: "en-US", es: "es-US" };
