import { type QuotedClause, quoteClause } from "../clarity/quote-clause.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";

/** A place where a document speaks of another one. */
export type DocumentReference = {
  /** As written: "SOP 46.2", "the Use of Force Policy". */
  readonly words: string;
  readonly number?: string;
  readonly title?: string;
  readonly clause: QuotedClause;
};

const kinds = String.raw`(?:General|Special|Department(?:al)?|Administrative|Executive)\s+Orders?|Orders?|Polic(?:y|ies)|Directives?|S\.?O\.?P\.?s?|Standard\s+Operating\s+Procedures?|Procedures?|Regulations?`;
const numbered = new RegExp(
  String.raw`\b(?:${kinds})\s*(?:No\.?\s*|Number\s+|#\s*)?((?:[A-Z]{1,5}[-.\s]?)?\d{1,4}(?:[.-]\d{1,4})*[A-Z]?)(?![\w%/]|-\w)`,
  "g",
);
const word = String.raw`(?!(?:Polic(?:y|ies)|Manual|Procedures?)\b)[A-Z][\w’'/-]*`;
const titled = new RegExp(
  String.raw`\b(${word}(?:\s+(?:${word}|and|of|for|to|the|in|with|on|or|&)){0,9})\s+(?:Policy|General\s+Order|Directive|Procedure|SOP|Guide|Manual)\b(?!\s*(?:No\.?|Number|#)?\s*(?:[A-Z]{1,5}[-.\s]?)?\d)`,
  "g",
);
const general = new Set(
  "the this that see department departments departmental police city village county state operations operation general special standard operating administrative our any each all such a an in for to refer new current written written-policy policy manual procedure order rules procedures agency employee officer amends rescinds supersedes replaces sop see-also".split(
    " ",
  ),
);

/**
 * Where a clause points to another policy, order or procedure by its number or title. References inside the document
 * ("this policy", "Section 300.4", "procedure 2") and to statutes are not among them.
 *
 * @example referencesIn("Officers shall follow SOP 46.2.") // [{ words: "SOP 46.2", number: "46.2" }]
 */
export function referencesIn(text: string): readonly Omit<DocumentReference, "clause">[] {
  const byNumber = [...text.matchAll(numbered)]
    .filter(({ 0: words, index }) => !isElsewhere(text.slice(0, index), words, text.slice(index + words.length)))
    .map(({ 0: words, 1: number = "", index }) => ({ words: clean(words), number: clean(number), index }))
    .filter(({ number }) => /\d\D*\d/.test(number));
  const byTitle = [...text.matchAll(titled)].flatMap(({ 0: words, 1: title = "", index }) => {
    const own = titleWords(title);
    const isLaw = /\b(?:statutes?|code|constitution|act|diagnostic)\b/i.test(title);
    return own.length === 0 || isLaw ? [] : [{ words: withoutOpening(clean(words)), title: own.join(" "), index }];
  });
  const isInside = (index: number): boolean =>
    byNumber.some((found) => index >= found.index && index < found.index + found.words.length);
  return [...byNumber, ...byTitle.filter(({ index }) => !isInside(index))]
    .toSorted((a, b) => a.index - b.index)
    .map(({ index: _, ...reference }) => reference);
}

/** Rules of courts, regulations by title and part, marks of accreditation, and versions that an order takes the place of. */
const isElsewhere = (before: string, words: string, after: string): boolean =>
  /\b(?:criminal|civil|appellate|juvenile|evidence)\s+$/i.test(before) ||
  /\b(?:amends?|rescinds?|supersedes?|replaces?|cancels?)\W+(?:[\w-]+\W+){0,2}$/i.test(before) ||
  /\b(?:CALEA|CFR|USC|ILCS|OSHA|NFPA)\b/.test(words) ||
  /^\s*(?:C\.?F\.?R|U\.?S\.?C|ILCS)\b/.test(after);

