import type { PolicyDocument, PolicyText, UnreadableDocument } from "../documents/policy-document.ts";
import { missingReferences, titleWords } from "./document-references.ts";
import expected from "./expected-policies.json" with { type: "json" };
import type { PolicyRegister, PolicyStatus, RegisterEntry, RegisterEvidence } from "./policy-register.ts";

/** What a register is made from. */
export type RegisterSources = {
  readonly agency: string;
  /** ISO date. */
  readonly asOf: string;
  readonly documents: readonly PolicyDocument[];
  readonly unreadable?: readonly UnreadableDocument[];
  /** Titles from a table of contents or an index whose text is not there. */
  readonly listedTitles?: readonly { readonly title: string; readonly document: string }[];
  /** Policies that the department said it will not give out, with its words. */
  readonly withheld?: readonly { readonly title: string; readonly words: string }[];
};

type Expected = (typeof expected)[number] & { readonly not?: readonly string[] };

const fewestClauses = 4;
const redaction = /redacted|█{2,}|\[\s*(?:removed|withheld)\s*\]/i;

/**
 * Says of each policy one would expect whether the public can read it: `public` (its text is among the documents, as a
 * policy or a section of one), `partly` (redacted, not readable, or a few lines only), `title-only` (named in another
 * document or a list of titles), `withheld` (the department said so), `not-found`. Policies that are named and not
 * expected follow, as `title-only`.
 *
 * "Not found" says what we were given, not that the department has no such policy. Titles are matched by words of a
 * list (`expected-policies.json`): a person should look over the result.
 */
export function makeRegister(sources: RegisterSources): PolicyRegister {
  const { agency, asOf, documents, listedTitles = [], withheld = [] } = sources;
  const named = missingReferences(documents).filter(({ title }) => title !== undefined);
  const entries = expected.map(
    (policy): RegisterEntry => ({ id: policy.id, title: policy.title, ...statusOf(policy, sources, named) }),
  );
  const isExpected = (words: string): boolean => expected.some((policy) => speaksOf(policy, words));
  const others = new Map<string, RegisterEntry>();
  const add = (words: string, status: PolicyStatus, evidence: RegisterEvidence): void => {
    const key = titleWords(words).join(" ");
    if (key !== "" && !isExpected(words) && !others.has(key))
      others.set(key, { title: { en: words, es: words }, status, evidence: [evidence] });
  };
  for (const { title, words } of withheld) add(title, "withheld", { kind: "said-by-department", words });
  for (const { title, document } of listedTitles)
    if (!hasText(title, documents)) add(title, "title-only", { kind: "listed-title", document, words: title });
  for (const { words, clause } of named) add(words, "title-only", reference(words, clause));
  return { formatVersion: 1, agency, asOf, entries: [...entries, ...others.values()] };
}

function statusOf(
  policy: Expected,
  { documents, unreadable = [], listedTitles = [], withheld = [] }: RegisterSources,
  named: ReturnType<typeof missingReferences>,
): Pick<RegisterEntry, "status" | "evidence"> {
  const texts = documents.flatMap((document) =>
    document.policies.flatMap((text) => evidenceIn(policy, document, text)),
  );
  const whole = texts.filter(({ isWhole }) => isWhole).map(({ evidence }) => evidence);
  const policiesFirst = [
    ...whole.filter(({ kind }) => kind === "policy"),
    ...whole.filter(({ kind }) => kind !== "policy"),
  ];
  if (whole.length > 0) return { status: "public", evidence: policiesFirst };
  const scans = unreadable
    .filter(({ name }) => speaksOf(policy, name))
    .map(({ name, sha256 }) => ({ kind: "unreadable" as const, document: name, sha256, words: name }));
  if (texts.length + scans.length > 0)
    return { status: "partly", evidence: [...texts.map(({ evidence }) => evidence), ...scans] };
  const refused = withheld
    .filter(({ title }) => speaksOf(policy, title))
    .map(({ words }) => ({ kind: "said-by-department" as const, words }));
  if (refused.length > 0) return { status: "withheld", evidence: refused };
  const listed = listedTitles
    .filter(({ title }) => speaksOf(policy, title))
    .map(({ title, document }) => ({ kind: "listed-title" as const, document, words: title }));
  const referred = named
    .filter(({ words }) => speaksOf(policy, words))
    .map(({ words, clause }) => reference(words, clause));
  const titles = [...listed, ...referred];
  return { status: titles.length > 0 ? "title-only" : "not-found", evidence: titles };
}

function evidenceIn(
  policy: Expected,
  document: PolicyDocument,
  text: PolicyText,
): { evidence: RegisterEvidence; isWhole: boolean }[] {
  const place = { document: document.name, sha256: document.sha256 };
  const clauses = text.clauses.filter(({ kind }) => kind !== "heading");
  const isOnlyFile =
    document.policies.length === 1 && speaksOf(policy, document.name.replaceAll(/[_.]|(?<=[a-z])(?=[A-Z])/g, " "));
  if (isOnlyFile || speaksOf(policy, text.title)) {
    const page = clauses[0]?.page;
    const isRedacted =
      redaction.test(`${document.name} ${text.title}`) || clauses.some((clause) => redaction.test(clause.text));
    const evidence = { kind: "policy" as const, ...place, ...(page === undefined ? {} : { page }), words: text.title };
    return [{ evidence, isWhole: clauses.length >= fewestClauses && !isRedacted }];
  }
  const heading = text.clauses.find((clause) => clause.kind === "heading" && speaksOf(policy, clause.text));
  if (heading === undefined) return [];
  const under = clauses.filter(({ section }) => section.some((title) => title.endsWith(heading.text)));
  if (under.length === 0) return [];
  const evidence = {
    kind: "section" as const,
    ...place,
    ...(heading.page === undefined ? {} : { page: heading.page }),
    words: heading.text,
  };
  return [{ evidence, isWhole: !under.some((clause) => redaction.test(clause.text)) }];
}

const plain = (words: string): string =>
  ` ${words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
const speaksOf = ({ words, not = [] }: Expected, title: string): boolean =>
  title.length <= 160 &&
  words.some((form) => plain(title).includes(` ${form} `)) &&
  !not.some((form) => plain(title).includes(` ${form} `));
const hasText = (title: string, documents: readonly PolicyDocument[]): boolean =>
  documents.some(({ policies }) => policies.some((policy) => plain(policy.title).includes(plain(title).trim())));
const reference = (
  words: string,
  { document, sha256, page }: { document: string; sha256: string; page?: number },
): RegisterEvidence => ({ kind: "reference", document, sha256, ...(page === undefined ? {} : { page }), words });
