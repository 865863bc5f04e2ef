/** A piece of a text: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** Never the end of a sentence when a point follows. */
const always = new Set(
  "v vs sec secs sect art arts ch chap cf cir no nos para paras par subd subs subsec div ex exh fig gen gov id mr mrs ms dr lt sgt sgts capt cpt cmdr det ofc off dep insp maj col supt hon rev st pen penal veh ill cal conn colo stat ann rptr supp const amend ord dir vol pt app pp approx eg ie al seq dept bldg ave blvd rd hwy assn bros rel viz".split(
    " ",
  ),
);

/** The end of a sentence only where the next word begins one. */
const sometimes = new Set("etc inc corp co ltd jr sr am pm us ilcs usc rs ors rcw crs dc".split(" "));

const months = new Set("jan feb mar apr jun jul aug sep sept oct nov dec".split(" "));

const starters = new Set(
  "a an the this that these those if when where while in on at for it its he she they we any all each no not officers officer members member employees employee personnel supervisors supervisor police under upon such there use once after before unless however deadly force to as by".split(
    " ",
  ),
);

const boundary = /[.?!]["”’')\]]*(?:\s*[[(][\d.,;\s a-zA-Z]{3,40}[)\]]\.?)?(?=\s|$)/g;

/**
 * Cuts a paragraph into sentences. Points of citations ("Graham v. Connor, 490 U.S. 386"), numbers ("Sec. 7286(b)",
 * "CALEA 1.3.6"), initials and abbreviations do not end one. An accreditation mark in brackets after the point belongs
 * to the sentence before.
 *
 * Source: the idea of telling abbreviations from ends of sentences by list and by the next word, Grefenstette &
 * Tapanainen (1994), What is a word, what is a sentence?
 *
 * @example splitSentences("See Graham v. Connor. Officers shall report.") // [{ start: 0, end: 21 }, { start: 22, end: 44 }]
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(boundary)) {
    const mark = isMark(found[0]) ? found[0].length : found[0].replace(/\s*[[(].*$/, "").length;
    for (const end of new Set([found.index + mark])) {
      if (end <= start || !isEnd(text, found.index, end)) continue;
      spans.push(trimmed(text, start, end));
      start = end;
    }
  }
  spans.push(trimmed(text, start, text.length));
  return spans.filter((span) => span.end > span.start);
}

/** "(4.01)" or "[CALEA 1.3.6]" after the point, and not a new sentence in brackets. */
const isMark = (found: string): boolean => /[[(](?:CALEA\s*)?[\d.,;\s]*\d[\d.,;\sa-z]*[)\]]\.?$/.test(found);

function isEnd(text: string, point: number, end: number): boolean {
  const rest = text.slice(end, end + 60);
  const next = /^\s+["“‘'([]*(\S+)/.exec(rest)?.[1] ?? "";
  if (next === "" || /^\p{Ll}/u.test(next)) return /^[?!]/.test(text[point] ?? "") && next === "";
  if (text[point] !== ".") return true;
  const before = /[\p{L}\d.&]+$/u.exec(text.slice(Math.max(0, point - 30), point))?.[0] ?? "";
  const word = before.replaceAll(".", "").toLowerCase();
  const nextWord = next.replace(/[^\p{L}]/gu, "").toLowerCase();
  if (end > point + 1) return true;
  if (/^\p{Lu}$/u.test(before))
    return (
      starters.has(nextWord) &&
      !/^(?:i|a)$/.test(nextWord) &&
      !/\p{Lu}$/u.test(
        text
          .slice(0, point - 1)
          .trimEnd()
          .slice(-1),
      )
    );
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before) || sometimes.has(word)) return starters.has(nextWord) && !/^\d/.test(next);
  if (months.has(word) && before.length <= 4) return !/^\d/.test(next);
  if (!always.has(word)) return true;
  if (/^(?:id|no|off|par|ex|dep|dir|st|co|rel|art|app|gen|al|col|pen|rev|ill|ord)$/.test(word))
    return before === before.toLowerCase() ? isWordEnd(word, next) : false;
  return false;
}

/** Small "no", "off", "par", "art" are words too: a sentence may end with them. */
const isWordEnd = (word: string, next: string): boolean =>
  /^(?:no|off|par|art|ill)$/.test(word) && /^\p{Lu}\p{Ll}/u.test(next);

function trimmed(text: string, start: number, end: number): Span {
  const piece = text.slice(start, end);
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length };
}
