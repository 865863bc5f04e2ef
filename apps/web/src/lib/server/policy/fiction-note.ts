import type { Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { siteWords } from "../../words/site-words.ts";
import type { Place } from "../place-index.ts";

/** Says that a place is made up, where it stands beside real ones; undefined for a real one. */
export const fictionNote = ({ name, summary }: Place, language: Language): Html | undefined =>
  summary.isFictional
    ? html`<p class="small"><strong>${siteWords(language)("fiction-beside", { place: name })}</strong></p>`
    : undefined;
