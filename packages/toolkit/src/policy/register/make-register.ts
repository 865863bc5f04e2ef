import { findPhrases } from "../checks/find-phrases.ts";
import type { PolicyClause, PolicyDocument, PolicyText, UnreadableDocument } from "../documents/policy-document.ts";
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

type Expected = (typeof expected)[number] & {
  readonly not?: readonly string[];
  readonly phrases?: readonly string[];
  readonly asSection?: boolean;
};

const fewestClauses = 4;
/** Clauses from which a section of another policy stands for a policy that usually has a document of its own. */
const fewestInSection = 10;
const redaction = /redacted|█{2,}|\[\s*(?:removed|withheld)\s*\]/i;

/**
 * Says of each policy one would expect whether the public can read it: `public` (its text is among the documents, as a
 * policy or a section of one), `partly` (redacted, not readable, or only some lines on its subject), `title-only` (named in another
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
  const own = new Set(titleWords(agency.replace(/,\s*[A-Z]{2}$/, "")));
  for (const { title, words } of withheld) add(title, "withheld", { kind: "said-by-department", words });
  for (const { title, document } of listedTitles)
    if (!hasText(title, documents)) add(title, "title-only", { kind: "listed-title", document, words: title });
  for (const { words, clause } of named)
    if (titleWords(words).some((word) => !own.has(word) && word !== "pd"))
      add(words, "title-only", reference(words, clause));
  for (const key of others.keys())
    if ([...others.keys()].some((other) => key.endsWith(` ${other}`))) others.delete(key);
  const all = [...entries, ...others.values()].map((entry): RegisterEntry => ({ ...entry, found: entry.status }));
  return { formatVersion: 1, agency, asOf, entries: all };
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
  if (titles.length > 0) return { status: "title-only", evidence: titles };
  const passages = passageEvidence(policy, documents);
  return { status: passages.length > 0 ? "partly" : "not-found", evidence: passages };
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
  return sectionEvidence(policy, document, clauses);
}

/** The sections on a policy's subject; a title in a list of contents has nothing under it and is none. */
function sectionEvidence(
  policy: Expected,
  { name, sha256 }: PolicyDocument,
  clauses: readonly PolicyClause[],
): { evidence: RegisterEvidence; isWhole: boolean }[] {
  const titled = clauses.flatMap((clause) => {
    const title = clause.section.find((one) => speaksOf(policy, one));
    return title === undefined ? [] : [{ title, clause }];
  });
  return [...Map.groupBy(titled, ({ title }) => title)].map(([title, under]) => {
    const page = under[0]?.clause.page;
    const evidence = { kind: "section" as const, document: name, sha256, words: title };
    return {
      evidence: page === undefined ? evidence : { ...evidence, page },
      isWhole:
        (policy.asSection === true || under.length >= fewestInSection) &&
        !under.some(({ clause }) => redaction.test(clause.text)),
    };
  });
}

/** Lines that only speak of a policy's subject, the first three. */
function passageEvidence({ phrases = [] }: Expected, documents: readonly PolicyDocument[]): RegisterEvidence[] {
  const passages = documents.flatMap(({ name, sha256, policies }) =>
    policies.flatMap(({ clauses }) =>
      clauses
        .filter(
          ({ kind, text }) => kind !== "heading" && kind !== "definition" && findPhrases(phrases, text).length > 0,
        )
        .map(({ text, page }) => ({
          kind: "passage" as const,
          document: name,
          sha256,
          ...(page === undefined ? {} : { page }),
          words: text.length > 200 ? `${text.slice(0, 200).replace(/\s+\S*$/, "")} …` : text,
        })),
    ),
  );
  return passages.slice(0, 3);
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
