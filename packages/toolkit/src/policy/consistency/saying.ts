import type { ClauseReading } from "../checks/clause-reading.ts";
import { findPhrases } from "../checks/find-phrases.ts";
import type { Mark } from "../checks/mark.ts";
import type { Modality } from "../checks/modality.ts";
import { type Act, deadlyWords } from "./act.ts";
import { type Actor, readActor } from "./read-actor.ts";
import { readStance } from "./read-stance.ts";
import stances from "./stances.json" with { type: "json" };

/** What a clause says of an act. */
export type Saying = {
  readonly act: Act;
  readonly reading: ClauseReading;
  /** Of the clause among those of its document. */
  readonly order: number;
  readonly modality: Modality;
  /** Whether the words of freedom are about the act itself ("may render aid", "need not report"). */
  readonly isDirect: boolean;
  /** What is excepted: nothing; situations in which deadly force is allowed; something else. */
  readonly excepted: Bounds;
  /** Exceptions and conditions together. A condition that only names what the act is about is none. */
  readonly bounds: Bounds;
  readonly actor: Actor;
  readonly scopes: readonly string[];
  /** Of these, those under which an act is another one: exercises, animals. */
  readonly kinds: readonly string[];
};

export type Bounds = "none" | "deadly" | "other";

const condition =
  /\b(?:if|when|where|while|unless|only|except|however|provided|in the event|circumstances|as long as)\b/i;
/** Titles and words under which a clause speaks of another subject than force on people in the street. */
const otherSubjects = new Set(["training", "animal", "crowd", "pursuit", "elsewhere-subject"]);

/**
 * Reads what a clause says of an act: undefined where it does not name it, defines it, or speaks of the past, of the law
 * in general or of an exercise.
 */
export function readSaying(
  act: Act,
  reading: ClauseReading,
  place: { order: number; isBan: boolean },
): Saying | undefined {
  const { text, clause, leadEnd, exceptions } = reading;
  if (clause.kind === "definition") return undefined;
  const mark = findPhrases(act.phrases, text).find(
    (found) => found.end > leadEnd && !exceptions.some(({ start, end }) => found.start >= start && found.end <= end),
  );
  if (mark === undefined || !isAbout(act, reading)) return undefined;
  const stance = readStance(reading, mark, place.isBan);
  const own = exceptions.filter(({ start }) => start < mark.start || start >= mark.end);
  if (stance === undefined) return undefined;
  const { inTitles, inWords } = reading.scopes;
  return {
    act,
    reading,
    order: place.order,
    ...stance,
    excepted: exceptedBy(own),
    bounds: boundsOf({ text, exceptions: own }, act, mark),
    actor: readActor(text),
    scopes: [...new Set([...inTitles, ...inWords])].filter(
      (scope) => otherSubjects.has(scope) && !(act.alsoUnder ?? []).includes(scope),
    ),
    kinds: [...inWords].filter((scope) => scope === "training" || scope === "animal"),
  };
}

/** Whether a sentence has words that open a condition. */
export const hasCondition = (text: string): boolean => condition.test(conditional(text));

/** The words of the first condition of a sentence; none where it has no condition. */
export const conditionWords = (text: string): ReadonlySet<string> => {
  const words = conditional(text);
  const from = words.search(condition);
  return new Set(
    from < 0
      ? []
      : (words
          .slice(from)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? []),
  );
};

function isAbout({ about = [], notHere = [] }: Act, { text, leadEnd, titles }: ClauseReading): boolean {
  if (findPhrases(notHere, text.slice(leadEnd)).length > 0 || findPhrases(stances.elsewhere, text).length > 0)
    return false;
  return about.length === 0 || findPhrases(about, `${text} / ${titles.join(" / ")}`).length > 0;
}

const isDeadly = (words: string): boolean => findPhrases(deadlyWords, words).length > 0;

const exceptedBy = (exceptions: readonly Mark[]): Bounds =>
  exceptions.length === 0 ? "none" : exceptions.every(({ text }) => isDeadly(text)) ? "deadly" : "other";

function boundsOf(
  sentence: Pick<ClauseReading, "text" | "exceptions">,
  { about = [], hasOwnCondition = false }: Act,
  mark: Mark,
): Bounds {
  const excepted = exceptedBy(sentence.exceptions);
  if (excepted !== "none") return excepted;
  const { start, end } = mark;
  const words = conditional(sentence.text.slice(0, start) + "_".repeat(end - start) + sentence.text.slice(end));
  const from = words.search(condition);
  if (from < 0 || (hasOwnCondition && findPhrases(about, words.slice(from)).length > 0)) return "none";
  return isDeadly(words.slice(from)) ? "deadly" : "other";
}

/** The sentence with "under any circumstances", "even when" and the like blotted out. */
function conditional(text: string): string {
  return findPhrases(stances.unconditional, text).reduce(
    (left, { start, end }) => left.slice(0, start) + "_".repeat(end - start) + left.slice(end),
    text,
  );
}
