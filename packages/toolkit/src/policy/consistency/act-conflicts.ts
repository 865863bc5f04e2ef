import { type ClauseReading, clauseReading } from "../checks/clause-reading.ts";
import { findPhrases } from "../checks/find-phrases.ts";
import type { Modality } from "../checks/modality.ts";
import { readModality } from "../checks/read-modality.ts";
import { quoteClause } from "../clarity/quote-clause.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import acts from "./acts.json" with { type: "json" };
import { type Inconsistency, inconsistency } from "./inconsistency.ts";

type Act = {
  readonly id: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly phrases: readonly string[];
  readonly about?: readonly string[];
  readonly notHere?: readonly string[];
  /** Other subjects (scopes.json) that are no other subject for this act. */
  readonly alsoUnder?: readonly string[];
};

/** What a clause says of an act. */
type Saying = {
  readonly reading: ClauseReading;
  readonly order: number;
  readonly modality: Modality;
  /** Nothing excepted, always; or only where deadly force is allowed; or under conditions of its own. */
  readonly bounds: "none" | "deadly" | "other";
  /** Whether the word of freedom stands right before the act ("may render aid", "need not report"). */
  readonly isDirect: boolean;
  readonly scopes: readonly string[];
};

const condition = /\b(?:if|when|where|unless|only|except|however|provided|in the event|circumstances)\b/i;
/** The word of freedom at most two words before the act, or at most three after it. */
const direct = /\b(?:may|not|never|no (?:duty|obligation) to|optional to|discretion to)\s+(?:\w+\s+){0,2}["“]?$/i;
const passive =
  /^\W+(?:(?!officer|member|employee)\w+\W+){0,2}(?:is|are|shall|may|need|need not|does not need to)\s+(?:not\s+)?(?:be\s+)?(?:required|optional|mandatory|given|rendered|provided|reported|needed|necessary|expected)/i;
/** Titles under which a clause speaks of another subject than force on people in the street. */
const otherSubjects = new Set(["training", "animal", "crowd", "pursuit", "elsewhere-subject"]);

/**
 * Acts that one clause forbids and another allows, or one orders and another leaves free, within a document or across
 * the documents of a department. A ban "except when deadly force is justified" fits a permission "only when deadly force
 * is justified" and not one that stops short of it; a permission without any condition fits no
 * ban. A permission with a condition right after a ban in the same section
 * is read as its exception. One pair is given for each act and pair of documents.
 *
 * Not proof that a policy contradicts itself: the rules read sentences one by one, and a person must read both clauses.
 */
export function actConflicts(documents: readonly PolicyDocument[]): readonly Inconsistency[] {
  const readings = documents.flatMap((document) =>
    document.policies.flatMap((policy) =>
      policy.clauses.flatMap((_, index) => clauseReading(document, policy, index) ?? []),
    ),
  );
  const bans: readonly Act[] = acts.bans;
  const duties: readonly Act[] = acts.duties;
  return [
    ...bans.flatMap((act) =>
      conflictsOf(act, readings, {
        kind: "prohibited-and-permitted",
        strict: ["must-not"],
        loose: ["may", "should"],
      }),
    ),
    ...duties.flatMap((act) =>
      conflictsOf(act, readings, {
        kind: "required-and-optional",
        strict: ["must"],
        loose: ["need-not", "must-not", "may"],
      }),
    ),
  ];
}

type Sides = {
  readonly kind: "prohibited-and-permitted" | "required-and-optional";
  readonly strict: readonly Modality[];
  readonly loose: readonly Modality[];
};

function conflictsOf(act: Act, readings: readonly ClauseReading[], { kind, strict, loose }: Sides): Inconsistency[] {
  const sayings = readings.flatMap((reading, order) => sayingOf(act, reading, order) ?? []);
  const found = new Map<string, Inconsistency>();
  for (const one of sayings.filter(({ modality }) => strict.includes(modality)))
    for (const other of sayings.filter(({ modality }) => loose.includes(modality))) {
      if (!(kind === "prohibited-and-permitted" ? banConflict(one, other) : dutyConflict(one, other))) continue;
      const key = `${one.reading.document.sha256}${one.reading.document.name} ${other.reading.document.sha256}${other.reading.document.name}`;
      const clauses = [one, other].map(({ reading }) => quoteClause(reading.document, reading.clause));
      if (!found.has(key)) found.set(key, inconsistency(kind, { id: act.id, subject: act.title, clauses }));
    }
  return [...found.values()];
}

function sayingOf(
  { phrases, about = [], notHere = [], alsoUnder = [] }: Act,
  reading: ClauseReading,
  order: number,
): Saying | undefined {
  const { text, clause, leadEnd, exceptions } = reading;
  if (clause.kind === "definition") return undefined;
  const marks = findPhrases(phrases, text).filter(({ end }) => end > leadEnd);
  if (marks.length === 0 || findPhrases(notHere, text.slice(leadEnd)).length > 0) return undefined;
  if (about.length > 0 && findPhrases(about, `${text} / ${reading.titles.join(" / ")}`).length === 0) return undefined;
  const [act] = marks.filter((mark) => !exceptions.some(({ start, end }) => mark.start >= start && mark.end <= end));
  if (act === undefined) return undefined;
  const scopes = [...reading.scopes.inTitles, ...reading.scopes.inWords].filter(
    (scope) => otherSubjects.has(scope) && !alsoUnder.includes(scope),
  );
  const isDirect = direct.test(text.slice(0, act.start)) || passive.test(text.slice(act.end));
  return { reading, order, modality: readModality(reading, act), bounds: boundsOf(reading, about), scopes, isDirect };
}

/** A condition that only names what the act is about ("when another officer uses excessive force") is none. */
function boundsOf({ text, exceptions }: ClauseReading, about: readonly string[]): Saying["bounds"] {
  const isDeadly = (words: string): boolean => findPhrases(acts.deadly, words).length > 0;
  if (exceptions.length > 0) return exceptions.every((exception) => isDeadly(exception.text)) ? "deadly" : "other";
  const from = text.search(condition);
  if (from < 0 || findPhrases(about, text.slice(from)).length > 0) return "none";
  return isDeadly(text) ? "deadly" : "other";
}

function banConflict(ban: Saying, permission: Saying): boolean {
  if (!isSameSubject(ban, permission) || isItsException(ban, permission)) return false;
  const excepted = ban.reading.exceptions.length === 0 ? "none" : ban.bounds;
  if (excepted === "none") return true;
  return permission.bounds === "none" || (excepted === "deadly" && permission.bounds !== "deadly");
}

function dutyConflict(duty: Saying, freedom: Saying): boolean {
  if (!freedom.isDirect || !isSameSubject(duty, freedom) || isItsException(duty, freedom)) return false;
  if (duty.bounds === "none" && freedom.modality === "need-not") return true;
  return freedom.bounds === "none" || isSameCondition(duty.reading.text, freedom.reading.text);
}

/** Whether two sentences have the same condition: four fifths of the words after the shorter "when", "if" … are shared. */
function isSameCondition(one: string, other: string): boolean {
  const words = (text: string): Set<string> =>
    new Set(
      text
        .slice(text.search(condition))
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
    );
  if (!condition.test(one) || !condition.test(other)) return false;
  const [first, second] = [words(one), words(other)];
  return [...first].filter((word) => second.has(word)).length >= 0.8 * Math.min(first.size, second.size);
}

const isSameSubject = (one: Saying, other: Saying): boolean =>
  one.scopes.every((scope) => other.scopes.includes(scope)) &&
  other.scopes.every((scope) => one.scopes.includes(scope));

/** A condition that stands within four clauses of the rule, in its section, is its exception and no contradiction. */
function isItsException(one: Saying, other: Saying): boolean {
  const isSameSection =
    one.reading.document === other.reading.document &&
    one.reading.clause.section.slice(0, -1).join("/") === other.reading.clause.section.slice(0, -1).join("/");
  const isNear = one.reading.policy === other.reading.policy && Math.abs(one.order - other.order) <= 4;
  return (
    isNear &&
    (isSameSection || Math.abs(one.order - other.order) <= 1) &&
    (condition.test(other.reading.text) || one.reading.exceptions.length > 0)
  );
}
