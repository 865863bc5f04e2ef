import type { PolicyClause, PolicyDocument, PolicyText } from "../documents/policy-document.ts";
import { findExceptions } from "./find-exceptions.ts";
import type { Mark } from "./mark.ts";
import type { ModalText } from "./read-modality.ts";
import { readScopes, type Scopes } from "./read-scopes.ts";

/** A clause with what surrounds and governs it. */
export type ClauseReading = ModalText & {
  readonly document: PolicyDocument;
  readonly policy: PolicyText;
  readonly clause: PolicyClause;
  /** The two clauses before, the two after and the titles above: what a clause is about when it does not say so. */
  readonly neighbours: string;
  readonly scopes: Scopes;
};

/** Reads one clause: its lead-in joined before it, a clause that begins "Exception:" after it, its exceptions, its scope. */
export function clauseReading(document: PolicyDocument, policy: PolicyText, index: number): ClauseReading | undefined {
  const clause = policy.clauses[index];
  if (clause === undefined || clause.kind === "heading" || isQuestion(clause.text) || isOnLaw(clause.text))
    return undefined;
  const lead = clause.leadIn === undefined ? "" : `${openingOf(policy, index)}${clause.leadIn.trim()} `;
  const exception = policy.clauses[index + 1];
  const isLeftOut = exception !== undefined && leavesOut.test(exception.text) && standTogether(clause, exception);
  const isTail = exception !== undefined && (isLeftOut || opensException.test(exception.text));
  const own = lead + clause.text;
  const text = isTail ? `${own} ${exception.text}` : own;
  const titles = [policy.title, ...clause.section];
  const around = [-2, -1, 1, 2]
    .map((step) => policy.clauses[index + step])
    .filter((other) => other !== undefined && sameSection(other, clause));
  let exceptions: readonly Mark[] | undefined;
  let scopes: Scopes | undefined;
  return {
    document,
    policy,
    clause,
    text,
    leadEnd: lead.length,
    titles,
    neighbours: [...titles, ...around.map((other) => other?.text ?? "")].join(" / "),
    get exceptions() {
      exceptions ??= isLeftOut ? [...findExceptions(own), tailOf(text, own)] : findExceptions(text);
      return exceptions;
    },
    get scopes() {
      scopes ??= readScopes(text, titles);
      return scopes;
    },
  };
}

/** "Exception: …", "The exception would be …" in the clause that follows. */
export const opensException =
  /^\W*(?:the |the only |an )?exceptions?(?:\s*#?\s*\d*\s*[:–—-]|\s+(?:to this|would be|is|are|may be)\b)/i;

/** "This does not include …": what the sentence before it leaves out. */
export const leavesOut =
  /^\W*(?:this|these|that|those|it|they)\s+(?:shall|will|does|do|would)\s+not\s+(?:include|apply)\b/i;

const standTogether = (one: PolicyClause, other: PolicyClause): boolean =>
  one.kind !== "definition" && one.section.join("/") === other.section.join("/");

const tailOf = (text: string, own: string): Mark => ({
  start: own.length + 1,
  end: text.length,
  text: text.slice(own.length + 1),
});

/** Sentences before a list's lead-in among which the one that opens it is looked for. */
const openingSentences = 3;

const takesUp = /^\W*(?:this|these)\s+(?:(?:will|shall|may|must|should)\s+)?(?:also\s+)?includes?\b/i;

/** "A report is required in these cases: … This includes:" – the sentence with the duty, where the lead-in only takes it up. */
function openingOf({ clauses }: PolicyText, index: number): string {
  const leadIn = clauses[index]?.leadIn?.trim() ?? "";
  if (!takesUp.test(leadIn)) return "";
  const at = clauses.slice(0, index).findLastIndex(({ text }) => leadIn.startsWith(text.trim()));
  for (let back = at - 1; back >= Math.max(0, at - openingSentences); back -= 1) {
    const [one, lead] = [clauses[back], clauses[at]];
    if (one?.kind !== "sentence" || lead === undefined || !standTogether(one, lead)) return "";
    if (/:\s*$/.test(one.text)) return `${one.text.trim()} `;
  }
  return "";
}

const sameSection = (one: PolicyClause, other: PolicyClause): boolean =>
  one.section.slice(0, 2).join("/") === other.section.slice(0, 2).join("/");

/** "The law does not require …" describes the law; the department neither orders nor allows by it. */
const isOnLaw = (text: string): boolean => /^\W*(?:(?:no|yes)\W+)?the law (?:does|do|did) not\b/i.test(text);

/** A question (of a page of questions and answers, of a form) asks; it does not say. */
const isQuestion = (text: string): boolean => /\?["”)]*\s*$/.test(text);
