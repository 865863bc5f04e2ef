import type { Clause, ElementId } from "@evenhand/standard";
import type { PolicyBeside } from "../page/policy-beside.ts";
import type { Words } from "../words/words.ts";

/** A clause of the agency's own policy that asks for an element, with the words before its list. */
export type OwnClause = Pick<Clause, "document" | "page" | "section" | "text"> & { readonly leadIn?: string };

/** By element. An element without a clause is asked for without one. */
export type OwnClauses = Readonly<Partial<Record<ElementId, OwnClause>>>;

/** The clause as written, with its place. Says what the policy says, never that it was not followed. */
export function ownClauseText({ document, page, section, text, leadIn }: OwnClause, words: Words): string {
  const place = [
    document,
    ...(page === undefined ? [] : [words.say("audit.place.page", { page: String(page) })]),
    ...(section.length === 0 ? [] : [words.say("audit.place.section", { section: section.join(" › ") })]),
  ].join(", ");
  const quoted = leadIn === undefined ? text : `${leadIn} […] ${text}`;
  return words.say("policy.letter.own", { place, text: quoted });
}

/** For each element that a report must hold by the policy's own words, the first clause that says so. */
export function ownClausesOf({ links }: Pick<PolicyBeside, "links">): OwnClauses {
  return Object.fromEntries(
    links
      .filter(({ role, stance }) => role === "record" && (stance === "asks" || stance === "asks-weakly"))
      .flatMap(({ elements, clauses: [clause] }) =>
        clause === undefined ? [] : elements.map(({ id }) => [id, clause] as const),
      ),
  );
}
