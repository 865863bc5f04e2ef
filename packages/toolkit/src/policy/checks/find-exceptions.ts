import { findPhrases } from "./find-phrases.ts";
import { isWithin, type Mark } from "./mark.ts";
import { ruleWords } from "./rule-words.ts";

/**
 * The exceptions of a sentence, as written: from the word that opens one ("unless", "except", "only when") to the end
 * of its part of the sentence; after "may only" from the word that begins the condition. One that stands first ends at its comma.
 *
 * @example findExceptions("Never fire at a car unless deadly force is justified.") // [{ start: 20, end: 52, text: "unless deadly force is justified" }]
 */
export function findExceptions(text: string): Mark[] {
  const { opens, only, conditions, not } = ruleWords.exceptions;
  const never = findPhrases(not, text);
  const found: Mark[] = [];
  const narrowed = findPhrases(only, text).flatMap(
    (word) => findPhrases(conditions, text).find(({ start }) => start >= word.end) ?? [],
  );
  for (const opening of [...findPhrases(opens, text), ...narrowed].toSorted((a, b) => a.start - b.start)) {
    if (never.some((mark) => isWithin(opening, mark))) continue;
    if (found.some((mark) => isWithin(opening, mark))) continue;
    const end = exceptionEnd(text, opening);
    found.push({ start: opening.start, end, text: text.slice(opening.start, end) });
  }
  return found;
}

function exceptionEnd(text: string, opening: Mark): number {
  const isFirst =
    /^[\s\d().a-zA-Z•*-]{0,6}$/.test(text.slice(0, opening.start)) || /[.;]\s*$/.test(text.slice(0, opening.start));
  const stop = (isFirst ? /,|;|\.\s|\.$/ : /;|\.\s|\.$/).exec(text.slice(opening.end));
  return stop === null ? text.trimEnd().length : opening.end + stop.index;
}
