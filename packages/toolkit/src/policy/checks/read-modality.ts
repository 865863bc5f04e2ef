import { findPhrases } from "./find-phrases.ts";
import { isWithin, type Mark } from "./mark.ts";
import type { Modality } from "./modality.ts";
import { type ModalWords, ruleWords } from "./rule-words.ts";

type ModalMark = Mark & Pick<ModalWords, "modality" | "place">;

/** A sentence whose words of duty are looked for. */
export type ModalText = {
  readonly text: string;
  /** Letters of the lead-in at its beginning, 0 where there is none. */
  readonly leadEnd: number;
  readonly exceptions: readonly Mark[];
  /** Titles above the clause, outermost first. */
  readonly titles: readonly string[];
};

const forbiddingTitles = ["prohibited", "not authorized", "unauthorized", "forbidden"];

/** Verbs that begin an instruction ("Give a warning before …"). */
const instructions =
  /^(?:\W|\d|\b[a-zA-Z][.)])*(?:when(?:ever)?[^,]{3,160}, |if[^,]{3,160}, |where[^,]{3,160}, )?(?:first,? |then |and )?(?:use|give|identify|attempt|notify|report|render|provide|request|complete|precede|withdraw|state|make|issue|announce|intervene|stop|seek|obtain|summon|ensure|employ|exhaust|try|call|document|warn|shoot|fire|discharge|monitor|avoid)\b/i;

/**
 * How a sentence speaks of one act in it. "No" before the act forbids it. Words right after the act ("… shall not be used", "… is prohibited") decide;
 * else the nearest before it, the lead-in of its list included; else one after it, unless it forbids or
 * allows something else; else an instruction ("Give …");
 * else a title that forbids ("Prohibited techniques"); else it only describes. Words inside an exception speak for the
 * exception only.
 */
export function readModality(sentence: ModalText, act: Mark): Modality {
  if (/\bno (?:\w+ )?$/i.test(sentence.text.slice(0, act.start))) return "must-not";
  const marks = modalMarks(sentence, act);
  const after = marks.find(
    (mark) => mark.start >= act.end && mark.place !== "before" && isNear(sentence.text, act.end, mark.start),
  );
  if (after !== undefined && wordsBetween(sentence.text, act.end, after.start) <= 3 && isPassive(sentence.text, after))
    return after.modality;
  const before = marks.findLast(
    (mark) =>
      mark.end <= act.start &&
      (mark.place !== "after" || mark.end <= sentence.leadEnd) &&
      isNear(sentence.text, Math.max(mark.end, sentence.leadEnd), act.start),
  );
  if (before !== undefined) return before.modality;
  const inside = marks.find((mark) => isWithin(mark, act) || isWithin(act, mark));
  if (inside !== undefined) return inside.modality;
  if (after !== undefined && (isPassive(sentence.text, after) || !["must-not", "may"].includes(after.modality)))
    return after.modality;
  if (instructions.test(sentence.text.slice(sentence.leadEnd))) return "must";
  return findPhrases(forbiddingTitles, sentence.titles.join(" / ")).length > 0 ? "must-not" : "describes";
}

function modalMarks({ text, exceptions }: ModalText, act: Mark): ModalMark[] {
  const around = exceptions.filter((exception) => !isWithin(act, exception));
  const all = ruleWords.modality
    .flatMap(({ modality, place, phrases }) => findPhrases(phrases, text).map((mark) => ({ ...mark, modality, place })))
    .filter((mark) => !around.some((exception) => isWithin(mark, exception) && !isOpening(mark, exception)));
  return all.filter((mark) => !all.some((other) => outdoes(other, mark))).toSorted((a, b) => a.start - b.start);
}

/** Of overlapping marks the longer holds, else, of different kinds, the one that begins
 * first: "not permitted" over "permitted to". */
function outdoes(other: ModalMark, mark: ModalMark): boolean {
  if (isWithin(mark, other)) return other.end - other.start > mark.end - mark.start;
  return other.modality !== mark.modality && other.start < mark.start && other.end > mark.start;
}

/** "should only" both opens an exception and says how the sentence speaks. */
const isOpening = (mark: Mark, exception: Mark): boolean => mark.start === exception.start;

const isNear = (text: string, from: number, to: number): boolean => !/[;]|\.\s/.test(text.slice(from, to));

const wordsBetween = (text: string, from: number, to: number): number =>
  text
    .slice(from, to)
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;

/** "shall not be used", "is prohibited": what stands before is done, not doing. */
const isPassive = (text: string, mark: ModalMark): boolean =>
  /^\s+(?:only\s+|also\s+|then\s+|always\s+|immediately\s+|promptly\s+)*(?:be|have been|precede|occur|include)\b/i.test(
    text.slice(mark.end),
  ) ||
  mark.place === "after" ||
  /^(?:is|are|be)\b|(?:ed|en)$/i.test(mark.text);
