import { letterHtml } from "../letter/letter-html.ts";
import { letterMarkdown } from "../letter/letter-markdown.ts";
import { openWords } from "../words/words.ts";
import { type RegisterLetterContent, registerLetterParts } from "./register-letter-parts.ts";

/** What a letter that asks for policies is made from. */
export type RegisterLetter = RegisterLetterContent & { readonly format: "markdown" | "html" };

/**
 * A letter that asks a department, under its state's public-records law, for every policy that is not public or only in
 * part, with a note for the sender. The letter itself is in English. What could not be verified of the law says so where
 * it stands. Not legal advice.
 */
export function renderRegisterLetter({ format, ...content }: RegisterLetter): string {
  const parts = registerLetterParts(content);
  const title = openWords("en").say("register.letter.document", { agency: content.agency });
  return format === "html" ? letterHtml(title, content.language, parts) : letterMarkdown(parts);
}
