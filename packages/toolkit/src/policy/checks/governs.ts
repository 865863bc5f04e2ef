import type { Mark } from "./mark.ts";

/**
 * Whether a vague word or an exception of a sentence speaks of an act in it. Words in another part of the sentence,
 * beyond a semicolon or a full stop, that have a duty of their own ("…; supervisors shall, when practical, respond")
 * speak of that duty, unless it is the same one said again ("… and shall do so when safe").
 */
export function governs(
  words: Mark,
  act: Mark,
  { text, leadEnd }: { readonly text: string; readonly leadEnd: number },
): boolean {
  if (words.start < leadEnd || act.start < leadEnd) return true;
  const between = words.start < act.start ? text.slice(words.end, act.start) : text.slice(act.end, words.start);
  if (!partEnd.test(between)) return true;
  const part = partAround(words, text);
  return !ownDuty.test(part) || sameDuty.test(part);
}

const partEnd = /[;]|\.\s+(?=[A-Z])/;

const ownDuty = /\b(?:shall|must|will|should|may)\b/i;

/** Words that take up a duty said before. */
const sameDuty = /\b(?:do so|doing so|this|that duty|such|it|these|exceptions?)\b/i;

function partAround({ start, end }: Mark, text: string): string {
  const before = text.slice(0, start).split(partEnd).at(-1) ?? "";
  const after = text.slice(end).split(partEnd)[0] ?? "";
  return before + text.slice(start, end) + after;
}
