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
  const lead = clause.leadIn === undefined ? "" : `${clause.leadIn.trim()} `;
  const exception = policy.clauses[index + 1];
  const tail = exception !== undefined && opensException.test(exception.text) ? ` ${exception.text}` : "";
  const text = lead + clause.text + tail;
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
      exceptions ??= findExceptions(text);
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

const sameSection = (one: PolicyClause, other: PolicyClause): boolean =>
  one.section.slice(0, 2).join("/") === other.section.slice(0, 2).join("/");

/** "The law does not require …" describes the law; the department neither orders nor allows by it. */
const isOnLaw = (text: string): boolean => /^\W*(?:(?:no|yes)\W+)?the law (?:does|do|did) not\b/i.test(text);

/** A question (of a page of questions and answers, of a form) asks; it does not say. */
const isQuestion = (text: string): boolean => /\?["”)]*\s*$/.test(text);
