import type { Clause } from "@evenhand/standard/provision";
import type { PolicyClause, PolicyDocument } from "../documents/policy-document.ts";

/** A clause as quoted, with its id in the document. */
export type QuotedClause = Clause & {
  /** Id of the clause within the document. */
  readonly id: string;
};

/** Quotes a clause exactly, with its place, so that it can be shown where it stands. */
export function quoteClause({ name, sha256 }: PolicyDocument, clause: PolicyClause): QuotedClause {
  const { id, page, section, start, end, text } = clause;
  return { id, document: name, sha256, ...(page === undefined ? {} : { page }), section, start, end, text };
}
