import type { RuleStatement } from "../rules/rule.ts";
import type { ClauseReading } from "./clause-reading.ts";
import { conceptPhrases } from "./concept-phrases.ts";
import { type Definitions, termsMeaning } from "./definitions.ts";
import { findPhrases } from "./find-phrases.ts";
import { isWithin, type Mark } from "./mark.ts";
import type { Modality } from "./modality.ts";
import { readModality } from "./read-modality.ts";

/** A clause that says what a rule's statement describes. */
export type StatementMatch = {
  readonly statement: RuleStatement;
  readonly reading: ClauseReading;
  readonly act: Mark;
  readonly modality: Modality;
  readonly exceptions: readonly Mark[];
  /** Scopes that make the clause too narrow, empty where it speaks generally. */
  readonly limits: readonly string[];
};

/** Whether a clause says it: the words, what they are about, the modality of the act, its exceptions. */
export function matchStatement(
  statement: RuleStatement,
  reading: ClauseReading,
  definitions: Definitions,
): StatementMatch | undefined {
  const find = (group: readonly string[]): Mark[] =>
    groupMarks(group, reading.text, statement.readsDefinitions ? definitions : undefined);
  const groups: Mark[][] = [];
  if (statement.defines !== undefined) {
    const term = definedTerm(statement.defines, reading);
    if (term === undefined) return undefined;
    groups.push([term]);
  }
  for (const group of statement.says) {
    const marks = find(group);
    if (marks.length === 0) return undefined;
    groups.push(marks);
  }
  const inOwn = (mark: Mark): boolean => mark.end > reading.leadEnd;
  if (!groups.flat().some(inOwn) || (statement.inOwnWords === true && groups[0]?.some(inOwn) !== true))
    return undefined;
  if (statement.not !== undefined && findPhrases(conceptPhrases(statement.not), reading.text).length > 0)
    return undefined;
  if (
    statement.notUnder !== undefined &&
    findPhrases(conceptPhrases(statement.notUnder), reading.titles.join(" / ")).length > 0
  )
    return undefined;
  if (!isAbout(statement, reading)) return undefined;
  const governed = governedAct(statement, reading, groups);
  if (governed === undefined) return undefined;
  const exceptions = reading.exceptions.filter((exception) => !isWithin(governed.act, exception));
  if (!allows(statement.exceptions, exceptions)) return undefined;
  return { statement, reading, ...governed, exceptions, limits: limitsOf(statement, reading) };
}

function groupMarks(group: readonly string[], text: string, definitions: Definitions | undefined): Mark[] {
  const phrases = conceptPhrases(group);
  const direct = findPhrases(phrases, text);
  if (direct.length > 0 || definitions === undefined) return direct;
  return findPhrases(termsMeaning(phrases, definitions), text);
}

/** The place of a term that the clause defines: as its heading word, or by "means", "is defined as", "refers to". */
function definedTerm(terms: readonly string[], { clause, text, leadEnd }: ClauseReading): Mark | undefined {
  if (/^[a-z ]+:\s*$/.test(clause.text)) return undefined;
  const phrases = conceptPhrases(terms);
  const whole = { start: leadEnd, end: text.length, text: clause.text };
  if (
    clause.term !== undefined &&
    findPhrases(phrases, clause.term).some(({ text: found }) => found.length >= (clause.term ?? "").trim().length - 4)
  )
    return whole;
  const own = findPhrases(phrases, clause.text).find(({ end }) =>
    /^["”’)]*\s*(?:\([^)]{1,40}\)\s*)?(?:means?|shall mean|is defined as|are defined as|refers? to|is (?:any|the|a|an|force|physical|when)\b|includes?\b|constitutes\b|:|[-–—]\s)/i.test(
      clause.text.slice(end),
    ),
  );
  if (
    own !== undefined &&
    own.start === 0 &&
    /^ (?:Any|That|Those|Force|Physical force|An? |The )/.test(clause.text.slice(own.end))
  )
    return whole;
  return own !== undefined && /^["“'(\s]*(?:the term |the |an? )?["“']*$/i.test(clause.text.slice(0, own.start))
    ? whole
    : undefined;
}

const isAbout = ({ about }: RuleStatement, { text, neighbours }: ClauseReading): boolean =>
  (about ?? []).every((group) => findPhrases(conceptPhrases(group), `${text} / ${neighbours}`).length > 0);

function governedAct(
  { modality }: RuleStatement,
  reading: ClauseReading,
  [acts = [], ...others]: readonly Mark[][],
): { act: Mark; modality: Modality } | undefined {
  for (const act of acts) {
    if (!others.every((marks) => marks.some((mark) => mark.end <= reading.leadEnd || isClose(act, mark)))) continue;
    const spoken = readModality(reading, act);
    if (modality === undefined || modality.includes(spoken)) return { act, modality: spoken };
  }
  return undefined;
}

/** Letters between two groups of one statement; farther apart they belong to different thoughts of a long clause. */
const reach = 350;

const isClose = (one: Mark, other: Mark): boolean => other.start - one.end <= reach && one.start - other.end <= reach;

function allows(wanted: RuleStatement["exceptions"], exceptions: readonly Mark[]): boolean {
  if (wanted === undefined) return true;
  if (wanted.none === true && exceptions.length > 0) return false;
  if (wanted.some === true && exceptions.length === 0) return false;
  const says = (group: readonly string[], { text }: Mark): boolean =>
    findPhrases(conceptPhrases(group), text).length > 0;
  const { any, each, never } = wanted;
  if (any !== undefined && !exceptions.some((exception) => says(any, exception))) return false;
  if (each !== undefined && !exceptions.every((exception) => says(each, exception))) return false;
  return never === undefined || !exceptions.some((exception) => says(never, exception));
}

function limitsOf({ limitedBy }: RuleStatement, { scopes, titles }: ClauseReading): string[] {
  const words = (limitedBy?.words ?? []).filter((scope) => scopes.inWords.has(scope));
  const isFreed =
    limitedBy?.unlessUnder !== undefined &&
    findPhrases(conceptPhrases(limitedBy.unlessUnder), titles.slice(-2).join(" / ")).length > 0;
  const above = isFreed ? [] : (limitedBy?.titles ?? []).filter((scope) => scopes.inTitles.has(scope));
  return [...new Set([...words, ...above])];
}
