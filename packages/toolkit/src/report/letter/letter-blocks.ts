import type { Finding, Release } from "@evenhand/standard";
import { elementFindings } from "../words/gap-summary.ts";
import type { Words } from "../words/words.ts";
import type { LetterBlock, LetterItem } from "./letter-block.ts";
import type { OwnClauses } from "./own-clause.ts";
import type { RecordsLaw } from "./records-law.ts";
import { requestedElement } from "./requested-element.ts";

/** Who asks. Absent parts stay as places to fill in. */
export type Requester = { readonly name?: string; readonly address?: string; readonly email?: string };

export type LetterSubject = {
  readonly release: Release;
  readonly findings: readonly Finding[];
  readonly law: RecordsLaw | undefined;
  readonly requester: Requester;
  /** ISO date of the letter; without it a place to fill in. */
  readonly today?: string;
  /** Clauses with which the agency's own policy asks for an element. */
  readonly ownClauses?: OwnClauses;
};

const paragraph = (text: string): LetterBlock => ({ kind: "paragraph", text });
const heading = (text: string): LetterBlock => ({ kind: "heading", text });

function items(words: Words, keys: readonly string[]): LetterBlock {
  return { kind: "list", items: keys.map((key): LetterItem => ({ text: words.say(`letter.${key}`) })) };
}

/** What the law paragraph says, and a block that says to check it unless the row was verified. */
export function lawBlocks(law: RecordsLaw | undefined, words: Words): readonly LetterBlock[] {
  if (law === undefined) return [paragraph(words.say("letter.law.unknown")), check(words.say("letter.check.unknown"))];
  const { law: name, citation } = law;
  return [
    paragraph(words.say("letter.law", { law: name, citation })),
    ...(law.isVerified ? [] : [check(words.say("letter.check", { state: law.state }))]),
    ...(law.residentsOnly === "no" ? [] : [check(words.say(`letter.check.residents.${law.residentsOnly}`))]),
  ];
}

const check = (text: string): LetterBlock => ({ kind: "check", text });

function period({ period: dates }: Release, words: Words): { readonly from: string; readonly to: string } {
  if (dates === undefined) return { from: words.say("letter.fill.from"), to: words.say("letter.fill.to") };
  return { from: words.date(dates.from), to: words.date(dates.to) };
}

/** The letter to the agency, in the language of `words`. */
export function letterBlocks(
  { release, findings, law, requester, today, ownClauses = {} }: LetterSubject,
  words: Words,
): readonly LetterBlock[] {
  const asked = elementFindings(findings).filter(({ status }) => status !== "collected");
  const dates = period(release, words);
  const from = [
    requester.name ?? words.say("letter.fill.name"),
    requester.address ?? words.say("letter.fill.address"),
    requester.email ?? words.say("letter.fill.email"),
  ];
  return [
    { kind: "lines", lines: from },
    { kind: "lines", lines: [today === undefined ? words.say("letter.fill.date") : words.date(today)] },
    { kind: "lines", lines: [words.say("letter.to"), release.agency.name] },
    { kind: "title", text: words.say("letter.subject", dates) },
    paragraph(words.say("letter.greeting")),
    ...lawBlocks(law, words),
    paragraph(words.say("letter.ask", { ...dates, agency: release.agency.name })),
    heading(words.say("letter.missing")),
    paragraph(words.say(asked.length > 0 ? "letter.missing.intro" : "letter.missing.none")),
    ...(asked.length > 0
      ? [
          {
            kind: "list" as const,
            items: asked.flatMap((finding) =>
              finding.element === undefined
                ? []
                : [requestedElement(finding, finding.element, words, ownClauses[finding.element])],
            ),
          },
        ]
      : []),
    heading(words.say("letter.format")),
    items(words, ["format.rows", "format.file", "format.codes", "format.missing", "format.privacy"]),
    heading(words.say("letter.forms")),
    items(words, ["forms.form", "forms.definition", "forms.zero"]),
    heading(words.say("letter.time")),
    paragraph(words.say("letter.fees")),
    ...(law === undefined ? [] : [paragraph(words.say("letter.response", { response: law.response }))]),
    paragraph(words.say("letter.denial")),
    paragraph(words.say("letter.no-record")),
    paragraph(words.say("letter.thanks")),
    { kind: "lines", lines: [words.say("letter.close"), requester.name ?? words.say("letter.fill.name")] },
  ];
}

/** A plain note to the person who sends the letter: what it asks, what to check, what happens next. */
export function coverNote(
  { release, findings, law, ownClauses = {} }: LetterSubject,
  words: Words,
): readonly LetterBlock[] {
  const asked = elementFindings(findings).filter(({ status }) => status !== "collected").length;
  return [
    { kind: "title", text: words.say("letter.cover.title") },
    paragraph(words.say("letter.cover.what", { agency: release.agency.name, n: asked })),
    ...(Object.keys(ownClauses).length === 0 ? [] : [check(words.say("policy.letter.check"))]),
    items(words, ["cover.fill", "cover.send", "cover.keep", "cover.cost", "cover.answer"]),
    ...coverLaw(law, words),
    paragraph(words.say("letter.cover.advice")),
  ];
}

/** What a cover note says of the law: where it was read, or that it must be checked, and its note. */
export function coverLaw(law: RecordsLaw | undefined, words: Words): readonly LetterBlock[] {
  const source = law?.isVerified
    ? words.say("letter.cover.verified", { source: law.source, date: words.date(law.readOn) })
    : words.say("letter.cover.unverified");
  return [
    law?.isVerified ? paragraph(source) : check(source),
    ...(law?.note ? [paragraph(words.say("letter.cover.note", { note: law.note }))] : []),
  ];
}
