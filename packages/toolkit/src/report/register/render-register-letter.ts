import type { Language } from "@evenhand/standard";
import type { LetterBlock, LetterPart } from "../letter/letter-block.ts";
import { coverLaw, lawBlocks, type Requester } from "../letter/letter-blocks.ts";
import { letterHtml } from "../letter/letter-html.ts";
import { letterMarkdown } from "../letter/letter-markdown.ts";
import { findRecordsLaw, type RecordsLaw } from "../letter/records-law.ts";
import { openWords, type Words } from "../words/words.ts";

/** One policy to ask for, in both languages. */
export type AskedPolicy = {
  readonly title: Readonly<Record<Language, string>>;
  readonly ask: Readonly<Record<Language, string>>;
};

/** What a letter that asks for policies is made from. */
export type RegisterLetter = {
  readonly agency: string;
  readonly items: readonly AskedPolicy[];
  /** Postal code or name of the state; `US` for a federal agency. */
  readonly state: string;
  /** Language of the cover note; with `es` a Spanish reading copy follows the letter. */
  readonly language: Language;
  readonly format: "markdown" | "html";
  readonly requester?: Requester;
  /** ISO date of the letter. */
  readonly today: string;
};

/**
 * A letter that asks a department, under its state's public-records law, for every policy that is not public or only in
 * part, with a note for the sender. The letter itself is in English. What could not be verified of the law says so where
 * it stands. Not legal advice.
 */
export function renderRegisterLetter(letter: RegisterLetter): string {
  const { agency, language, format, state } = letter;
  const law = findRecordsLaw(state);
  const reader = openWords(language);
  const english = openWords("en");
  const copy: readonly LetterBlock[] = [
    { kind: "title", text: reader.say("letter.copy") },
    { kind: "check", text: reader.say("letter.copy.note") },
    ...blocks(letter, law, reader),
  ];
  const parts: readonly LetterPart[] = [
    { language, blocks: cover(letter, law, reader) },
    { language: "en", blocks: blocks(letter, law, english) },
    ...(language === "en" ? [] : [{ language, blocks: copy }]),
  ];
  const title = english.say("register.letter.document", { agency });
  return format === "html" ? letterHtml(title, language, parts) : letterMarkdown(parts);
}

const paragraph = (text: string): LetterBlock => ({ kind: "paragraph", text });

function blocks(
  { agency, items, requester = {}, today }: RegisterLetter,
  law: RecordsLaw | undefined,
  words: Words,
): readonly LetterBlock[] {
  const name = requester.name ?? words.say("letter.fill.name");
  const address = requester.address ?? words.say("letter.fill.address");
  const email = requester.email ?? words.say("letter.fill.email");
  return [
    { kind: "lines", lines: [name, address, email] },
    { kind: "lines", lines: [words.date(today)] },
    { kind: "lines", lines: [words.say("letter.to"), agency] },
    { kind: "title", text: words.say("register.letter.subject") },
    paragraph(words.say("letter.greeting")),
    ...lawBlocks(law, words),
    paragraph(words.say("register.letter.ask", { agency })),
    {
      kind: "list",
      items: items.map(({ title, ask }) => ({ name: title[words.language], text: ask[words.language] })),
    },
    paragraph(words.say("register.letter.versions")),
    paragraph(words.say("register.letter.format")),
    { kind: "heading", text: words.say("letter.time") },
    paragraph(words.say("letter.fees")),
    ...(law === undefined ? [] : [paragraph(words.say("letter.response", { response: law.response }))]),
    paragraph(words.say("letter.denial")),
    paragraph(words.say("register.letter.no-record")),
    paragraph(words.say("letter.thanks")),
    { kind: "lines", lines: [words.say("letter.close"), name] },
  ];
}

function cover({ agency, items }: RegisterLetter, law: RecordsLaw | undefined, words: Words): readonly LetterBlock[] {
  const keys = [
    "register.letter.look",
    "letter.cover.fill",
    "letter.cover.send",
    "letter.cover.keep",
    "register.letter.answer",
  ];
  return [
    { kind: "title", text: words.say("letter.cover.title") },
    paragraph(words.say("register.letter.what", { agency, n: items.length })),
    { kind: "list", items: keys.map((key) => ({ text: words.say(key) })) },
    ...coverLaw(law, words),
    paragraph(words.say("letter.cover.advice")),
  ];
}
