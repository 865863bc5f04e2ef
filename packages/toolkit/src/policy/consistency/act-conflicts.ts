import { clauseReading } from "../checks/clause-reading.ts";
import { quoteClause } from "../clarity/quote-clause.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { type Act, bannedActs, requiredActs } from "./act.ts";
import { type Inconsistency, inconsistency } from "./inconsistency.ts";
import { conditionWords, hasCondition, readSaying, type Saying } from "./saying.ts";

type Side = {
  readonly kind: "prohibited-and-permitted" | "required-and-optional";
  readonly acts: readonly Act[];
  readonly strict: ReadonlySet<string>;
  readonly loose: ReadonlySet<string>;
  readonly isConflict: (strict: Saying, loose: Saying) => boolean;
};

const sides: readonly Side[] = [
  {
    kind: "prohibited-and-permitted",
    acts: bannedActs,
    strict: new Set(["must-not", "should-not"]),
    loose: new Set(["may", "should"]),
    isConflict: isBanConflict,
  },
  {
    kind: "required-and-optional",
    acts: requiredActs,
    strict: new Set(["must"]),
    loose: new Set(["need-not", "must-not", "may"]),
    isConflict: isDutyConflict,
  },
];

/**
 * Acts that one clause forbids and another allows, or one orders and another leaves free, within a document or across
 * the documents of a department. A ban "except when deadly force is justified" fits a permission "only when deadly force
 * is justified" and not one that stops short of it; a permission without any condition fits no
 * ban. A permission with a condition right after a ban in the same section
 * is read as its exception. Each clause that allows or frees is given once, with the strictest clause it does not fit.
 *
 * Not proof that a policy contradicts itself: the rules read sentences one by one, and a person must read both clauses.
 */
export function actConflicts(documents: readonly PolicyDocument[]): readonly Inconsistency[] {
  const sayings = documents.flatMap(sayingsOf);
  return sides.flatMap((side) =>
    side.acts.flatMap((act) =>
      conflictsOf(
        side,
        sayings.filter((saying) => saying.act === act),
      ),
    ),
  );
}

const known = new WeakMap<PolicyDocument, readonly Saying[]>();

function sayingsOf(document: PolicyDocument): readonly Saying[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = document.policies.flatMap((policy) =>
    policy.clauses.flatMap((_, order) => {
      const reading = clauseReading(document, policy, order);
      if (reading === undefined) return [];
      return sides.flatMap(({ acts, kind }) =>
        acts.flatMap((act) => readSaying(act, reading, { order, isBan: kind === "prohibited-and-permitted" }) ?? []),
      );
    }),
  );
  known.set(document, found);
  return found;
}

function conflictsOf({ kind, strict, loose, isConflict }: Side, sayings: readonly Saying[]): Inconsistency[] {
  const rules = sayings.filter(({ modality }) => strict.has(modality)).toSorted(byStrength);
  const found = new Map<string, Inconsistency>();
  for (const free of sayings.filter(({ modality }) => loose.has(modality))) {
    const rule = rules.find((one) => isConflict(one, free));
    const key = plain(free.reading.text);
    if (rule === undefined || found.has(key)) continue;
    const clauses = [rule, free].map(({ reading }) => quoteClause(reading.document, reading.clause));
    found.set(key, inconsistency(kind, { id: free.act.id, subject: free.act.title, clauses }));
  }
  return [...found.values()];
}

const strengths = ["none", "deadly", "other"];
const byStrength = (one: Saying, other: Saying): number =>
  strengths.indexOf(one.bounds) - strengths.indexOf(other.bounds);

const plain = (text: string): string => text.toLowerCase().replaceAll(/\P{L}+/gu, " ");

function isBanConflict(ban: Saying, permission: Saying): boolean {
  if (permission.actor === "other" || isForFew(permission)) return false;
  if (!isWithinSubject(ban, permission) || isItsException(ban, permission)) return false;
  if (ban.modality === "should-not")
    return permission.bounds === "none" && !/discourag|recommend/i.test(ban.reading.text);
  if (ban.excepted === "none" && ban.bounds === "none") return true;
  if (permission.bounds === "none") return true;
  return ban.excepted === "deadly" && permission.bounds !== "deadly";
}

