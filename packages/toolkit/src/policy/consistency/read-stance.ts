import type { ClauseReading } from "../checks/clause-reading.ts";
import { findPhrases } from "../checks/find-phrases.ts";
import type { Mark } from "../checks/mark.ts";
import type { Modality } from "../checks/modality.ts";
import { readModality } from "../checks/read-modality.ts";
import stances from "./stances.json" with { type: "json" };

/** How a clause stands to an act, and whether its words of freedom are about the act itself. */
export type Stance = { readonly modality: Modality; readonly isDirect: boolean };

/** The word of duty a few words before the act, or after it: "shall promptly report …", "… shall be reported". */
const ordered =
  /\b(?:shall|must|will|should|(?:required|duty|responsibility|obligation|policy of [^.;]{3,60}) to|responsible for)\b[^.;:]{0,90}$/i;
const orderedAfter =
  /^[^.;:]{0,60}?\b(?:(?:shall|must|will)\s+(?:[^\s.;:]+\s+){0,3}be|(?:is|are)\s+(?:required|mandatory))\b/i;
/** The word of freedom at most two words before the act, or at most three after it. */
const direct =
  /\b(?:may(?! have| include| also include)|not|never|no (?:duty|obligation) to|optional to|discretion to)\s+(?:\w+\s+){0,2}["“]?$/i;
const passive =
  /^\W+(?:(?!officer|member|employee)\w+\W+){0,2}(?:is|are|shall|may|need|need not|does not need to)\s+(?:not\s+)?(?:be\s+)?(?:required|optional|mandatory|given|rendered|provided|reported|needed|necessary|expected)/i;
const never =
  /\b(?:no (?:officer|member|employee|deputy|one) (?:is|are|shall|may|can|will)|under no circumstances?|in no (?:case|event|circumstances?)|at no time|not under any circumstances?)\b/i;
const verbOfDuty = /\b(?:may|can|could|shall|must|should|will|(?:authorized|permitted|allowed|free|required) to)\b/gi;
/** Words between an act and what frees or allows it. */
const farthest = 14;

/**
 * Reads how a clause stands to one act in it, with the words of `stances.json` beside those of duty: "is acceptable"
 * allows, "at the officer's discretion" frees, "nothing here forbids" allows after all. Undefined where the clause orders
 * or allows something else than the act ("may be reported", "shall treat a person after …").
 */
export function readStance(reading: ClauseReading, act: Mark, isBan: boolean): Stance | undefined {
  const { text } = reading;
  const modality = readModality(reading, act);
  if (!isBan) return dutyStance(reading, act, modality);
  if (isOtherVerb(text, act) || ((modality === "may" || modality === "should") && isTurned(text, act)))
    return undefined;
  if (never.test(text)) return { modality: "must-not", isDirect: true };
  if (nearMarks(stances.allowsAfterAll, reading, act).length > 0) return { modality: "may", isDirect: true };
  const isOpen = modality === "describes" || modality === "must" || modality === "should";
  const allows = isOpen && nearMarks(stances.allows, reading, act).some((mark) => !isNegated(text, mark));
  return { modality: allows ? "may" : modality, isDirect: true };
}

function dutyStance(reading: ClauseReading, act: Mark, modality: Modality): Stance {
  const { text, leadEnd } = reading;
  if (isFreed(reading, act)) return { modality: "need-not", isDirect: true };
  if (modality === "must-not" && isFailing(text, act)) return { modality: "must", isDirect: true };
  const [before, after] = [text.slice(0, act.start), text.slice(act.end)];
  if (modality !== "must") return { modality, isDirect: direct.test(before) || passive.test(after) };
  const isListed = leadEnd > 0 && act.start - leadEnd < 60;
  const isInstruction = act.start - leadEnd < 30 && !/\b(?:shall|must|will)\b/i.test(text);
  const opensList = /\b(?:shall|must|will)(?:\s+\w+)?\s*:\s*$/i.test(text);
  const isInside = /\b(?:shall|must|will|is|are)\b/i.test(text.slice(act.start, act.end));
  return {
    modality,
    isDirect: isListed || opensList || isInstruction || isInside || ordered.test(before) || orderedAfter.test(after),
  };
}

const isFreed = (reading: ClauseReading, act: Mark): boolean =>
  nearMarks(stances.frees, reading, act).some(
    (mark) =>
      !isNegated(reading.text, mark) &&
      !/\b(?:shall|must|will)\b/i.test(reading.text.slice(mark.end, Math.max(mark.end, act.start))),
  );

/** "May not fail to report": what is forbidden is to leave it undone. */
const isFailing = (text: string, act: Mark): boolean =>
  findPhrases(stances.failing, text.slice(Math.max(0, act.start - 60), act.start)).length > 0;

/** Phrases in the same part of the sentence as the act, outside exceptions and not far from it. */
function nearMarks(phrases: readonly string[], { text, exceptions }: ClauseReading, act: Mark): readonly Mark[] {
  return findPhrases(phrases, text).filter((mark) => {
    if (exceptions.some(({ start, end }) => mark.start >= start && mark.end <= end)) return false;
    const between = mark.end <= act.start ? text.slice(mark.end, act.start) : text.slice(act.end, mark.start);
    return !/;|\.\s/.test(between) && (between.match(/[\w’'-]+/g) ?? []).length <= farthest;
  });
}

/** Whether a word that allows or frees is itself denied: "not optional", "no officer has discretion". */
function isNegated(text: string, mark: Mark): boolean {
  if (/^(?:no|not|need not|nothing)\b|\bnot\b/i.test(mark.text)) return false;
  const before = text.slice(0, mark.start);
  return (
    /\b(?:not|never|nor|neither|without|cannot|hardly)\s+(?:[\w’'-]+\s+){0,2}$|\bno\s+(?:longer\s+)?$/i.test(before) ||
    /\bno (?:officer|member|employee|one)\b[^.;]*$/i.test(before)
  );
}

/** Whether "not", "avoid", "free of" stands between the word of freedom and the act: "should ensure that no …". */
function isTurned(text: string, act: Mark): boolean {
  const before = text.slice(0, act.start);
  const last = [...before.matchAll(verbOfDuty)].at(-1);
  return (
    last !== undefined &&
    /\b(?:not|never|no|avoid\w*|prevent\w*|prohibit\w*|refrain\w*|against|instead|rather|free (?:of|from))\b/i.test(
      before.slice(last.index),
    )
  );
}

/**
 * Whether the word of duty has another verb of its own: "may report a warning shot", "after a chokehold the person may be
 * taken", "shots may miss". Of words after the act only "may be used" and the like are about it.
 */
function isOtherVerb(text: string, act: Mark): boolean {
  if (/\b(?:may|can|shall|must|should|will)\b/i.test(act.text)) return false;
  const before = text.slice(0, act.start);
  const last = [...before.matchAll(verbOfDuty)].at(-1);
  if (last !== undefined) return findPhrases(stances.otherVerbs, before.slice(last.index + last[0].length)).length > 0;
  const after =
    /^[^.;]{0,90}?\b(?:may|can|could|shall|must|should|will)\s+(?:not\s+|only\s+|also\s+)?(be\s+)?(?:\w+ly\s+)?(\w+)/i.exec(
      text.slice(act.end),
    );
  return after !== null && (after[1] === undefined || findPhrases(stances.otherVerbs, after[2] ?? "").length > 0);
}
