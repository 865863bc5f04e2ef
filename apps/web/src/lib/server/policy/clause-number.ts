import type { TextClause } from "./document-parts.ts";

/** A number, or a letter with its mark: "12.4", "I.", "(a)", "3)". */
const numbering = /^(?:\(?\d+(?:\.\d+)*[.)]?|\(?[A-Za-z]{1,5}[.)]|\([A-Za-z]{1,5}\)|•)(?=\s|$)/;

/**
 * The number under which a clause stands in its document, where it begins a new one: the text of a clause is without it.
 *
 * @example clauseNumber({ start: 9, text: "POLICY", kind: "heading", section: ["246 FORCE", "I. POLICY"] }, undefined) // "I."
 */
export function clauseNumber(
  { section, text }: TextClause,
  before: Pick<TextClause, "section"> | undefined,
): string | undefined {
  if (before !== undefined && before.section.join("\n") === section.join("\n") && section.at(-1) !== "•")
    return undefined;
  const found = numbering.exec(section.at(-1) ?? "")?.[0];
  return found === undefined || text.startsWith(found) ? undefined : found;
}

/**
 * The numbers of a document's clauses, by the place where each begins. After a list the text goes back to the section
 * around it: that section's number stands only once.
 */
export function clauseNumbers(clauses: readonly TextClause[]): ReadonlyMap<number, string> {
  const titled = new Set<string>();
  return new Map(
    clauses.flatMap((clause, index) => {
      const path = clause.section.join("\n");
      const number = clauseNumber(clause, titled.has(path) ? clause : clauses[index - 1]);
      if (/\s\p{L}/u.test(clause.section.at(-1) ?? "")) titled.add(path);
      return number === undefined ? [] : [[clause.start, number] as const];
    }),
  );
}
