import { openWords } from "../words/words.ts";
import { letterHtml } from "./letter-html.ts";
import { letterMarkdown } from "./letter-markdown.ts";
import { type LetterContent, letterParts } from "./letter-parts.ts";

/** What a records-request letter is made from. */
export type Letter = LetterContent & { readonly format: "markdown" | "html" };

/**
 * A letter that asks the agency, under its state's public-records law, for every element its files leave out or hold
 * only partly, with a note for the sender. The letter itself is in English. What could not be verified of the law says
 * so where it stands. Not legal advice.
 */
export function renderLetter({ format, ...content }: Letter): string {
  const parts = letterParts(content);
  const title = openWords("en").say("letter.document", { agency: content.release.agency.name });
  return format === "html" ? letterHtml(title, content.language, parts) : letterMarkdown(parts);
}
