import type { Finding, Language, Release } from "@evenhand/standard";
import { openWords } from "../words/words.ts";
import type { LetterBlock, LetterPart } from "./letter-block.ts";
import { coverNote, letterBlocks, type Requester } from "./letter-blocks.ts";
import { letterHtml } from "./letter-html.ts";
import { letterMarkdown } from "./letter-markdown.ts";
import type { OwnClauses } from "./own-clause.ts";
import { findRecordsLaw } from "./records-law.ts";

/** What a records-request letter is made from. */
export type Letter = {
  readonly release: Release;
  /** At least the gap report's findings. */
  readonly findings: readonly Finding[];
  /** Postal code or name of the state; `US` for a federal agency. */
  readonly state: string;
  /** Language of the cover note; with `es` a Spanish reading copy follows the letter. */
  readonly language: Language;
  readonly format: "markdown" | "html";
  readonly requester?: Requester;
  /** ISO date of the letter. */
  readonly today: string;
  /** Clauses with which the agency's own policy asks for an element; quoted beside it. */
  readonly ownClauses?: OwnClauses;
};

/**
 * A letter that asks the agency, under its state's public-records law, for every element its files leave out or hold
 * only partly, with a note for the sender. The letter itself is in English. What could not be verified of the law says
 * so where it stands. Not legal advice.
 */
export function renderLetter(letter: Letter): string {
  const { release, findings, language, requester = {}, today } = letter;
  const own = letter.ownClauses === undefined ? {} : { ownClauses: letter.ownClauses };
  const subject = { release, findings, law: findRecordsLaw(letter.state), requester, today, ...own };
  const reader = openWords(language);
  const english = openWords("en");
  const note: LetterPart = { language, blocks: coverNote(subject, reader) };
  const original: LetterPart = { language: "en", blocks: letterBlocks(subject, english) };
  const copy: readonly LetterBlock[] = [
    { kind: "title", text: reader.say("letter.copy") },
    { kind: "check", text: reader.say("letter.copy.note") },
    ...letterBlocks(subject, reader),
  ];
  const parts = [note, original, ...(language === "en" ? [] : [{ language, blocks: copy }])];
  const title = english.say("letter.document", { agency: release.agency.name });
  return letter.format === "html" ? letterHtml(title, language, parts) : letterMarkdown(parts);
}
