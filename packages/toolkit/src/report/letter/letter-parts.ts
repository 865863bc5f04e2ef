import type { Finding, Language, Release } from "@evenhand/standard";
import { openWords } from "../words/words.ts";
import type { LetterBlock, LetterPart } from "./letter-block.ts";
import { coverNote, letterBlocks, type Requester } from "./letter-blocks.ts";
import type { OwnClauses } from "./own-clause.ts";
import { findRecordsLaw } from "./records-law.ts";

/** What a records-request letter says, whatever its format. */
export type LetterContent = {
  readonly release: Release;
  /** At least the gap report's findings. */
  readonly findings: readonly Finding[];
  /** Postal code or name of the state; `US` for a federal agency. One that is not known leaves the law to be filled in. */
  readonly state: string;
  /** Language of the cover note; with `es` a Spanish reading copy follows the letter. */
  readonly language: Language;
  readonly requester?: Requester;
  /** ISO date of the letter; without it a place to fill in. */
  readonly today?: string;
  /** Clauses with which the agency's own policy asks for an element; quoted beside it. */
  readonly ownClauses?: OwnClauses;
};

/** The parts of a letter: the note for the sender, the English letter and, for `es`, a Spanish reading copy. */
export function letterParts(content: LetterContent): readonly LetterPart[] {
  const { release, findings, language, requester = {}, today, ownClauses } = content;
  const subject = {
    release,
    findings,
    law: findRecordsLaw(content.state),
    requester,
    ...(today === undefined ? {} : { today }),
    ...(ownClauses === undefined ? {} : { ownClauses }),
  };
  const reader = openWords(language);
  const note: LetterPart = { language, blocks: coverNote(subject, reader) };
  const original: LetterPart = { language: "en", blocks: letterBlocks(subject, openWords("en")) };
  const copy: readonly LetterBlock[] = [
    { kind: "title", text: reader.say("letter.copy") },
    { kind: "check", text: reader.say("letter.copy.note") },
    ...letterBlocks(subject, reader),
  ];
  return [note, original, ...(language === "en" ? [] : [{ language, blocks: copy }])];
}
