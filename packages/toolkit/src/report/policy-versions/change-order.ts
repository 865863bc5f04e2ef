import { type Html, html } from "../page/html.ts";
import type { ChangedProvision } from "./versions-page.ts";

type Change = ChangedProvision["change"];

const symbols: Readonly<Record<Change, string>> = {
  lost: "✗",
  weakened: "▼",
  gained: "✓",
  strengthened: "▲",
  unclear: "?",
  unchanged: "=",
};

/** Every kind of change, in the order in which a reader meets them: what was lost comes first. */
export const changeOrder = Object.keys(symbols) as readonly Change[];

/** A text that begins with the symbol of a change; the symbol is only for the eye. */
export const withChangeSymbol = (change: Change, text: string): Html =>
  html`<span class="symbol" aria-hidden="true">${symbols[change]}</span>${text}`;
