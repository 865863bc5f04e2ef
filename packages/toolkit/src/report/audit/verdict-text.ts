import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { AnsweredRule } from "./audit-page.ts";

type Verdict = AnsweredRule["verdict"];

const symbols: Readonly<Record<Verdict, string>> = {
  required: "✓",
  qualified: "~",
  contradicted: "✗",
  silent: "–",
  "cannot-tell": "?",
  "covered-elsewhere": "→",
};

/** Every verdict, in the order in which a reader meets them. */
export const verdictOrder = Object.keys(symbols) as readonly Verdict[];

/** The symbol of a verdict, or of readers who differ. It is only for the eye: the words stand beside it or in a legend. */
export const standingSymbol = (standing: Verdict | "readers-differ"): string =>
  standing === "readers-differ" ? "≠" : symbols[standing];

/** A text that begins with the symbol of a verdict, or of readers who differ. */
export const withSymbol = (standing: Verdict | "readers-differ", text: string): Html =>
  html`<span class="symbol" aria-hidden="true">${standingSymbol(standing)}</span>${text}`;

/** The verdict in words. */
export const verdictTitle = (verdict: Verdict, words: Words): string => words.say(`audit.verdict.${verdict}`);

/** The answer that stands in words, or that readers differ. */
export const standingTitle = (standing: Verdict | "readers-differ", words: Words): string =>
  standing === "readers-differ" ? words.say("review.status.readers-differ") : verdictTitle(standing, words);

/** How many questions have a verdict, or readers who differ. */
export const standingCount = (standing: Verdict | "readers-differ", count: number, words: Words): string =>
  words.say("audit.summary.count", {
    verdict: standingTitle(standing, words),
    count,
  });
