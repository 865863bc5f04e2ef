import caveats from "./caveats.json" with { type: "json" };
import methods from "./methods.json" with { type: "json" };

/** Id of something a reader must know beside a figure; `caveats.json` says what it means. */
export type CaveatId = keyof typeof caveats;

/** Name of a method; `methods.json` says what it does, and `docs/methods` has its page. */
export type MethodId = keyof typeof methods;

/** What each caveat means, in plain English. The report has its own words in each language. */
export const caveatMeanings: Readonly<Record<string, string>> = caveats;

/** What each method does, in one line. */
export const methodMeanings: Readonly<Record<string, string>> = methods;
