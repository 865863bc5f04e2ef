import type { QuotedClause } from "../clarity/quote-clause.ts";
import words from "./consistency-words.json" with { type: "json" };

/** What does not fit together. */
export type InconsistencyKind = keyof (typeof words)["en"];

/** Two things that do not fit together, with the words of both. */
export type Inconsistency = {
  /**
   * Kind and subject, such as `prohibited-and-permitted:neck-hold`; `findInconsistencies` adds a mark of the clauses'
   * words, so that an id is its own among those found and stays as long as the words do.
   */
  readonly id: string;
  readonly kind: InconsistencyKind;
  readonly subject: { readonly en: string; readonly es: string };
  /** The clauses, quoted exactly; the stricter one first. Empty where only the form names it. */
  readonly clauses: readonly QuotedClause[];
  readonly why: { readonly en: string; readonly es: string };
  /** Whether the clauses stand in different documents. */
  readonly isAcrossDocuments: boolean;
};

/** An inconsistency with its words. */
export function inconsistency(
  kind: InconsistencyKind,
  { id, subject, clauses }: Pick<Inconsistency, "id" | "subject" | "clauses">,
): Inconsistency {
  const documents = new Set(clauses.map(({ sha256, document }) => `${sha256} ${document}`));
  return {
    id: `${kind}:${id}`,
    kind,
    subject,
    clauses,
    why: { en: words.en[kind], es: words.es[kind] },
    isAcrossDocuments: documents.size > 1,
  };
}