/** "Only a supervisor may …" keeps others from it. */
const isForFew = ({ actor, reading }: Saying): boolean => actor === "supervisor" && /^\W*only\b/i.test(reading.text);

/** "Unholstering does not require a force report": what is freed is another thing than force. */
const isOfAnother = ({ act, reading }: Saying): boolean => {
  const [subject] = reading.text.slice(reading.leadEnd).split(/\b(?:do|does) not require\b|\bneed only\b/i);
  return (
    act.id === "report-force" && subject !== reading.text.slice(reading.leadEnd) && !/\bforce\b/i.test(subject ?? "")
  );
};

function isDutyConflict(duty: Saying, freedom: Saying): boolean {
  if (freedom.actor === "other" || duty.actor === "other" || isOfAnother(freedom)) return false;
  if (freedom.actor === "supervisor" ? duty.actor !== "supervisor" : duty.actor === "supervisor") return false;
  if (namesItsRule(freedom) || (freedom.modality === "may" && repeatsAnother(duty))) return false;
  if (!freedom.isDirect || !duty.isDirect || !isWithinSubject(duty, freedom) || isItsException(duty, freedom))
    return false;
  if (duty.bounds === "none" && freedom.modality === "need-not") return true;
  return freedom.bounds === "none" || isSameCondition(duty.reading.text, freedom.reading.text);
}

/** "An officer who holds a patient for a doctor is not required to report under Policy 211": it knows the duty it frees from. */
const namesItsRule = ({ modality, reading }: Saying): boolean =>
  modality === "need-not" &&
  /\bwho\b|\bwhen\b|\bif\b/i.test(reading.text) &&
  /\b(?:polic(?:y|ies)|sections?|orders?|directives?|procedures?|SOPs?)\s+(?:no\.?\s*)?[A-Z]{0,5}[-.]?\d/i.test(
    reading.text,
  );

/** "Offer aid as the order on force says": it repeats another order's rule, and does not go beyond it. */
const repeatsAnother = ({ reading }: Saying): boolean =>
  /\b(?:consistent with|in accordance with|pursuant to|as (?:outlined|described|provided|set forth|required|directed) (?:in|by))\b[^.;]{0,60}\b(?:polic(?:y|ies)|directives?|orders?|procedures?|SOPs?)\b/i.test(
    reading.text,
  );

/** Whether two sentences have the same condition: four fifths of the words after the shorter "when", "if" … are shared. */
function isSameCondition(one: string, other: string): boolean {
  const [first, second] = [conditionWords(one), conditionWords(other)];
  if (first.size === 0 || second.size === 0) return false;
  return [...first].filter((word) => second.has(word)).length >= 0.8 * Math.min(first.size, second.size);
}

/** Whether the rule reaches the clause: a rule on prisoners says nothing of others, a general one holds for prisoners too. */
const isWithinSubject = (rule: Saying, free: Saying): boolean =>
  rule.scopes.every((scope) => free.scopes.includes(scope)) && free.kinds.every((kind) => rule.scopes.includes(kind));

/** An item of the list that the rule opens. */
const isItsItem = (rule: Saying, free: Saying): boolean =>
  rule.reading.policy === free.reading.policy && (free.reading.clause.leadIn ?? "").includes(rule.reading.clause.text);

/** A condition that stands within four clauses of the rule, in its section, is its exception and no contradiction. */
function isItsException(rule: Saying, free: Saying): boolean {
  const distance = Math.abs(rule.order - free.order);
  const isSameSection =
    rule.reading.clause.section.slice(0, -1).join("/") === free.reading.clause.section.slice(0, -1).join("/");
  if (isItsItem(rule, free)) return true;
  return (
    rule.reading.policy === free.reading.policy &&
    distance <= 4 &&
    (isSameSection || distance <= 1) &&
    (hasCondition(free.reading.text) || rule.excepted !== "none")
  );
}
