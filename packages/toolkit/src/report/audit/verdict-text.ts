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

/** A text that begins with the symbol of a verdict; the symbol is only for the eye. */
export const withSymbol = (verdict: Verdict, text: string): Html =>
  html`<span class="symbol" aria-hidden="true">${symbols[verdict]}</span>${text}`;

/** The verdict in words. */
export const verdictTitle = (verdict: Verdict, words: Words): string => words.say(`audit.verdict.${verdict}`);
