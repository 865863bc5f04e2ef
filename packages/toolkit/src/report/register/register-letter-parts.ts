import type { Language } from "@evenhand/standard";
import type { LetterBlock, LetterPart } from "../letter/letter-block.ts";
import { coverLaw, lawBlocks, type Requester } from "../letter/letter-blocks.ts";
import { findRecordsLaw, type RecordsLaw } from "../letter/records-law.ts";
import { openWords, type Words } from "../words/words.ts";
import type { AskedPolicy } from "./register-page.ts";

/** What a letter that asks for policies says, whatever its format. */
export type RegisterLetterContent = {
  readonly agency: string;
  readonly items: readonly AskedPolicy[];
  /** Postal code or name of the state; `US` for a federal agency. One that is not known leaves the law to be filled in. */
  readonly state: string;
  /** Language of the cover note; with `es` a Spanish reading copy follows the letter. */
  readonly language: Language;
  readonly requester?: Requester;
  /** ISO date of the letter; without it a place to fill in. */
  readonly today?: string;
};

/** The parts of a letter: the note for the sender, the English letter and, for `es`, a Spanish reading copy. */
export function registerLetterParts(content: RegisterLetterContent): readonly LetterPart[] {
  const { language } = content;
  const law = findRecordsLaw(content.state);
  const reader = openWords(language);
  const copy: readonly LetterBlock[] = [
    { kind: "title", text: reader.say("letter.copy") },
    { kind: "check", text: reader.say("letter.copy.note") },
    ...blocks(content, law, reader),
  ];
  return [
    { language, blocks: cover(content, law, reader) },
    { language: "en", blocks: blocks(content, law, openWords("en")) },
    ...(language === "en" ? [] : [{ language, blocks: copy }]),
  ];
}

const paragraph = (text: string): LetterBlock => ({ kind: "paragraph", text });

function blocks(
  { agency, items, requester = {}, today }: RegisterLetterContent,
  law: RecordsLaw | undefined,
  words: Words,
): readonly LetterBlock[] {
  const name = requester.name ?? words.say("letter.fill.name");
  const address = requester.address ?? words.say("letter.fill.address");
  const email = requester.email ?? words.say("letter.fill.email");
  return [
    { kind: "lines", lines: [name, address, email] },
    { kind: "lines", lines: [today === undefined ? words.say("letter.fill.date") : words.date(today)] },
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

function cover(
  { agency, items }: RegisterLetterContent,
  law: RecordsLaw | undefined,
  words: Words,
): readonly LetterBlock[] {
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
