/** Languages in which everything a person sees is written. */
export const languages = ["en", "es"] as const;

export type Language = (typeof languages)[number];
