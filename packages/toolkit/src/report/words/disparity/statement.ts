/**
 * What a finding says: one or two sentences that stand as its heading; what belongs beside them (the reference, what the
 * comparison asks and its flaw); and what may follow the chart (the other groups, sources).
 */
export type Statement = {
  readonly headline: string;
  readonly more: readonly string[];
  readonly after: readonly string[];
};

/** Joins the sentences that are there. */
export const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" ");

/** Only the texts that are there. */
export const present = (...parts: readonly (string | undefined)[]): readonly string[] =>
  parts.flatMap((part) => (part === undefined || part === "" ? [] : [part]));