/** Every reference to a document that is not among those given, the first place of each. */
export function missingReferences(documents: readonly PolicyDocument[]): readonly DocumentReference[] {
  const names = documents.flatMap(({ name, policies }) => [
    name,
    ...policies.flatMap(({ title, number }) => [title, number ?? ""]),
  ]);
  const numbers = new Set(names.flatMap(numbersIn));
  const own = new Set(documents.flatMap(headerLines).flatMap(numbersIn));
  const sections = new Set(documents.flatMap(sectionNumbers));
  const titles = names.map((name) => new Set(titleWords(name.replaceAll(/[_.]/g, " "))));
  const isHere = ({ number, title }: Omit<DocumentReference, "clause">): boolean =>
    number !== undefined
      ? [numbers, own].some((known) => known.has(plainNumber(number))) ||
        numbers.has(plainNumber(number).split(".")[0] ?? "") ||
        sections.has(wholeNumber(number))
      : titles.some((given) => (title ?? "").split(" ").every((part) => given.has(part)));
  const found = new Map<string, DocumentReference>();
  for (const document of documents)
    for (const { clauses } of document.policies)
      for (const clause of clauses) {
        if (clause.kind === "heading") continue;
        for (const reference of referencesIn(clause.text)) {
          const key = reference.number === undefined ? (reference.title ?? "") : plainNumber(reference.number);
          if (!found.has(key) && !isHere(reference))
            found.set(key, { ...reference, clause: quoteClause(document, clause) });
        }
      }
  return [...found.values()];
}

/**
 * Numbers of the sections that have text, and of the chapters they belong to: an order of three digits or more ("712.01"
 * and so "712") may stand as a section in a document given. Shorter numbers ("4.2") count the parts of every document.
 */
const sectionNumbers = ({ policies }: PolicyDocument): readonly string[] =>
  policies.flatMap(({ clauses }) =>
    clauses
      .filter(({ kind }) => kind !== "heading")
      .flatMap(({ section }) => section.flatMap((title) => /^\d{3,4}(?:\.\d+)+(?=\s)/.exec(title)?.[0] ?? []))
      .flatMap((number) => [wholeNumber(number), number.split(".")[0] ?? ""]),
  );

/** "712.00" is the chapter 712. */
const wholeNumber = (number: string): string => plainNumber(number).replace(/(?:\.0)+$/, "");

/** Clauses of a policy within which its header may stand, and letters that a line of a header has at most. */
const [headerClauses, headerLetters] = [10, 90];

/** "A-103, A-109": related orders, not the own one. */
const listOfNumbers = /(?:[A-Z]{1,5}-?\d+|\d+[.-]\d+)\s*[,;]\s*(?:[A-Z]{1,5}-?\d|\d+[.-]\d)/;

/** Lines of headers that may hold a document's own number: short ones that point nowhere, or say what they rescind. */
const headerLines = ({ policies }: PolicyDocument): readonly string[] =>
  policies.flatMap(({ clauses }) =>
    clauses
      .slice(0, headerClauses)
      .map(({ text }) => text)
      .filter(
        (text) =>
          text.length <= headerLetters &&
          !listOfNumbers.test(text) &&
          (referencesIn(text).length === 0 || /\b(?:rescinds|effective|page \d)\b/i.test(text)),
      ),
  );

/** Numbers in a name or header, each with the letters before it and without: "D-52" and "52". */
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b([A-Z]{1,5}[-.\s]?)?(\d+(?:[.-]\d+)*)/g)].flatMap(({ 0: whole, 2: digits = "" }) => [
    plainNumber(whole),
    plainNumber(digits),
  ]);

/** The words of a title that tell it from others, in small letters. */
export function titleWords(title: string): readonly string[] {
  const words = title.toLowerCase().match(/\p{L}[\p{L}'’/-]*/gu) ?? [];
  const first = words.findIndex((found) => !general.has(found) && !/^(?:of|and|with|on|or)$/.test(found));
  const last = words.findLastIndex((found) => !general.has(found) && !/^(?:of|and|with|on|or)$/.test(found));
  return first < 0
    ? []
    : words
        .slice(first, last + 1)
        .filter((found) => found !== "the" && found !== "and" && found !== "pdf")
        .map((found) => found.replace(/(?<=[^s])s$/, ""));
}

/** "Refer to the Use of Force Policy" → "Use of Force Policy". */
function withoutOpening(words: string): string {
  const parts = words.split(" ");
  const first = parts.findIndex((part) => !general.has(part.toLowerCase()) && part !== "of");
  return parts.slice(Math.max(0, first)).join(" ");
}

const clean = (words: string): string => words.replaceAll(/\s+/g, " ").trim();
const plainNumber = (number: string): string =>
  number
    .toUpperCase()
    .replaceAll(/[^A-Z\d.]+/g, ".")
    .replaceAll(/\b0+(?=\d)/g, "");
