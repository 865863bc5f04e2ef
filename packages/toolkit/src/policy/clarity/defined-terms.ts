import type { PolicyClause, PolicyDocument } from "../documents/policy-document.ts";
import { type QuotedClause, quoteClause } from "./quote-clause.ts";
import list from "./terms-to-define.json" with { type: "json" };

/** A term that decides what the policy means and is used without a definition. */
export type UndefinedTerm = {
  readonly term: string;
  /** Forms in which it is used, as written, in small letters. */
  readonly forms: readonly string[];
  /** Clauses that use it. */
  readonly uses: number;
  /** The first three of them. */
  readonly clauses: readonly QuotedClause[];
};

/** A term that is defined and then never used. */
export type UnusedTerm = { readonly term: string; readonly clause: QuotedClause };

/** A clause with its document. */
type Place = {
  readonly document: PolicyDocument;
  readonly clause: PolicyClause;
};

const normal = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[-–—\s]+/g, " ")
    .replaceAll(/["“”'’.]/g, "")
    .trim();

/** A clause is looked through for each term: its plain words are worked out once. */
const plainWords = new WeakMap<PolicyClause, string>();

function contains(clause: PolicyClause, words: string): boolean {
  const known = plainWords.get(clause) ?? ` ${normal(clause.text).replaceAll(/[^\p{L}\p{N} ]/gu, " ")} `;
  plainWords.set(clause, known);
  return known.includes(` ${words} `);
}

/** Which of the terms a policy should define it uses without defining them in any of the documents given. */
export function undefinedTerms(documents: readonly PolicyDocument[]): readonly UndefinedTerm[] {
  const places = placesOf(documents);
  const defined = new Set(places.flatMap(({ clause }) => termsDefinedIn(clause).flatMap(forms)));
  return list.terms.flatMap(({ term, words, defined: under }) => {
    if (under.some((form) => defined.has(normal(form)))) return [];
    const using = places.filter(
      ({ clause }) => clause.kind !== "heading" && words.some((form) => contains(clause, normal(form))),
    );
    if (using.length === 0) return [];
    const used = words.filter((form) => using.some(({ clause }) => contains(clause, normal(form))));
    return [
      {
        term,
        forms: used,
        uses: using.length,
        clauses: using.slice(0, 3).map(({ document, clause }) => quoteClause(document, clause)),
      },
    ];
  });
}

/** The term of a definition, and what an item of its list defines in other words: "Arm bar, a hold that …". */
function termsDefinedIn({ term, text, kind, leadIn }: PolicyClause): readonly string[] {
  const item =
    kind === "item" && leadIn !== undefined
      ? /^["“]?(\p{L}[\p{L} -]{3,60}?)["”]?,\s+(?:which is\s+)?(?:an?|any|the)\s+(?:\p{L}+\s+){1,4}?(?:that|which|where|by|in which|designed|intended|used|applied)\b/u.exec(
          text,
        )?.[1]
      : undefined;
  return [term, item].filter((found) => found !== undefined);
}

/** Terms that are defined in the documents and used nowhere outside their own definitions. */
export function unusedTerms(documents: readonly PolicyDocument[]): readonly UnusedTerm[] {
  const places = placesOf(documents);
  const seen = new Set<string>();
  return places.flatMap(({ document, clause }) => {
    if (clause.kind !== "definition" || clause.term === undefined || seen.has(normal(clause.term))) return [];
    seen.add(normal(clause.term));
    const names = [...new Set(forms(clause.term))];
    const isUsed = places.some(
      ({ clause: other }) =>
        (other.term === undefined || normal(other.term) !== normal(clause.term ?? "")) &&
        names.some((name) => contains(other, name)),
    );
    return isUsed ? [] : [{ term: clause.term, clause: quoteClause(document, clause) }];
  });
}

const placesOf = (documents: readonly PolicyDocument[]): readonly Place[] =>
  documents.flatMap((document) =>
    document.policies.flatMap(({ clauses }) => clauses.map((clause) => ({ document, clause }))),
  );

/** A term as written, without its abbreviation in brackets, the abbreviation alone, and its parts around "or" and "/". */
function forms(term: string): string[] {
  const short = /\(([^)]+)\)/.exec(term)?.[1];
  const plain = term.replaceAll(/\([^)]*\)/g, " ");
  const parts = plain.split(/\s*\/\s*|\s+or\s+|,\s*/);
  const singular = parts.flatMap((part) => [part, part.replace(/(?<=[^s])s$/i, ""), `${part.trim()}s`]);
  return [plain, ...singular, ...(short === undefined ? [] : [short])].map(normal).filter((form) => form.length > 1);
}
